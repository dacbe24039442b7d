package org.autotrainer.adapters.cli;

/** Evaluations as lines of JSON. */
final class Records {
    static final String FAILED =
            "{\"id\":\"e1\",\"agent\":\"support\",\"task_id\":\"refund-1\",\"success\":false,\"score\":0.2,"
                    + "\"critic\":{\"id\":\"policy\"},\"context\":{\"text\":\"Refund for a broken lid\",\"tags\":[\"refund\"]},"
                    + "\"suggestions\":[\"Look up the order before promising a refund.\",\"Ask for a photo of the damage.\"]}";
    static final String AGAIN =
            "{\"id\":\"e2\",\"agent\":\"support\",\"task_id\":\"refund-2\",\"success\":false,\"score\":0.4,"
                    + "\"critic\":{\"id\":\"human\"},\"suggestions\":[\"look up the order before promising a refund\"]}";
    static final String SUCCEEDED =
            "{\"id\":\"e3\",\"agent\":\"support\",\"task_id\":\"refund-1\",\"attempt\":1,\"success\":true,\"score\":0.9,"
                    + "\"messages\":[{\"role\":\"user\",\"content\":\"My lid is broken.\"},"
                    + "{\"role\":\"assistant\",\"content\":\"Order 7 is on its way back; the money arrives in 3 days.\"}]}";
    static final String ERROR =
            "{\"id\":\"e4\",\"agent\":\"support\",\"task_id\":\"refund-3\",\"outcome\":\"error\",\"success\":false}";

    private Records() {}

    /** A small evaluation of a task. */
    static String of(String task) {
        return "{\"task_id\":\"" + task + "\",\"success\":true,\"score\":0.75}";
    }
}
