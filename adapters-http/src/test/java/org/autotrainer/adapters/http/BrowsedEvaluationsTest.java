package org.autotrainer.adapters.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import org.autotrainer.adapters.http.Served.Answered;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Evaluations that were recorded are found again, and can be corrected. */
class BrowsedEvaluationsTest {
    private static final Served SERVED = new Served();
    private static final String FULL = """
            {"id":"e1","agent":"full","run":"nightly","task_id":"t1","attempt":2,"critic":{"id":"pytest","version":"9"},
             "success":false,"score":0.25,"suggestions":["Look first",{"text":"Ask then","tags":["refund"]}],
             "context":{"text":"a refund, \\u00fcber alles \\ud83d\\ude42","tags":["eu"]},"model":"m",
             "parameters":{"temperature":1.0E-5,"n":7,"tone":"brief","stream":true},
             "messages":[{"role":"system","content":"Be kind."},{"role":"user","content":"Hello\\u001b[31m\\nagain"},
              {"role":"assistant","tool_calls":[{"id":"c1","name":"find","arguments":{"q":null,"n":[1,2.50,{"a":1e22}]}}]},
              {"role":"tool","tool_call_id":"c1","name":"find","content":"{}"}],
             "tools":[{"name":"find","description":"Finds.","parameters":{"type":"object"}}],
             "receipt":"r1","marks":[{"id":"h1","mark":"helped"}],
             "metadata":{"gone":null,"big":9007199254740993,"list":[1.0,2.5,"x",true,{}]},
             "occurred_at":"2026-05-21T09:30:00Z","outcome":"measured"}""";

    @AfterAll
    static void stop() {
        SERVED.close();
    }

    @Test
    void what_is_shown_is_what_was_recorded_and_can_be_corrected_and_sent_again() {
        assertThat(SERVED.post("/v1/evaluations", FULL).status()).isEqualTo(201);
        Answered shown = SERVED.get("/v1/evaluations/e1?agent=full");
        JsonNode evaluation = shown.json().path("evaluation");

        Answered same = SERVED.post("/v1/evaluations", evaluation.toString());
        assertThat(same.status()).as(same.text()).isEqualTo(200);
        assertThat(SERVED.get("/v1/evaluations/e1?agent=full").text()).isEqualTo(shown.text());

        ObjectNode corrected = evaluation.deepCopy();
        corrected.put("revision", 1).put("success", true);
        assertThat(SERVED.post("/v1/evaluations", corrected.toString()).status())
                .isEqualTo(201);
        JsonNode now = SERVED.get("/v1/evaluations/e1?agent=full").json();
        assertThat(now.path("evaluation")).isEqualTo(corrected);
        assertThat(now.at("/corrections/0/revision").asInt()).isEqualTo(1);
    }

    @Test
    void one_that_brought_no_id_is_sent_again_under_the_id_that_it_got() {
        String id = SERVED.post("/v1/evaluations", "{\"agent\":\"derived\",\"task_id\":\"t1\"}")
                .json()
                .path("evaluation_id")
                .asText();
        String evaluation = SERVED.get("/v1/evaluations/" + id + "?agent=derived")
                .json()
                .path("evaluation")
                .toString();

        assertThat(SERVED.post("/v1/evaluations", evaluation).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nightly/7", "a b", "50%", "ä?#&=+", "\"'<b>", "a..b", "%2F"})
    void an_id_of_any_characters_is_found(String id) {
        ObjectNode evaluation = Json.object();
        evaluation.put("agent", "ids").put("task_id", "t").put("id", id);
        SERVED.post("/v1/evaluations", evaluation.toString());

        String address = "/v1/evaluations/" + URLEncoder.encode(id, UTF_8).replace("+", "%20") + "?agent=ids";
        Answered shown = SERVED.get(address);
        assertThat(shown.json().at("/evaluation/id").asText()).as(shown.text()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1%2Fevaluations?agent=ids",
                "/v1/settings%2F..%2F..%2Fhealthz",
                "/healthz%2F..%2Fv1%2Fagents",
                "/assets/..%2Fopenapi.json",
                "/assets%2Fapp.js"
            })
    void an_escaped_slash_leads_to_no_other_route(String address) {
        assertThat(SERVED.get(address).status()).isEqualTo(404);
    }

    @Test
    void a_list_is_short_however_long_the_conversations_are() {
        String message = "{\"role\":\"user\",\"content\":\"" + "x".repeat(1 << 20) + "\"}";
        for (int i = 0; i < 5; i++) {
            SERVED.post(
                    "/v1/evaluations",
                    "{\"agent\":\"long\",\"task_id\":\"t" + i + "\",\"messages\":[" + message + "]}");
        }

        Answered list = SERVED.get("/v1/evaluations?agent=long");
        assertThat(list.json().path("items")).hasSize(5);
        assertThat(list.text()).hasSizeLessThan(2_000);
        String id = list.json().at("/items/0/id").asText();
        assertThat(SERVED.get("/v1/evaluations/" + id + "?agent=long").text()).hasSizeGreaterThan(1 << 20);
    }

    @Test
    void one_that_is_not_there_is_told_with_the_route_that_lists_what_is() {
        Answered none = SERVED.get("/v1/evaluations/e9?agent=no+one");

        assertThat(none.status()).isEqualTo(404);
        assertThat(none.json().path("detail").asText())
                .isEqualTo("agent no one has no evaluation e9; GET /v1/evaluations?agent=no+one lists those there are");
    }
}
