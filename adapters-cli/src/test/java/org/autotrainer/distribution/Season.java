package org.autotrainer.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Random;

/** A season of work in a shop, played through a server: recall, outcome, evaluation. Some who write advice mean no good. */
final class Season {
    /** Texts that would do something if they were more than text. */
    static final List<String> HOSTILE = List.of(
            "<img src=x onerror=\"window.hacked=1\"> first",
            "\"><script>window.hacked=1</script>",
            "Turn \u202eback\u202c and \u2066inside\u2069",
            "Zero\u200bwidth \ufeffmarks",
            "\u0627\u0643\u062a\u0628 \u0628\u0644\u063a\u0629 \u0627\u0644\u0639\u0645\u064a\u0644 ORDER-17.",
            "{{constructor.constructor('window.hacked=1')()}} ${window.hacked=1}");

    static final String HOSTILE_AGENT = "<b onmouseover=window.hacked=1>x</b>";

    private static final List<String> ADVICE = List.of(
            "Look up the order before promising a refund.",
            "Say when the money arrives.",
            "Tell the customer to wait two more weeks.",
            "Quote the carrier's own delivery window.",
            "Ask for a photo of the damage.");
    private static final List<String> TOPICS = List.of("refund", "delivery", "billing");

    private Season() {}

    static void play(RunningServer server, int tasks) throws IOException, InterruptedException {
        Random random = new Random(5);
        for (int i = 0; i < tasks; i++) {
            ObjectNode task = task(i);
            ObjectNode asked = task.deepCopy().put("id", "r" + i).put("budget_tokens", 60);
            ArrayNode values = asked.putObject("choices").putArray("temperature");
            values.add(0.2).add(0.0);
            String recalled = post(server, "/v1/recalls", asked);
            boolean helped = recalled.contains(ADVICE.get(0));
            String advice = ADVICE.get(random.nextInt(ADVICE.size()));
            ObjectNode judged = task.put("id", "s" + i)
                    .put("success", random.nextDouble() < (helped ? 0.9 : 0.3))
                    .put(
                            "receipt",
                            RunningServer.JSON
                                    .readTree(recalled)
                                    .path("receipt")
                                    .asText());
            judged.putObject("critic").put("id", i % 3 == 0 ? "anna" : "judge");
            judged.putArray("suggestions").add(advice);
            post(server, "/v1/evaluations", judged);
        }
    }

    private static ObjectNode task(int number) {
        String topic = TOPICS.get(number % TOPICS.size());
        ObjectNode task = RunningServer.JSON.createObjectNode();
        task.put("agent", "support").put("task_id", topic + "-" + number % 60).put("attempt", number / 60);
        task.putObject("context")
                .put("text", "A customer asks about " + topic)
                .putArray("tags")
                .add(topic);
        return task;
    }

    static void poison(RunningServer server) throws IOException, InterruptedException {
        for (int i = 0; i < HOSTILE.size(); i++) {
            ObjectNode set = RunningServer.JSON.createObjectNode();
            post(
                    server,
                    "/v1/heuristics",
                    set.put("agent", "support").put("key", "k" + i).put("text", HOSTILE.get(i)));
            ObjectNode judged = RunningServer.JSON.createObjectNode();
            judged.put("agent", "support").put("task_id", "<i>task</i> " + i).put("success", false);
            judged.putObject("critic").put("id", "<u>critic</u>");
            judged.putArray("suggestions").add(HOSTILE.get(i));
            post(server, "/v1/evaluations", judged);
        }
        post(
                server,
                "/v1/evaluations",
                RunningServer.JSON
                        .createObjectNode()
                        .put("agent", HOSTILE_AGENT)
                        .put("task_id", "t"));
    }

    private static String post(RunningServer server, String path, ObjectNode body)
            throws IOException, InterruptedException {
        var answer = server.send("POST", path, body.toString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return answer.body();
    }
}
