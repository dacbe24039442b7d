package org.autotrainer.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.autotrainer.adapters.http.RunningServer.TOKEN;
import static org.autotrainer.adapters.http.RunningServer.bytes;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.autotrainer.application.server.ServerProvider;
import org.autotrainer.application.store.MemoryStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {
    private static final int FOREIGN = Integer.getInteger("foreign.requests", 10_000);
    private static final Set<String> OPEN = Set.of("/healthz", "/readyz");
    private static final List<String> NAMES = List.of(
            "evil.com",
            "localhost.evil.com",
            "127.0.0.1.evil.com",
            "evil.com.localhost",
            "localhost.",
            "127.0.0.1.",
            "[::1].evil.com",
            "localhost@evil.com",
            "evil.com@localhost",
            "user:pw@localhost",
            "localhost#evil.com",
            "localhost%2eevil.com",
            "127.0.0.2",
            "0.0.0.0",
            "127.1",
            "0x7f000001",
            "2130706433",
            "017700000001",
            "[::ffff:127.0.0.1]",
            "[::]",
            "[0:0:0:0:0:0:0:1]",
            "::1",
            "[::1",
            "localhosT.evil.com",
            "xn--lcalhost-q1a",
            "l\u043ecalhost",
            "localhost\\",
            "localhost/",
            "localhost ,evil.com",
            "",
            "null",
            "undefined",
            "*",
            "metadata.google.internal",
            "169.254.169.254",
            "192.168.0.1");

    private RunningServer server = RunningServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void nothing_is_served_to_another_host_or_origin() throws IOException {
        long seed = Long.getLong("fuzz.seed", 20_261_102);
        List<Route> routes = RunningServer.routes();
        RawConnection connection = server.connect();
        for (int i = 0; i < FOREIGN; i++) {
            Random random = new Random(seed + i);
            byte[] request = foreign(routes.get(random.nextInt(routes.size())), random);
            connection.send(request);
            RawAnswer answer =
                    connection.read(false).orElseThrow(() -> new AssertionError("closed at " + new String(request)));
            answer.check();
            assertThat(answer.status())
                    .as("seed %s, number %s:%n%s", seed, i, new String(request))
                    .isIn(400, 403, 421);
            if (answer.closes()) {
                connection.close();
                connection = server.connect();
            }
        }
        connection.close();
    }

    private byte[] foreign(Route route, Random random) {
        Draft draft = Draft.of(route, server.port(), random);
        if (random.nextInt(6) == 0) {
            draft.method = "OPTIONS";
        }
        String foreign = port(NAMES.get(random.nextInt(NAMES.size())), random);
        switch (random.nextInt(5)) {
            case 0 -> draft.header("Host", "Host: " + foreign);
            case 1 -> draft.header("Host", "Host: 127.0.0.1:" + (server.port() + 1 + random.nextInt(9)));
            case 2 -> draft.header("Host", "Host: 127.0.0.1:" + server.port(), "Host: " + foreign);
            case 3 -> draft.target = "http://evil.com" + draft.target;
            default -> draft.headers.add("Origin: " + origin(foreign, random));
        }
        return draft.framed();
    }

    private String port(String name, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> name + ":" + server.port();
            case 1 -> name + ":80";
            case 2 -> name.toUpperCase(Locale.ROOT);
            default -> name;
        };
    }

    private String origin(String foreign, Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> "null";
            case 1 -> "https://127.0.0.1:" + server.port();
            case 2 -> "http://127.0.0.1:" + (server.port() + 1);
            case 3 -> "file://";
            case 4 -> "chrome-extension://abcdef";
            case 5 -> "http://127.0.0.1:" + server.port() + "\r\nOrigin: http://evil.com";
            default -> "http://" + foreign;
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "LocalHost", "[::1]"})
    void the_names_of_the_machine_itself_are_served(String name) throws IOException {
        String head = "GET /v1/agents HTTP/1.1\r\nHost: " + name + ":" + server.port() + "\r\nOrigin: http://" + name
                + ":" + server.port() + "\r\nAuthorization: Bearer " + TOKEN + "\r\n\r\n";

        assertThat(server.ask(bytes(head)).status()).isEqualTo(200);
    }

    /** As one that listens on all addresses is reached: at one that is not the host that it was given. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void the_address_at_which_it_was_reached_is_served() throws IOException {
        server.close();
        server = RunningServer.start(new MemoryStore(), new ServerProvider.Options("::ffff:127.0.0.3", 0, TOKEN, 0));

        try (RawConnection connection = new RawConnection(InetAddress.getByName("127.0.0.3"), server.port())) {
            assertThat(status(connection, "127.0.0.3:" + server.port())).isEqualTo(200);
            assertThat(status(connection, "127.0.0.4:" + server.port())).isEqualTo(421);
        }
    }

    private static int status(RawConnection connection, String host) throws IOException {
        connection.send(
                bytes("GET /v1/agents HTTP/1.1\r\nHost: " + host + "\r\nAuthorization: Bearer " + TOKEN + "\r\n\r\n"));
        return connection.read(false).orElseThrow().status();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Authorization: \r\n",
                "Authorization: Bearer\r\n",
                "Authorization: Bearer 3f1c0a9be77d42f58c6a0d15b2e94f61\r\n",
                "Authorization: Bearer 3f1c0a9be77d42f58c6a0d15b2e94f6\r\n",
                "Authorization: Bearer 3f1c0a9be77d42f58c6a0d15b2e94f600\r\n",
                "Authorization: Bearer 3F1C0A9BE77D42F58C6A0D15B2E94F60\r\n",
                "Authorization: Basic 3f1c0a9be77d42f58c6a0d15b2e94f60\r\n",
                "Authorization: 3f1c0a9be77d42f58c6a0d15b2e94f60\r\n",
                "Cookie: token=3f1c0a9be77d42f58c6a0d15b2e94f60\r\n",
                "Authorization: Bearer x\r\nAuthorization: Bearer 3f1c0a9be77d42f58c6a0d15b2e94f60\r\n"
            })
    void every_route_but_those_for_health_needs_the_token(String authorization) throws IOException {
        for (Route route : RunningServer.routes()) {
            String path = Draft.of(route, server.port(), new Random(1)).target;
            for (String target : List.of(path, "/v1/.." + path, "/healthz/.." + path)) {
                RawAnswer answer = server.ask(bytes(route.method() + " " + target + " HTTP/1.1\r\nHost: localhost:"
                        + server.port() + "\r\n" + authorization + "Content-Length: 0\r\n\r\n"));

                assertThat(answer.status()).as(target).isEqualTo(OPEN.contains(route.path()) ? 200 : 401);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPTIONS *", "CONNECT localhost:443", "CONNECT /", "GET //", "GET /%2e%2e/", "POST *"})
    void a_target_that_is_no_path_leads_nowhere_with_a_token_and_without(String line) throws IOException {
        for (String token : List.of("", "Authorization: Bearer " + TOKEN + "\r\n")) {
            RawAnswer answer = server.ask(bytes(line + " HTTP/1.1\r\nHost: localhost:" + server.port() + "\r\n" + token
                    + "Content-Length: 0\r\n\r\n"));

            answer.check();
            assertThat(answer.status())
                    .as(line)
                    .isIn(line.equals("OPTIONS *") ? Set.of(204, 401) : Set.of(400, 401, 404, 405, 421));
        }
    }

    @Test
    void who_shows_no_token_learns_nothing_of_what_there_is() throws IOException {
        RawAnswer answer = server.ask(bytes("GET /nothing HTTP/1.1\r\nHost: localhost\r\n\r\n"));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("www-authenticate")).isEqualTo("Bearer");
    }

    @Test
    void more_requests_than_the_rate_allows_are_told_when_to_come_again() throws IOException {
        server.close();
        server = RunningServer.start(new MemoryStore(), 1);

        RawAnswer answer = awaitRefusal(server.get("/v1/agents"), 200);

        assertThat(answer.header("retry-after")).isEqualTo("1");
        assertThat(server.ask(stranger("/readyz")).status()).isEqualTo(200);
    }

    @Test
    void who_guesses_tokens_is_told_to_come_again_and_keeps_nobody_out() throws IOException {
        server.close();
        server = RunningServer.start(new MemoryStore(), 1);

        RawAnswer answer = awaitRefusal(stranger("/v1/agents"), 401);

        assertThat(answer.header("retry-after")).isEqualTo("1");
        assertThat(server.ask(server.get("/v1/agents")).status()).isEqualTo(200);
        assertThat(server.ask(stranger("/readyz")).status()).isEqualTo(200);
    }

    @Test
    void whether_it_runs_is_told_however_often_and_the_rest_is_not() throws IOException {
        server.close();
        server = RunningServer.start(new MemoryStore(), 1);

        awaitRefusal(stranger("/readyz"), 200);
        awaitRefusal(stranger("/assets/app.js"), 200);

        for (int i = 0; i <= Gate.STRANGERS_AT_ONCE; i++) {
            assertThat(server.ask(stranger("/healthz")).status()).isEqualTo(200);
        }
    }

    @Test
    void a_probe_that_shows_a_token_is_not_counted_among_strangers() throws IOException {
        server.close();
        server = RunningServer.start(new MemoryStore(), 1);

        awaitRefusal(stranger("/readyz"), 200);

        assertThat(server.ask(server.get("/readyz")).status()).isEqualTo(200);
    }

    private static byte[] stranger(String target) {
        return bytes("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }

    /** Asks until there were too many requests; before, the answer is another. */
    private RawAnswer awaitRefusal(byte[] request, int before) throws IOException {
        while (true) {
            RawAnswer answer = server.ask(request);
            if (answer.status() == 429) {
                return answer;
            }
            assertThat(answer.status()).isEqualTo(before);
        }
    }
}
