package org.autotrainer.adapters.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.autotrainer.application.BrowseHeuristics;
import org.autotrainer.application.ConfigureAgent;
import org.autotrainer.application.RecallHeuristics;
import org.autotrainer.application.RunTraining;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.domain.evaluation.InvalidValueException;

/** Answers each kind of request with the use case behind it. Thread-safe. */
final class Endpoints {
    private static final String JSON = "application/json";
    static final long SMALL = 1L << 20;
    /** An evaluation may carry messages of 16 MB. */
    private static final long LARGE = 17L << 20;

    private final TrainingLoop loop;
    private final TraceBuffer telemetry;

    /** Endpoints over a loop, where telemetry waits in memory. */
    Endpoints(TrainingLoop loop) {
        this(loop, TraceBuffer.over(loop, Optional.empty()));
    }

    Endpoints(TrainingLoop loop, TraceBuffer telemetry) {
        this.loop = loop;
        this.telemetry = telemetry;
    }

    List<Route> routes() {
        Set<String> json = Set.of(JSON);
        List<Route> routes = new ArrayList<>(List.of(
                new Route("POST", "/v1/evaluations", Set.of(JSON, Answer.LINES), LARGE, new Evaluations(loop)),
                new Route("POST", "/v1/recalls", json, SMALL, this::recall),
                new Route("POST", "/v1/lessons", json, LARGE, this::keepLesson),
                new Route("POST", "/v1/training", json, LARGE, this::train),
                get("/v1/lessons", this::lessons),
                get("/v1/suggestions", this::suggestions),
                post("/v1/suggestions/{id}/apply", this::apply),
                post("/v1/suggestions/{id}/dismiss", this::dismiss),
                get("/v1/heuristics", this::heuristics),
                new Route("POST", "/v1/heuristics", json, SMALL, this::setHeuristic),
                get("/v1/settings", this::settings),
                new Route("PUT", "/v1/settings", json, SMALL, this::changeSettings),
                get("/v1/agents", this::agents),
                get("/healthz", call -> Answer.of(200, Map.of("status", "ok"))),
                get("/readyz", this::ready),
                get("/openapi.json", call -> Answer.json(resource("openapi.json")))));
        routes.addAll(new Datasets(loop).routes());
        routes.addAll(new Learning(loop).routes());
        routes.addAll(new Telemetry(telemetry).routes());
        routes.add(new Route("POST", "/mcp", json, McpMessage.LIMIT, new McpEndpoint(new McpServer(loop))));
        return routes;
    }

    private static Route get(String path, Route.Endpoint endpoint) {
        return new Route("GET", path, Set.of(), SMALL, endpoint);
    }

    private static Route post(String path, Route.Endpoint endpoint) {
        return new Route("POST", path, Set.of(), SMALL, endpoint);
    }

    private Answer recall(Call call) {
        RecallHeuristics.Request request = call.knowing().body(RecallHeuristics.Request.class);
        return Answer.of(200, loop.recall().recallAtOnce(request, ReceiptId.fresh()));
    }

    private Answer keepLesson(Call call) {
        return Answer.of(201, loop.training().keep(call.knowing().body(RunTraining.Lesson.class)));
    }

    private Answer train(Call call) {
        return Answer.of(200, loop.training().run(call.knowing().body(RunTraining.Request.class)));
    }

    private Answer lessons(Call call) {
        call.knowing("agent", "limit", "cursor");
        return Answer.of(200, loop.lessons().list(call.agent(), call.cursor(), call.limit()));
    }

    private Answer suggestions(Call call) {
        call.knowing("agent", "status", "kind", "limit", "cursor");
        return Answer.of(
                200,
                loop.suggestions()
                        .list(call.agent(), call.text("status"), call.text("kind"), call.cursor(), call.limit()));
    }

    private Answer apply(Call call) {
        return Answer.of(200, loop.suggestions().apply(call.knowing("agent").agent(), call.variable("id")));
    }

    private Answer dismiss(Call call) {
        return Answer.of(200, loop.suggestions().dismiss(call.knowing("agent").agent(), call.variable("id")));
    }

    private Answer heuristics(Call call) {
        call.knowing("agent", "view", "limit", "cursor");
        String view = call.text("view");
        if (view.equals("keys")) {
            return Answer.of(200, Map.of("heuristics", loop.heuristics().keys(call.agent())));
        }
        if (!view.isEmpty()) {
            throw new InvalidValueException("view is \"" + Json.excerpt(view) + "\"; allowed is keys");
        }
        return Answer.of(200, loop.heuristics().list(call.agent(), call.cursor(), call.limit()));
    }

    /** A heuristic that a person sets. */
    record Setting(String agent, String key, String text) {}

    private Answer setHeuristic(Call call) {
        Setting asked = call.knowing().body(Setting.class);
        BrowseHeuristics.Item set = loop.heuristics()
                .set(
                        asked.agent() == null ? call.agent() : asked.agent(),
                        asked.key() == null ? "" : asked.key(),
                        asked.text() == null ? "" : asked.text());
        return Answer.of(200, set);
    }

    private Answer settings(Call call) {
        return Answer.of(200, loop.settings().show(call.knowing("agent").agent()));
    }

    private Answer changeSettings(Call call) {
        call.knowing("agent");
        return Answer.of(200, loop.settings().change(call.agent(), call.body(ConfigureAgent.Request.class)));
    }

    private Answer agents(Call call) {
        call.knowing("limit", "cursor");
        return Answer.of(200, loop.agents().list(call.cursor(), call.limit()));
    }

    private Answer ready(Call call) {
        loop.agents().list("", 1);
        return Answer.of(200, Map.of("status", "ready"));
    }

    private static byte[] resource(String name) {
        try (InputStream file = Endpoints.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the program lacks its " + name);
            }
            return file.readAllBytes();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
