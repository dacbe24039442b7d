package org.autotrainer.adapters.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.server.ServerProvider;
import org.autotrainer.application.store.MemoryStore;

/** A running server over a store in memory, and a client of it. */
final class Served implements AutoCloseable {
    static final String TOKEN = "a-token-of-a-test-0123456789";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TrainingLoop loop;
    private final ServerProvider.Server server;
    private final HttpClient client = HttpClient.newHttpClient();

    Served() {
        this(TrainingLoop.over(new MemoryStore()));
    }

    Served(TrainingLoop loop) {
        this.loop = loop;
        server = new HttpServerProvider().start(loop, new ServerProvider.Options("127.0.0.1", 0, TOKEN, 0));
    }

    /** An answer. */
    record Answered(int status, String mediaType, String text) {
        /** The body as JSON. */
        JsonNode json() {
            return parse(text);
        }

        /** The lines of the body as JSON. */
        List<JsonNode> lines() {
            return text.lines().map(Served::parse).toList();
        }
    }

    /** The answer to a request with a body; none for null. */
    Answered send(String method, String path, String mediaType, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + path))
                .header("Authorization", "Bearer " + TOKEN)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (mediaType != null) {
            request.header("Content-Type", mediaType);
        }
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            return new Answered(
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    answer.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    Answered post(String path, String json) {
        return send("POST", path, "application/json", json);
    }

    Answered put(String path, String json) {
        return send("PUT", path, "application/json", json);
    }

    Answered get(String path) {
        return send("GET", path, null, null);
    }

    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException wrong) {
            throw new UncheckedIOException(text, wrong);
        }
    }

    @Override
    public void close() {
        server.close();
        loop.close();
    }
}
