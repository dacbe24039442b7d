package org.autotrainer.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.autotrainer.adapters.http.RunningServer.TOKEN;
import static org.autotrainer.adapters.http.RunningServer.bytes;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.server.ServerProvider.KeyStore;
import org.autotrainer.application.server.ServerProvider.Reach;
import org.autotrainer.application.store.MemoryStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class TlsTest {
    /** Ten seconds and the time between two looks; more on a machine that is busy. */
    private static final Duration GONE_WITHIN = Duration.ofSeconds(30);

    @TempDir
    private static Path folder;

    private static Path keys;

    @BeforeAll
    static void make() throws IOException, InterruptedException {
        keys = KeyStores.made(folder, "pkcs12");
    }

    private static RunningServer serving(Path file, String password) {
        Reach reach = new Reach(Optional.of(new KeyStore(file, password)), List.of(), List.of());
        return RunningServer.start(new MemoryStore(), RunningServer.options().with(reach));
    }

    @ParameterizedTest
    @CsvSource({"TLSv1.2", "TLSv1.3"})
    void a_client_that_trusts_the_certificate_is_served(String version) throws Exception {
        try (RunningServer server = serving(keys, KeyStores.PASSWORD)) {
            HttpClient client = HttpClient.newBuilder()
                    .sslContext(KeyStores.trusting(keys, version))
                    .build();
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("https://localhost:" + server.port() + "/v1/agents"))
                    .header("Authorization", "Bearer " + TOKEN)
                    .header("Origin", "https://localhost:" + server.port())
                    .build();

            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo(version);
        }
    }

    @Test
    void the_old_form_of_key_stores_is_taken_too() throws Exception {
        try (RunningServer server = serving(KeyStores.made(folder, "jks"), KeyStores.PASSWORD);
                SSLSocket socket = connect(server, folder.resolve("server.jks"))) {
            assertThat(ask(socket, "/healthz", "Connection: close")).startsWith("HTTP/1.1 200");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1", "TLSv1.1"})
    void nothing_older_than_tls_1_2_is_spoken(String version) throws Exception {
        try (RunningServer server = serving(keys, KeyStores.PASSWORD);
                SSLSocket socket = connect(server, keys)) {
            socket.setEnabledProtocols(new String[] {version});

            assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLException.class);
        }
    }

    @Test
    void a_page_without_tls_is_another_origin() throws Exception {
        try (RunningServer server = serving(keys, KeyStores.PASSWORD);
                SSLSocket socket = connect(server, keys)) {
            String own = "Origin: http://localhost:" + server.port();

            assertThat(ask(socket, "/v1/agents", own + "\r\nConnection: close")).startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void what_is_not_encrypted_is_not_served() throws Exception {
        try (RunningServer server = serving(keys, KeyStores.PASSWORD);
                RawConnection plain = server.connect()) {
            plain.send(server.get("/healthz"));

            assertThatThrownBy(() -> plain.read(false).orElseThrow())
                    .isInstanceOfAny(java.util.NoSuchElementException.class, AssertionError.class);
        }
    }

    /** Under TLS the messages of a connection are counted elsewhere than its bytes. */
    @Test
    void a_connection_in_use_stays_and_a_head_or_a_handshake_that_drips_in_does_not() throws Exception {
        try (RunningServer server = serving(keys, KeyStores.PASSWORD);
                SSLSocket busy = connect(server, keys);
                SSLSocket dripping = connect(server, keys);
                Socket shaking = new Socket("localhost", server.port())) {
            dripping.getOutputStream().write(bytes("GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Slow: "));
            shaking.getOutputStream().write(new byte[] {22, 3, 1, 2, 0}); // a record of 512 bytes begins
            long begin = System.nanoTime();
            boolean drips = true;
            boolean shakes = true;
            while (drips || shakes) {
                assertThat(ask(busy, "/healthz", "Accept: */*")).startsWith("HTTP/1.1 200");
                drips = drips && isGoingOn(drips(dripping), begin);
                shakes = shakes && isGoingOn(drips(shaking), begin);
                Thread.sleep(250);
            }
            assertThat(ask(busy, "/healthz", "Accept: */*"))
                    .as("one that was in use all the while")
                    .startsWith("HTTP/1.1 200");
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(GONE_WITHIN);
        }
    }

    /** Whether a connection still takes bytes; none may be cut off that has had no time to send a head. */
    private static boolean isGoingOn(boolean drips, long begin) {
        if (!drips) {
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofSeconds(5));
        }
        return drips;
    }

    private static boolean drips(Socket socket) {
        try {
            socket.getOutputStream().write('a');
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    @Test
    void what_is_wrong_with_a_key_store_is_told_in_a_sentence() throws Exception {
        says(keys, "another password", "the password of the key store " + keys + " is another one");
        says(
                folder.resolve("none.p12"),
                "x",
                "the key store " + folder.resolve("none.p12") + " cannot be read: there is no such file");
        says(folder, "x", "the key store " + folder + " cannot be read: permission is denied, or it is no file");
        Path nonsense = KeyStores.nonsense(folder);
        says(nonsense, "x", nonsense + " is no key store; allowed are PKCS12 and JKS");
        Path certificate = KeyStores.withoutKey(folder, keys);
        says(
                certificate,
                KeyStores.PASSWORD,
                "the key store " + certificate + " holds no private key; put one in it, with its certificates");
    }

    private static void says(Path file, String password, String sentence) {
        assertThatThrownBy(() -> serving(file, password).close())
                .isInstanceOf(AutoTrainerException.class)
                .hasMessage(sentence);
    }

    private static SSLSocket connect(RunningServer server, Path trusted) throws IOException, GeneralSecurityException {
        SSLSocket socket = (SSLSocket)
                KeyStores.trusting(trusted, "TLS").getSocketFactory().createSocket("localhost", server.port());
        socket.setSoTimeout(15_000);
        return socket;
    }

    private static String ask(SSLSocket socket, String target, String field) throws IOException {
        socket.getOutputStream()
                .write(bytes("GET " + target + " HTTP/1.1\r\nHost: localhost:" + socket.getPort()
                        + "\r\nAuthorization: Bearer " + TOKEN + "\r\n" + field + "\r\n\r\n"));
        StringBuilder answer = new StringBuilder();
        for (int next = socket.getInputStream().read();
                next >= 0;
                next = socket.getInputStream().read()) {
            answer.append((char) next);
            if (next == '}') { // the end of a body: the next answer on this connection begins behind it
                break;
            }
        }
        return answer.toString();
    }
}
