package org.autotrainer.distribution;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** {@code autotrainer serve} as a process of its own, and a client of it. */
final class RunningServer implements AutoCloseable {
    static final String TOKEN = "a-token-of-a-test-0123456789";
    static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final String url;
    private final long readyMillis;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(30)).build();

    private RunningServer(Process process, String url, long readyMillis) {
        this.process = process;
        this.url = url;
        this.readyMillis = readyMillis;
    }

    /** Starts a server on any free port, and waits until it is ready. */
    static RunningServer start(String store, Path folder) throws IOException, InterruptedException {
        return start(Distribution.HOME, store, folder);
    }

    /** Starts a server whose coins fall alike in every run. */
    static RunningServer startWithKey(String chanceKey, String store, Path folder)
            throws IOException, InterruptedException {
        return start(Distribution.HOME, store + " --chance-key " + chanceKey, folder);
    }

    /** Starts a server of another copy of the program. */
    static RunningServer start(Path program, String store, Path folder) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        ProcessBuilder shell = Distribution.shell(
                "exec '" + program + "/bin/autotrainer' serve --json --port 0 --store " + store,
                folder.resolve("home"),
                folder);
        shell.environment().put("AUTOTRAINER_TOKEN", TOKEN);
        Process process = shell.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String line = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)).readLine();
        if (line == null) {
            throw new IOException("the server ended with " + process.waitFor());
        }
        String url = JSON.readTree(line).get("url").asText();
        RunningServer server =
                new RunningServer(process, url, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
        HttpResponse<String> ready = server.send("GET", "/readyz", "");
        if (ready.statusCode() != 200) {
            throw new IOException("not ready: " + ready.body());
        }
        return server;
    }

    /** How long it took from the start of the process to listening. */
    long readyMillis() {
        return readyMillis;
    }

    /** Where it listens. */
    String url() {
        return url;
    }

    HttpResponse<String> send(String method, String path, String json) throws IOException, InterruptedException {
        return sendAs(TOKEN, method, path, json);
    }

    HttpResponse<String> sendAs(String token, String method, String path, String json)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(60))
                .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(send("GET", path, "").body());
    }

    /** Kills it, as the system does: without a word. */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    /** Asks it to stop; its exit code. */
    int stop() throws InterruptedException {
        process.toHandle().destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the server does not stop");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
