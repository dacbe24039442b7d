package org.autotrainer.adapters.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.port.Store;
import org.autotrainer.application.server.ServerProvider;
import org.autotrainer.application.store.MemoryStore;

/** A server on a port of its own, and what a well-formed request to it looks like. */
final class RunningServer implements AutoCloseable {
    static final String TOKEN = "3f1c0a9be77d42f58c6a0d15b2e94f60";

    private final TrainingLoop loop;
    private final ServerProvider.Server server;

    private RunningServer(TrainingLoop loop, ServerProvider.Server server) {
        this.loop = loop;
        this.server = server;
    }

    static RunningServer start() {
        return start(new MemoryStore(), 0);
    }

    static RunningServer start(Store store, int requestsPerSecond) {
        return start(store, new ServerProvider.Options("127.0.0.1", 0, TOKEN, requestsPerSecond));
    }

    static RunningServer start(Store store, ServerProvider.Options options) {
        TrainingLoop loop = TrainingLoop.over(store);
        return new RunningServer(loop, new HttpServerProvider().start(loop, options));
    }

    /** All that it answers. */
    static List<Route> routes() {
        return new Endpoints(TrainingLoop.over(new MemoryStore())).routes();
    }

    int port() {
        return server.address().getPort();
    }

    RawConnection connect() throws IOException {
        return new RawConnection(port());
    }

    /** The answer to a request on a connection of its own. */
    RawAnswer ask(byte[] request) throws IOException {
        try (RawConnection connection = connect()) {
            connection.send(request);
            return connection.read(false).orElseThrow(() -> new AssertionError("closed without an answer"));
        }
    }

    byte[] get(String target) {
        return bytes("GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + port() + "\r\nAuthorization: Bearer " + TOKEN
                + "\r\n\r\n");
    }

    byte[] post(String target, String json) {
        return bytes("POST " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + port() + "\r\nAuthorization: Bearer " + TOKEN
                + "\r\nContent-Type: application/json\r\nContent-Length: " + bytes(json).length + "\r\n\r\n" + json);
    }

    /** The same with lines. */
    byte[] lines(String target, String lines) {
        String request = new String(post(target, lines), StandardCharsets.UTF_8);
        return bytes(request.replace("Content-Type: application/json", "Content-Type: application/x-ndjson"));
    }

    /** A request with a token; an empty body is none. */
    byte[] request(String method, String target, String secret, String json) {
        String body = json.isEmpty() ? "" : "Content-Type: application/json\r\n";
        return bytes(method + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + port() + "\r\nAuthorization: Bearer "
                + secret + "\r\n" + body + "Content-Length: " + bytes(json).length + "\r\n\r\n" + json);
    }

    /** Options of a server on this machine, for the operator. */
    static ServerProvider.Options options() {
        return new ServerProvider.Options("127.0.0.1", 0, TOKEN, 0);
    }

    /** The loop that it serves. */
    TrainingLoop loop() {
        return loop;
    }

    byte[] recall() {
        return post("/v1/recalls", "{\"agent\":\"support\",\"context\":{\"text\":\"a refund for a cup\"}}");
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.close();
        loop.close();
    }

    /** Closes the server alone. */
    void stop() {
        server.close();
    }
}
