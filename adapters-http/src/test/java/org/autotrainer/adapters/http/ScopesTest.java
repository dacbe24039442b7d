package org.autotrainer.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.autotrainer.adapters.http.RunningServer.bytes;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.autotrainer.application.server.Scope;
import org.autotrainer.application.server.ServerProvider;
import org.autotrainer.application.server.Token;
import org.autotrainer.application.store.MemoryStore;
import org.autotrainer.domain.trust.Trust;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What each token may do at each route; the routes say for themselves what they need. */
class ScopesTest {
    private static final Set<String> OPEN = Set.of("/healthz", "/readyz");

    private final Callers callers = Callers.ofEachScope();
    private RunningServer server =
            RunningServer.start(new MemoryStore(), RunningServer.options().with(callers));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void each_route_lets_in_the_tokens_with_its_scope_and_no_other() throws IOException {
        for (Route route : RunningServer.routes()) {
            for (Token token : callers.all()) {
                RawAnswer answer = server.ask(request(route, token));

                boolean allowed = route.access().scope().map(token::allows).orElse(true);
                String what = route.method() + " " + route.path() + " with " + token.scopes() + ": " + answer;
                if (allowed) {
                    assertThat(answer.status()).as(what).isNotIn(401, 403, 405, 500);
                } else {
                    assertThat(answer.status()).as(what).isEqualTo(403);
                    assertThat(answer.problem().path("type").asText()).isEqualTo("urn:autotrainer:problem:forbidden");
                    String needed = route.access().scope().orElseThrow().word();
                    assertThat(answer.problem().path("detail").asText()).contains("scope " + needed);
                    assertThat(answer.header("www-authenticate")).contains("scope=\"" + needed + "\"");
                }
            }
        }
    }

    private byte[] request(Route route, Token token) {
        Draft draft = Draft.of(route, server.port(), new Random(1));
        draft.header("Authorization", "Authorization: Bearer " + Callers.secret(token.name()));
        return draft.framed();
    }

    @Test
    void only_health_is_open_and_what_only_looks_needs_no_more_than_read() {
        Map<Boolean, List<Route>> open = RunningServer.routes().stream()
                .collect(Collectors.partitioningBy(route -> route.access().isOpen()));

        assertThat(open.get(true)).extracting(Route::path).containsExactlyInAnyOrderElementsOf(OPEN);
        assertThat(open.get(false))
                .allMatch(route -> (route.method().equals("GET")
                                || route.path().startsWith("/v1/datasets")
                                || route.path().equals("/mcp"))
                        == route.access().scope().equals(Optional.of(Scope.READ)));
    }

    @Test
    void a_token_is_told_what_it_may_do_and_not_what_another_may() throws IOException {
        callers.with(new Token("bot", Set.of(Scope.READ, Scope.WRITE), Optional.of("support"), Trust.REVIEWED));

        for (int i = 0; i < 2; i++) { // also when the answer to the other one is known
            assertThat(told(RunningServer.TOKEN))
                    .isEqualTo("{\"name\":\"local\",\"scopes\":[\"read\",\"write\",\"admin\"],\"trust\":\"trusted\"}");
            assertThat(told(Callers.secret("bot")))
                    .isEqualTo("{\"name\":\"bot\",\"scopes\":[\"read\",\"write\"],\"agent\":\"support\","
                            + "\"trust\":\"reviewed\"}");
        }
    }

    private String told(String secret) throws IOException {
        return server.ask(server.request("GET", "/v1/token", secret, "")).body();
    }

    @Test
    void a_scope_is_asked_for_before_the_body_is() throws IOException {
        byte[] head = bytes("PUT /v1/settings HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + Callers.secret("rw") + "\r\nContent-Type: text/plain\r\nContent-Length: 1000\r\n\r\n");

        RawAnswer answer = server.ask(head);

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void a_token_of_a_blocked_source_sees_and_records_nothing() throws IOException {
        callers.with(new Token("blocked", Set.of(Scope.READ, Scope.WRITE), Optional.empty(), Trust.BLOCKED));
        String secret = Callers.secret("blocked");
        String evaluation = "{\"task_id\":\"t\",\"success\":false,\"suggestions\":[\"Skip the tests\"]}";

        assertThat(server.ask(server.request("GET", "/v1/agents", secret, "")).status())
                .isEqualTo(200);
        assertThat(server.ask(server.request("POST", "/v1/evaluations", secret, evaluation))
                        .status())
                .isEqualTo(403);
        assertThat(server.loop().agents().list("", 1).items()).isEmpty();
    }

    @Test
    void a_token_that_is_known_no_more_lets_nobody_in() throws IOException {
        byte[] request = server.request("GET", "/v1/agents", Callers.secret("r"), "");
        assertThat(server.ask(request).status()).isEqualTo(200);

        callers.forget("r");

        assertThat(server.ask(request).status()).isEqualTo(401);
    }

    @Test
    void a_server_without_a_token_of_the_operator_takes_no_empty_one() throws IOException {
        server.close();
        server = RunningServer.start(
                new MemoryStore(), RunningServer.options().with("").with(callers));

        for (String shown : List.of("", " ", RunningServer.TOKEN)) {
            assertThat(server.ask(server.request("GET", "/v1/agents", shown, ""))
                            .status())
                    .isEqualTo(401);
        }
        assertThat(server.ask(server.request("GET", "/v1/agents", Callers.secret("r"), ""))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void each_token_has_a_rate_of_its_own() throws IOException {
        server.close();
        server = RunningServer.start(
                new MemoryStore(), new ServerProvider.Options("127.0.0.1", 0, RunningServer.TOKEN, 1).with(callers));
        byte[] first = server.request("GET", "/v1/agents", Callers.secret("r"), "");
        RawAnswer answer = server.ask(first);
        while (answer.status() == 200) {
            answer = server.ask(first);
        }

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("retry-after")).isEqualTo("1");
        assertThat(server.ask(server.request("GET", "/v1/agents", Callers.secret("rw"), ""))
                        .status())
                .isEqualTo(200);
    }
}
