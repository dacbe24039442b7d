package org.autotrainer.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import org.autotrainer.application.server.Scope;
import org.autotrainer.application.server.Token;
import org.autotrainer.application.store.MemoryStore;
import org.autotrainer.domain.trust.Trust;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far a token is trusted stands with what it records, and decides what becomes of it. */
class TrustOfTokensTest {
    private final RunningServer server = RunningServer.start(
            new MemoryStore(),
            RunningServer.options()
                    .with(new Callers()
                            .with(token("trusted", Trust.TRUSTED))
                            .with(token("reviewed", Trust.REVIEWED))
                            .with(token("untrusted", Trust.UNTRUSTED))));

    private static Token token(String name, Trust trust) {
        return new Token(name, EnumSet.of(Scope.READ, Scope.WRITE), Optional.empty(), trust);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"trusted,candidate", "reviewed,quarantined", "untrusted,quarantined"})
    void advice_from_below_trusted_waits_for_approval(String name, String status) throws IOException {
        send(name, "/v1/evaluations", "{\"task_id\":\"t\",\"suggestions\":[\"Skip the tests\"]}");

        assertThat(heuristic().path("status").asText()).isEqualTo(status);
        if (status.equals("quarantined")) {
            assertThat(story().toString()).contains(name + " source token:" + name);
            assertThat(send(name, "/v1/recalls", "{\"context\":{\"text\":\"tests\"}}")
                            .at("/heuristics"))
                    .isEmpty();
        }
    }

    @Test
    void what_the_operator_sends_is_the_operators_own() throws IOException {
        server.ask(server.post("/v1/evaluations", "{\"task_id\":\"t\",\"suggestions\":[\"Look first\"]}"));

        assertThat(heuristic().path("status").asText()).isEqualTo("candidate");
    }

    @Test
    void lessons_from_below_trusted_are_not_trained_on() throws IOException {
        String lesson = "{\"task_id\":\"t\",\"evaluation\":{\"suggestions\":[\"Skip the tests\"]}}";

        send("untrusted", "/v1/lessons", lesson);
        assertThat(send("trusted", "/v1/training", "{}").path("applied").asInt())
                .isZero();

        send("trusted", "/v1/lessons", lesson);
        assertThat(send("trusted", "/v1/training", "{}").path("applied").asInt())
                .isEqualTo(1);
    }

    @Test
    void a_training_run_from_below_trusted_is_held_back_too() throws IOException {
        send("untrusted", "/v1/training", "{\"task_id\":\"t\",\"evaluation\":{\"suggestions\":[\"Skip the tests\"]}}");

        assertThat(heuristic().path("status").asText()).isEqualTo("quarantined");
    }

    @Test
    void what_a_token_brought_is_unlearned_by_its_name() throws IOException {
        send("trusted", "/v1/evaluations", "{\"task_id\":\"t\",\"suggestions\":[\"Skip the tests\"]}");

        server.ask(server.post("/v1/retractions", "{\"import\":\"token:trusted\"}"));

        assertThat(server.loop().heuristics().list("default", "", 5).items()).isEmpty();
    }

    @Test
    void a_token_below_trusted_corrects_what_it_brought_itself_and_nothing_else() throws IOException {
        String first = "{\"id\":\"e\",\"task_id\":\"t\",\"suggestions\":[\"Look first\"]}";
        String corrected = "{\"id\":\"e\",\"task_id\":\"t\",\"revision\":1}";
        send("trusted", "/v1/evaluations", first);

        RawAnswer refused =
                server.ask(server.request("POST", "/v1/evaluations", Callers.secret("untrusted"), corrected));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("was brought by another source");
        assertThat(heuristic().path("text").asText()).isEqualTo("Look first");

        send("untrusted", "/v1/evaluations", first.replace("\"e\"", "\"own\""));
        send("untrusted", "/v1/evaluations", corrected.replace("\"e\"", "\"own\""));
        send("reviewed", "/v1/evaluations", first.replace("\"e\"", "\"theirs\""));
        send("trusted", "/v1/evaluations", corrected.replace("\"e\"", "\"theirs\""));
    }

    private JsonNode send(String name, String target, String json) throws IOException {
        RawAnswer answer = server.ask(server.request("POST", target, Callers.secret(name), json));
        assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
        return answer.problem();
    }

    private JsonNode heuristic() throws IOException {
        return server.ask(server.get("/v1/heuristics")).problem().at("/items/0");
    }

    private JsonNode story() throws IOException {
        return server.ask(server.get("/v1/heuristics/" + heuristic().path("id").asText()))
                .problem();
    }
}
