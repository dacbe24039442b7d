package org.autotrainer.adapters.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.server.ServerProvider;

/** A server on a port of its own, and a client of it. */
final class Exchange implements AutoCloseable {
    static final String TOKEN = "a-token-of-the-tests";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final ServerProvider.Server server;

    private Exchange(ServerProvider.Server server) {
        this.server = server;
    }

    static Exchange with(TrainingLoop loop) {
        return with(loop, 0);
    }

    static Exchange with(TrainingLoop loop, int requestsPerSecond) {
        ServerProvider.Options options = new ServerProvider.Options("127.0.0.1", 0, TOKEN, requestsPerSecond);
        return new Exchange(new HttpServerProvider().start(loop, options));
    }

    /**
     * An answer.
     *
     * @param headers by their names in small letters
     */
    record Reply(int status, String mediaType, Map<String, String> headers, String body) {}

    /** Sends a request with the token; an empty media type means no body. */
    Reply send(String method, String address, String mediaType, String body) throws IOException, InterruptedException {
        return send(method, address, mediaType, body, Map.of());
    }

    /** Sends a request with further fields of the head. */
    Reply send(String method, String address, String mediaType, String body, Map<String, String> fields)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + address))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + TOKEN)
                .method(method, mediaType.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!mediaType.isEmpty()) {
            request.header("Content-Type", mediaType);
        }
        fields.forEach(request::header);
        HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
        Map<String, String> headers = new HashMap<>();
        response.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
        return new Reply(response.statusCode(), headers.getOrDefault("content-type", ""), headers, response.body());
    }

    /** A connection on which the head of a request was sent: its first line, and other fields than usual. */
    Socket begin(String line, Map<String, String> fields) throws IOException {
        Map<String, String> all = new HashMap<>(Map.of(
                "Host",
                server.address().getAuthority(),
                "Authorization",
                "Bearer " + TOKEN,
                "Connection",
                "close",
                "Content-Length",
                "0"));
        all.putAll(fields);
        StringBuilder head = new StringBuilder(line).append(" HTTP/1.1\r\n");
        all.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        Socket socket = new Socket(server.address().getHost(), server.address().getPort());
        socket.setSoTimeout(30_000);
        socket.getOutputStream().write(head.append("\r\n").toString().getBytes(UTF_8));
        return socket;
    }

    /** Sends the head of a request as {@link #begin} does, and reads the answer. */
    Reply raw(String line, Map<String, String> fields) throws IOException {
        try (Socket socket = begin(line, fields)) {
            return read(socket);
        }
    }

    /** Reads an answer until the connection ends. */
    static Reply read(Socket socket) throws IOException {
        String text = new String(socket.getInputStream().readAllBytes(), UTF_8);
        int end = text.indexOf("\r\n\r\n");
        String[] head = text.substring(0, end).split("\r\n");
        Map<String, String> headers = new HashMap<>();
        for (int i = 1; i < head.length; i++) {
            int colon = head[i].indexOf(':');
            headers.put(
                    head[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    head[i].substring(colon + 1).strip());
        }
        int status = Integer.parseInt(head[0].split(" ")[1]);
        return new Reply(status, headers.getOrDefault("content-type", ""), headers, text.substring(end + 4));
    }

    @Override
    public void close() {
        server.close();
    }
}
