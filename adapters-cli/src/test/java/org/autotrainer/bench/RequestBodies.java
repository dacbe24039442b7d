package org.autotrainer.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Writes what requests to a server have in their bodies behind the task that they are about, a line each: {@code FILE recalls|evaluations
 * COUNT}.
 */
final class RequestBodies {
    private RequestBodies() {}

    public static void main(String[] args) throws IOException {
        Random random = new Random(1);
        try (BufferedWriter out = Files.newBufferedWriter(Path.of(args[0]))) {
            for (int i = 0; i < Integer.parseInt(args[2]); i++) {
                out.write(args[1].equals("recalls") ? recall(i) : evaluation(i, random));
                out.write('\n');
            }
        }
    }

    private static String recall(int number) {
        return "\"context\":{\"text\":\"" + Words.topic(number) + "\"},\"budget_tokens\":500}";
    }

    /** Advice of 500 pieces on 200 topics; a third failed. */
    private static String evaluation(int number, Random random) {
        return "\"success\":" + (number % 3 > 0) + ",\"score\":0.5,\"critic\":{\"id\":\"judge\"},\"suggestions\":[\""
                + Words.advice(random.nextInt(500)) + "\"],\"context\":{\"text\":\"" + Words.topic(random.nextInt(200))
                + "\"}}";
    }
}
