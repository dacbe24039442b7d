package org.autotrainer.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.autotrainer.adapters.http.Exchange.Reply;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.store.MemoryStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was learned is explained and decided on over HTTP. */
class LearningTest {
    private static final String JSON = "application/json";

    private TrainingLoop loop;
    private Exchange server;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        loop = TrainingLoop.over(new MemoryStore()).withChance("a word of the tests");
        server = Exchange.with(loop);
        for (String task : new String[] {"t1", "t2"}) {
            post("/v1/evaluations", """
                    {"task_id":"%s","critic":{"id":"judge"},"suggestions":["Look up the order"]}""".formatted(task));
        }
    }

    @AfterEach
    void stop() {
        server.close();
        loop.close();
    }

    @Test
    void a_heuristic_is_told_with_its_story_beside_its_own_fields() throws IOException, InterruptedException {
        JsonNode story = get("/v1/heuristics/" + first().path("id").asText());

        assertThat(story.path("text").asText()).isEqualTo("Look up the order");
        assertThat(story.path("status").asText()).isEqualTo("candidate");
        assertThat(story.has("heuristic")).isFalse();
        assertThat(story.path("origins")).hasSize(2);
        assertThat(story.at("/origins/0/task_id").asText()).isEqualTo("t1");
        assertThat(story.path("wordings")).hasSize(1);
        assertThat(story.at("/evidence/explanation").asText()).startsWith("candidate: not handed out yet");
    }

    @Test
    void what_was_decided_is_told_with_the_time_and_the_reason() throws IOException, InterruptedException {
        String address = "/v1/heuristics/" + first().path("id").asText();

        JsonNode pinned =
                ApiDocument.parse(server.send("POST", address + "/pin", "", "").body());

        assertThat(pinned.path("status").asText()).isEqualTo("pinned");
        assertThat(pinned.path("changed").asBoolean()).isTrue();
        JsonNode change = get(address).at("/history/0");
        assertThat(change.path("from").asText()).isEqualTo("candidate");
        assertThat(change.path("to").asText()).isEqualTo("pinned");
        assertThat(change.path("because").asText()).isEqualTo("pinned by a person");
    }

    @Test
    void values_are_chosen_among_those_that_are_offered() throws IOException, InterruptedException {
        JsonNode recalled = post("/v1/recalls", """
                {"task_id":"t3","choices":{"temperature":[0.0,0.5]}}""");

        assertThat(recalled.at("/parameters/temperature").asDouble()).isIn(0.0, 0.5);
        post("/v1/evaluations", """
                {"task_id":"t3","success":true,"receipt":"%s"}""".formatted(recalled.path("receipt").asText()));
        JsonNode parameter = get("/v1/params").at("/items/0");
        assertThat(parameter.path("name").asText()).isEqualTo("temperature");
        assertThat(parameter.path("values")).hasSize(2);
        assertThat(get("/v1/report").at("/cost/receipts").asInt()).isEqualTo(1);
    }

    @Test
    void what_a_critic_taught_is_gone_and_comes_back() throws IOException, InterruptedException {
        String what = "{\"id\":\"r1\",\"critic\":\"judge\",\"dry_run\":%s}";
        JsonNode rehearsed = post("/v1/retractions", what.formatted("true"));
        assertThat(rehearsed.path("facts").asInt()).isEqualTo(2);
        assertThat(rehearsed.at("/changes/0/change").asText()).isEqualTo("gone");
        assertThat(first().isMissingNode()).isFalse();

        assertThat(post("/v1/retractions", what.formatted("false"))
                        .path("dry_run")
                        .asBoolean())
                .isFalse();
        assertThat(first().isMissingNode()).isTrue();

        assertThat(post("/v1/retractions", "{\"id\":\"r1\",\"undo\":true}")
                        .at("/changes/0/change")
                        .asText())
                .isEqualTo("back");
        assertThat(first().isMissingNode()).isFalse();
    }

    @Test
    void an_import_is_named_by_that_word_on_the_wire() throws IOException, InterruptedException {
        assertThat(post("/v1/retractions", "{\"import\":\"none.jsonl\",\"dry_run\":true}")
                        .path("facts")
                        .asInt())
                .isZero();
        assertThat(server.send("POST", "/v1/retractions", JSON, "{\"source\":\"none.jsonl\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_retraction_of_nothing_in_particular_is_refused() throws IOException, InterruptedException {
        Reply reply = server.send("POST", "/v1/retractions", JSON, "{}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).contains("nothing says what to retract");
    }

    private JsonNode first() throws IOException, InterruptedException {
        return get("/v1/heuristics").at("/items/0");
    }

    private JsonNode get(String address) throws IOException, InterruptedException {
        Reply reply = server.send("GET", address, "", "");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return ApiDocument.parse(reply.body());
    }

    private JsonNode post(String address, String body) throws IOException, InterruptedException {
        Reply reply = server.send("POST", address, JSON, body);
        assertThat(reply.status()).as(reply.body()).isBetween(200, 201);
        return ApiDocument.parse(reply.body());
    }
}
