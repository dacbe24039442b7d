package org.autotrainer.domain.dataset.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rows of Gemini: user and model in turn, the user first, parts of one kind each. */
final class GeminiCheck {
    private static final Set<Object> TYPES = Set.of("STRING", "NUMBER", "INTEGER", "BOOLEAN", "ARRAY", "OBJECT");
    private static final Set<String> SCHEMA = Set.of(
            ("anyOf description enum format items maxItems maxLength maxProperties maximum minItems minLength minProperties"
                            + " minimum nullable pattern properties required title type")
                    .split(" "));

    private GeminiCheck() {}

    static void sft(Map<String, Object> row, Problems problems) {
        problems.keysAmong(row, Set.of("systemInstruction", "contents", "tools"));
        instruction(row, "systemInstruction", problems);
        List<Map<String, Object>> contents = problems.objects(row.get("contents"));
        contents(contents, tools(row, problems), problems);
        problems.require("model".equals(Problems.last(contents).get("role")), "it does not end with the model");
    }

    static void preference(Map<String, Object> row, Problems problems) {
        problems.keysAmong(row, Set.of("system_instruction", "contents", "completions"));
        instruction(row, "system_instruction", problems);
        List<Map<String, Object>> contents = problems.objects(row.get("contents"));
        contents(contents, Set.of(), problems);
        problems.require("user".equals(Problems.last(contents).get("role")), "it does not end with the user");
        List<Map<String, Object>> completions = problems.objects(row.get("completions"));
        List<Object> scores = new ArrayList<>();
        Set<Object> texts = new HashSet<>();
        for (Map<String, Object> completion : completions) {
            problems.keys(completion, "score", "completion");
            scores.add(completion.get("score"));
            Map<String, Object> content = problems.object(completion.get("completion"));
            problems.require("model".equals(content.get("role")), "a completion of another role");
            for (Map<String, Object> part : problems.objects(content.get("parts"))) {
                problems.keys(part, "text");
                problems.require(!String.valueOf(part.get("text")).isBlank(), "an empty part");
            }
            texts.add(content);
        }
        problems.require(
                List.of("1", "0").equals(scores.stream().map(String::valueOf).toList()), "scores are " + scores);
        problems.require(texts.size() == 2, "both completions are the same");
    }

    private static void instruction(Map<String, Object> row, String key, Problems problems) {
        if (row.containsKey(key)) {
            for (Map<String, Object> part :
                    problems.objects(problems.object(row.get(key)).get("parts"))) {
                problems.keys(part, "text");
                problems.require(!String.valueOf(part.get("text")).isBlank(), "an empty part");
            }
        }
    }

    private static void contents(List<Map<String, Object>> contents, Set<String> tools, Problems problems) {
        String expected = "user";
        int open = 0;
        for (Map<String, Object> content : contents) {
            problems.keys(content, "role", "parts");
            problems.require(expected.equals(content.get("role")), "role " + content.get("role"));
            List<Map<String, Object>> parts = problems.objects(content.get("parts"));
            problems.require(!parts.isEmpty(), "no parts");
            for (Map<String, Object> part : parts) {
                open += part(part, expected, tools, problems);
            }
            problems.require(expected.equals("model") || open == 0, "a call is not answered, or an answer has no call");
            expected = expected.equals("user") ? "model" : "user";
        }
        problems.require(open == 0, "a call is open at the end");
    }

    /** How many calls it opens; an answer closes one. */
    private static int part(Map<String, Object> part, String role, Set<String> tools, Problems problems) {
        problems.require(part.size() == 1, "a part of more than one kind");
        String kind = part.keySet().iterator().next();
        switch (kind) {
            case "text" -> problems.require(!String.valueOf(part.get("text")).isBlank(), "an empty part");
            case "functionCall" -> {
                Map<String, Object> call = problems.object(part.get(kind));
                problems.keys(call, "name", "args");
                problems.require(role.equals("model"), "the user calls");
                problems.require(tools.contains(String.valueOf(call.get("name"))), "unknown tool " + call.get("name"));
                problems.object(call.get("args"));
                return 1;
            }
            case "functionResponse" -> {
                Map<String, Object> response = problems.object(part.get(kind));
                problems.keys(response, "name", "response");
                problems.require(role.equals("user"), "the model answers");
                problems.require(
                        tools.contains(String.valueOf(response.get("name"))), "unknown tool " + response.get("name"));
                problems.object(response.get("response"));
                return -1;
            }
            default -> problems.require(false, "a part of the kind " + kind);
        }
        return 0;
    }

    private static Set<String> tools(Map<String, Object> row, Problems problems) {
        if (!row.containsKey("tools")) {
            return Set.of();
        }
        List<Map<String, Object>> tools = problems.objects(row.get("tools"));
        problems.require(tools.size() == 1, "tools in more than one list");
        List<Map<String, Object>> declarations =
                problems.objects(Problems.last(tools).get("functionDeclarations"));
        for (Map<String, Object> declaration : declarations) {
            if (declaration.containsKey("parameters")) {
                Map<String, Object> schema = problems.object(declaration.get("parameters"));
                problems.require(
                        schema.get("properties") instanceof Map<?, ?> properties && !properties.isEmpty(),
                        "parameters without a property");
                schema(schema, problems);
            }
        }
        return problems.functions(declarations, true);
    }

    private static void schema(Map<String, Object> schema, Problems problems) {
        problems.keysAmong(schema, SCHEMA);
        if (schema.containsKey("type")) {
            problems.require(TYPES.contains(schema.get("type")), "a type " + schema.get("type"));
        }
        if (schema.containsKey("enum")) {
            problems.require(
                    schema.get("enum") instanceof List<?> list && list.stream().allMatch(String.class::isInstance),
                    "a choice among other things than texts");
        }
        if (schema.containsKey("items")) {
            schema(problems.object(schema.get("items")), problems);
        }
        if (schema.containsKey("anyOf")) {
            problems.objects(schema.get("anyOf")).forEach(each -> schema(each, problems));
        }
        if (schema.containsKey("properties")) {
            problems.object(schema.get("properties")).values().forEach(each -> schema(problems.object(each), problems));
        }
    }
}
