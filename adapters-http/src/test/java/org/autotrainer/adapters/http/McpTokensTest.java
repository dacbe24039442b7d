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

/** A tool of MCP does what the token of its caller may do, and no more. */
class McpTokensTest {
    private final RunningServer server = RunningServer.start(
            new MemoryStore(),
            RunningServer.options()
                    .with(new Callers()
                            .with("looks", Scope.READ)
                            .with("works", Scope.READ, Scope.WRITE)
                            .with("decides", Scope.READ, Scope.ADMIN)
                            .with("records", Scope.WRITE)
                            .with(new Token(
                                    "stranger",
                                    EnumSet.of(Scope.READ, Scope.WRITE),
                                    Optional.of("support"),
                                    Trust.UNTRUSTED))));

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "list_heuristics,{},looks,''",
        "explain_heuristic,{'id':'x'},looks,has no heuristic",
        "recall_heuristics,{},looks,scope write",
        "recall_heuristics,{},works,''",
        "record_evaluation,{'task_id':'t'},looks,scope write",
        "record_evaluation,{'task_id':'t'},decides,scope write",
        "record_evaluation,{'task_id':'t'},works,''",
        "'review_suggestion','{''id'':''x'',''decision'':''apply''}',works,scope admin",
        "'review_suggestion','{''id'':''x'',''decision'':''apply''}',decides,has no suggestion"
    })
    void a_tool_asks_for_its_scope(String tool, String arguments, String token, String said) throws IOException {
        JsonNode result = call(token, tool, arguments.replace('\'', '"'));

        assertThat(result.path("isError").asBoolean()).isEqualTo(!said.isEmpty());
        assertThat(result.at("/content/0/text").asText()).contains(said);
    }

    @Test
    void without_the_scope_read_there_is_no_conversation() throws IOException {
        assertThat(ask("records", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_token_of_one_agent_reaches_no_other() throws IOException {
        assertThat(call("stranger", "list_heuristics", "{\"agent\":\"other\"}")
                        .at("/content/0/text")
                        .asText())
                .contains("other");
        assertThat(call("stranger", "list_heuristics", "{\"agent\":\"other\"}")
                        .path("isError")
                        .asBoolean())
                .isTrue();
        assertThat(call("stranger", "list_heuristics", "{\"agent\":\"support\"}")
                        .path("isError")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void advice_of_a_token_below_trusted_waits_for_approval() throws IOException {
        call(
                "stranger",
                "record_evaluation",
                "{\"agent\":\"support\",\"task_id\":\"t\",\"suggestions\":[\"Skip the tests\"]}");

        assertThat(server.loop()
                        .heuristics()
                        .list("support", "", 1)
                        .items()
                        .get(0)
                        .status())
                .isEqualTo("quarantined");
    }

    private JsonNode call(String token, String tool, String arguments) throws IOException {
        String message = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool
                + "\",\"arguments\":" + arguments + "}}";
        RawAnswer answer = ask(token, message);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.problem().path("result");
    }

    private RawAnswer ask(String token, String message) throws IOException {
        return server.ask(server.request("POST", "/mcp", Callers.secret(token), message));
    }
}
