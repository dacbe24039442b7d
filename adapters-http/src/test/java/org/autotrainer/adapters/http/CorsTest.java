package org.autotrainer.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.autotrainer.adapters.http.RunningServer.TOKEN;
import static org.autotrainer.adapters.http.RunningServer.bytes;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.autotrainer.application.server.ServerProvider.Reach;
import org.autotrainer.application.store.MemoryStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By which names a server may be called, and whose pages may call it, if that was said. */
class CorsTest {
    private static final String PAGE = "https://app.example.org";

    private RunningServer server = RunningServer.start(
            new MemoryStore(),
            RunningServer.options()
                    .with(new Reach(
                            Optional.empty(),
                            List.of("memory.example.org", "proxy.example.org:8443"),
                            List.of(PAGE, "http://localhost:5173"))));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void the_question_of_a_browser_is_answered_before_the_token_is_asked_for() throws IOException {
        RawAnswer answer = ask(
                "OPTIONS /v1/evaluations",
                "Origin: " + PAGE,
                "Access-Control-Request-Method: POST",
                "Access-Control-Request-Headers: authorization,content-type");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("access-control-allow-origin")).isEqualTo(PAGE);
        assertThat(answer.header("access-control-allow-methods")).contains("POST");
        assertThat(answer.header("access-control-allow-headers")).contains("Authorization", "Content-Type");
        assertThat(answer.header("vary")).contains("Origin");
        assertThat(answer.headers()).doesNotContainKey("access-control-allow-credentials");
    }

    /** Browsers ask for each field but the few that are always allowed, and show those alone that are exposed. */
    @Test
    void a_page_may_send_and_read_all_fields_that_are_in_use() throws IOException {
        RawAnswer question = ask("OPTIONS /v1/evaluations", "Origin: " + PAGE, "Access-Control-Request-Method: POST");
        RawAnswer answer = ask("GET /v1/agents", "Origin: " + PAGE, "Authorization: Bearer " + TOKEN);

        assertThat(question.header("access-control-allow-headers"))
                .contains("Content-Encoding", "Idempotency-Key", "If-Match", "If-None-Match");
        assertThat(answer.header("access-control-expose-headers"))
                .contains("ETag", "Idempotent-Replayed", "Retry-After");
    }

    @Test
    void a_page_of_an_allowed_origin_may_read_answers_and_needs_the_token_all_the_same() throws IOException {
        for (String token : List.of(TOKEN, "another-token-0123456789")) {
            RawAnswer answer = ask("GET /v1/agents", "Origin: " + PAGE, "Authorization: Bearer " + token);

            assertThat(answer.status()).isEqualTo(token.equals(TOKEN) ? 200 : 401);
            assertThat(answer.header("access-control-allow-origin")).isEqualTo(PAGE);
            assertThat(answer.header("access-control-expose-headers")).contains("X-Request-Id");
            assertThat(answer.header("vary")).contains("Origin");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example.org.evil.com",
                "https://evil.com",
                "http://app.example.org",
                "https://app.example.org:8443",
                "https://app.example.org/",
                "https://APP.example.org",
                "https://app.example.org https://evil.com",
                "null",
                "*",
                ""
            })
    void another_origin_is_told_nothing(String origin) throws IOException {
        for (String method : List.of("GET", "OPTIONS")) {
            RawAnswer answer = ask(
                    method + " /v1/agents",
                    "Origin: " + origin,
                    "Access-Control-Request-Method: GET",
                    "Authorization: Bearer " + TOKEN);

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.headers()).doesNotContainKey("access-control-allow-origin");
        }
    }

    @Test
    void caches_are_told_that_answers_depend_on_the_origin() throws IOException {
        assertThat(ask("GET /v1/agents", "Authorization: Bearer " + TOKEN).header("vary"))
                .isEqualTo("Origin, Accept, Accept-Encoding");
    }

    @Test
    void without_allowed_origins_there_is_no_word_of_them() throws IOException {
        server.close();
        server = RunningServer.start();
        String own = "http://127.0.0.1:" + server.port();

        RawAnswer answer = ask("GET /v1/agents", "Origin: " + own, "Authorization: Bearer " + TOKEN);
        RawAnswer question = ask("OPTIONS /v1/agents", "Origin: " + PAGE, "Access-Control-Request-Method: GET");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).doesNotContainKey("access-control-allow-origin");
        assertThat(answer.header("vary")).doesNotContain("Origin");
        assertThat(question.status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"memory.example.org", "Memory.Example.org", "memory.example.org:PORT", "proxy.example.org:8443"})
    void an_allowed_name_is_served(String name) throws IOException {
        assertThat(called(name.replace("PORT", "" + server.port()))).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "memory.example.org:8443",
                "proxy.example.org",
                "proxy.example.org:PORT",
                "a.memory.example.org",
                "memory.example.org.evil.com"
            })
    void a_name_that_is_not_quite_an_allowed_one_is_not(String name) throws IOException {
        assertThat(called(name.replace("PORT", "" + server.port()))).isEqualTo(421);
    }

    @Test
    void a_proxy_before_an_allowed_name_may_have_added_tls() throws IOException {
        for (String origin : List.of("http://memory.example.org", "https://memory.example.org")) {
            byte[] request = bytes("GET /v1/agents HTTP/1.1\r\nHost: memory.example.org\r\nOrigin: " + origin
                    + "\r\nAuthorization: Bearer " + TOKEN + "\r\n\r\n");
            assertThat(server.ask(request).status()).isEqualTo(200);
        }
    }

    private int called(String name) throws IOException {
        return server.ask(bytes(
                        "GET /v1/agents HTTP/1.1\r\nHost: " + name + "\r\nAuthorization: Bearer " + TOKEN + "\r\n\r\n"))
                .status();
    }

    private RawAnswer ask(String line, String... fields) throws IOException {
        return server.ask(bytes(line + " HTTP/1.1\r\nHost: localhost\r\n" + String.join("\r\n", fields) + "\r\n\r\n"));
    }
}
