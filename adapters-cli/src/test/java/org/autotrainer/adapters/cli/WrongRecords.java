package org.autotrainer.adapters.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** Records that are no evaluations, each by what is wrong with it. */
final class WrongRecords {
    private final Map<String, String> records = new LinkedHashMap<>();

    private WrongRecords() {}

    static Map<String, String> all() {
        WrongRecords wrong = new WrongRecords();
        wrong.syntax();
        wrong.kinds();
        wrong.ranges();
        wrong.conversations();
        return wrong.records;
    }

    private void syntax() {
        records.put("cut off", "{\"task_id\":\"t");
        records.put("cut off after a comma", "{\"task_id\":\"t\",");
        records.put("cut off in a number", "{\"task_id\":\"t\",\"score\":0.");
        records.put("without a colon", "{\"task_id\" \"t\"}");
        records.put("without a comma", "{\"task_id\":\"t\" \"score\":1}");
        records.put("comma at the end", "{\"task_id\":\"t\",}");
        records.put("single quotes", "{'task_id':'t'}");
        records.put("bare names", "{task_id:\"t\"}");
        records.put("a comment", "{\"task_id\":\"t\"/*why*/}");
        records.put("a comment line", "// {\"task_id\":\"t\"}");
        records.put("Python's words", "{\"task_id\":\"t\",\"success\":True}");
        records.put("NaN", field("score", "NaN"));
        records.put("Infinity", field("score", "Infinity"));
        records.put("minus infinity", field("score", "-Infinity"));
        records.put("a number with a plus", field("score", "+1"));
        records.put("a number with a zero first", field("score", "01"));
        records.put("a number with a point first", field("score", ".5"));
        records.put("a number in hexadecimal", field("score", "0x1"));
        records.put("a wrong escape", "{\"task_id\":\"\\x41\"}");
        records.put("a raw tab in a text", "{\"task_id\":\"a\tb\"}");
        records.put("a raw escape in a text", "{\"task_id\":\"a\u001bb\"}");
        records.put("two objects on a line", "{\"task_id\":\"t\"}{\"task_id\":\"u\"}");
        records.put("an object and more", "{\"task_id\":\"t\"} and more");
        records.put("one brace too many", "{\"task_id\":\"t\"}}");
        records.put("a field twice", "{\"task_id\":\"t\",\"task_id\":\"u\"}");
        records.put("a field twice within", field("critic", "{\"id\":\"a\",\"id\":\"b\"}"));
        records.put("a field twice in the metadata", field("metadata", "{\"a\":1,\"a\":2}"));
        records.put("nested too deep", field("metadata", "{\"a\":" + "[".repeat(70) + "]".repeat(70) + "}"));
        records.put("nested far too deep", "[".repeat(100_000));
        records.put("metadata nested too deep", field("metadata", "{\"a\":" + "[".repeat(40) + "]".repeat(40) + "}"));
        records.put("a number of 200 digits", field("score", "0." + "1".repeat(200)));
        records.put("a name of 2,000 letters", "{\"" + "n".repeat(2_000) + "\":1}");
    }

    private void kinds() {
        records.put("null", "null");
        records.put("a text", "\"task\"");
        records.put("a number", "42");
        records.put("a list", "[[]]");
        records.put("an empty object", "{}");
        records.put("an unknown field", field("scor", "1"));
        records.put("an unknown field in camel case", field("occurredAt", "\"2026-01-01T00:00:00Z\""));
        records.put("an unknown field that nobody means", field("zebra_crossing", "1"));
        records.put("an unknown field of the critic", field("critic", "{\"name\":\"pytest\"}"));
        records.put("an unknown field of the context", field("context", "{\"tag\":[\"x\"]}"));
        records.put("task_id as a number", "{\"task_id\":7}");
        records.put("task_id as true", "{\"task_id\":true}");
        records.put("task_id as a list", "{\"task_id\":[\"t\"]}");
        records.put("score as a text", field("score", "\"0.5\""));
        records.put("score as true", field("score", "true"));
        records.put("score as an empty text", field("score", "\"\""));
        records.put("score as a list", field("score", "[0.5]"));
        records.put("success as a number", field("success", "1"));
        records.put("success as a text", field("success", "\"true\""));
        records.put("attempt with a fraction", field("attempt", "1.5"));
        records.put("attempt as a text", field("attempt", "\"1\""));
        records.put("attempt beyond numbers", field("attempt", "99999999999"));
        records.put("critic as a text", field("critic", "\"pytest\""));
        records.put("critic as an empty text", field("critic", "\"\""));
        records.put("critic as a list", field("critic", "[]"));
        records.put("suggestions as a text", field("suggestions", "\"Look first.\""));
        records.put("suggestions as an object", field("suggestions", "{}"));
        records.put("a suggestion that is null", field("suggestions", "[null]"));
        records.put("a suggestion that is a number", field("suggestions", "[1]"));
        records.put("a suggestion with an unknown field", field("suggestions", "[{\"text\":\"a\",\"weight\":1}]"));
        records.put("a suggestion without text", field("suggestions", "[{\"tags\":[\"a\"]}]"));
        records.put("tags as a text", field("context", "{\"tags\":\"a\"}"));
        records.put("a tag that is null", field("context", "{\"tags\":[null]}"));
        records.put("parameters as a list", field("parameters", "[]"));
        records.put("a parameter that is a list", field("parameters", "{\"a\":[1]}"));
        records.put("a parameter that is null", field("parameters", "{\"a\":null}"));
        records.put("metadata as a text", field("metadata", "\"x\""));
        records.put("marks as an object", field("marks", "{}"));
        records.put("a mark that is null", field("marks", "[null]"));
        records.put("a mark without an id", field("marks", "[{\"mark\":\"helped\"}]"));
        records.put("a mark that is not known", field("marks", "[{\"id\":\"h\",\"mark\":\"liked\"}]"));
        records.put("occurred_at as a number", field("occurred_at", "1780000000"));
    }

    private void ranges() {
        records.put("a blank task", "{\"task_id\":\"  \"}");
        records.put("a task that is too long", "{\"task_id\":\"" + "t".repeat(201) + "\"}");
        records.put("a blank agent", field("agent", "\"\""));
        records.put("an agent that is too long", field("agent", "\"" + "a".repeat(201) + "\""));
        records.put("a score above 1", field("score", "1.7"));
        records.put("a score below 0", field("score", "-0.25"));
        records.put("a score beyond doubles", field("score", "1e309"));
        records.put("an attempt below 0", field("attempt", "-1"));
        records.put("a revision below 0", field("revision", "-1"));
        records.put("a revision without an id", field("revision", "2"));
        records.put("an outcome that is not known", field("outcome", "\"skipped\""));
        records.put("a date without a time", field("occurred_at", "\"2026-05-21\""));
        records.put("a time without a zone", field("occurred_at", "\"2026-05-21T09:30:00\""));
        records.put("a NUL", "{\"task_id\":\"a\\u0000b\"}");
        records.put("half a surrogate pair", field("suggestions", "[\"\\ud800\"]"));
        records.put("a noncharacter", field("suggestions", "[\"\\uffff\"]"));
        records.put("an escape in advice", field("suggestions", "[\"\\u001b[31mred\"]"));
        records.put("advice that is too long", field("suggestions", "[\"" + "a".repeat(2_001) + "\"]"));
        records.put("a number in metadata beyond doubles", field("metadata", "{\"n\":-1e999}"));
        records.put("a number in metadata beyond 64 bits", field("metadata", "{\"n\":99999999999999999999}"));
        records.put("a line break in an id", field("id", "\"a\\nb\""));
    }

    private void conversations() {
        records.put("messages as an object", field("messages", "{}"));
        records.put("a message that is null", field("messages", "[null]"));
        records.put("a message that is a text", field("messages", "[\"Hello\"]"));
        records.put("a message without a role", field("messages", "[{\"content\":\"Hello\"}]"));
        records.put("a role that is not known", field("messages", "[{\"role\":\"boss\",\"content\":\"Hello\"}]"));
        records.put("an unknown field of a message", field("messages", "[{\"role\":\"user\",\"text\":\"Hello\"}]"));
        records.put("content as a number", field("messages", "[{\"role\":\"user\",\"content\":5}]"));
        records.put(
                "an image as content", field("messages", "[{\"role\":\"user\",\"content\":[{\"type\":\"image\"}]}]"));
        records.put("a call that is null", call("null"));
        records.put("a call without a name", call("{\"id\":\"c1\"}"));
        records.put("arguments as a list", call("{\"name\":\"f\",\"arguments\":[1]}"));
        records.put("arguments as a number", call("{\"name\":\"f\",\"arguments\":7}"));
        records.put("arguments as a text of a list", call("{\"name\":\"f\",\"arguments\":\"[1]\"}"));
        records.put("arguments as a text that is not JSON", call("{\"name\":\"f\",\"arguments\":\"{oops\"}"));
        records.put(
                "arguments as a text with a field twice",
                call("{\"function\":{\"name\":\"f\",\"arguments\":\"{\\\"a\\\":1,\\\"a\\\":2}\"}}"));
        records.put("a tool that is null", field("tools", "[null]"));
        records.put("a tool without a name", field("tools", "[{\"description\":\"Reads\"}]"));
        records.put("an unknown field of a tool", field("tools", "[{\"name\":\"f\",\"schema\":{}}]"));
    }

    private static String call(String call) {
        return field("messages", "[{\"role\":\"assistant\",\"tool_calls\":[" + call + "]}]");
    }

    private static String field(String name, String value) {
        return "{\"task_id\":\"t\",\"" + name + "\":" + value + "}";
    }
}
