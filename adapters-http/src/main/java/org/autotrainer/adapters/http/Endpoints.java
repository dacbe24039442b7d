package org.autotrainer.adapters.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.autotrainer.application.ConfigureAgent;
import org.autotrainer.application.RecallHeuristics;
import org.autotrainer.application.RunTraining;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.request.Guard;
import org.autotrainer.domain.evaluation.InvalidValueException;

/** Answers each kind of request with the use case behind it. Thread-safe. */
final class Endpoints {
    private static final String JSON = Answer.JSON;
    static final long SMALL = 1L << 20;
    /** An evaluation may carry messages of 16 MB. */
    static final long LARGE = 17L << 20;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final TrainingLoop loop;
    private final TraceBuffer telemetry;
    private final Idempotency idempotency;
    private final Listing listing = new Listing();

    /** Endpoints over a loop, where telemetry waits in memory. */
    Endpoints(TrainingLoop loop) {
        this(loop, TraceBuffer.over(loop, Optional.empty()));
    }

    Endpoints(TrainingLoop loop, TraceBuffer telemetry) {
        this.loop = loop;
        this.telemetry = telemetry;
        this.idempotency = new Idempotency(loop);
    }

    List<Route> routes() {
        Set<String> json = Set.of(JSON);
        List<Route> routes = new ArrayList<>(List.of(
                new Route(
                        "POST",
                        "/v1/evaluations",
                        Set.of(JSON, Answer.LINES),
                        LARGE,
                        new Evaluations(loop, idempotency)),
                new Route("POST", "/v1/recalls", json, SMALL, this::recall),
                new Route("POST", "/v1/lessons", json, LARGE, this::keepLesson),
                new Route("POST", "/v1/training", json, LARGE, this::train),
                get("/v1/lessons", this::lessons),
                get("/v1/suggestions", this::suggestions),
                get("/v1/suggestions/{id}", this::suggestion),
                post("/v1/suggestions/{id}/apply", this::apply),
                post("/v1/suggestions/{id}/dismiss", this::dismiss),
                get("/v1/heuristics", this::heuristics),
                new Route("POST", "/v1/heuristics", json, SMALL, this::setHeuristic),
                get("/v1/settings", this::settings),
                new Route("PUT", "/v1/settings", json, SMALL, this::changeSettings),
                get("/v1/agents", this::agents),
                get("/healthz", Endpoints::healthy),
                get("/readyz", this::ready),
                get("/openapi.json", Endpoints::document)));
        routes.addAll(new Datasets(loop).routes());
        routes.addAll(new Learning(loop, idempotency).routes());
        routes.addAll(new Telemetry(telemetry).routes());
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
        if (call.key().isPresent()) {
            return idempotency.answer(
                    call, request.agent(), guarded -> guarded.recall().recall(request));
        }
        byte[] id = new byte[16];
        RANDOM.nextBytes(id);
        return Answer.of(200, loop.recall().recallAtOnce(request, HexFormat.of().formatHex(id)));
    }

    private Answer keepLesson(Call call) {
        RunTraining.Lesson lesson = call.knowing().body(RunTraining.Lesson.class);
        return idempotency.answer(
                call, lesson.agent(), guarded -> guarded.training().keep(lesson));
    }

    private Answer train(Call call) {
        RunTraining.Request request = call.knowing().body(RunTraining.Request.class);
        return idempotency.answer(
                call, request.agent(), guarded -> guarded.training().run(request));
    }

    private Answer lessons(Call call) {
        call.knowing("agent", "limit", "cursor");
        return listing.of(call, (cursor, limit) -> loop.lessons().list(call.agent(), cursor, limit));
    }

    private Answer suggestions(Call call) {
        call.knowing("agent", "status", "kind", "limit", "cursor");
        String status = call.word("status");
        String kind = call.word("kind");
        return listing.of(call, (cursor, limit) -> loop.suggestions().list(call.agent(), status, kind, cursor, limit));
    }

    private Answer suggestion(Call call) {
        return Answer.of(200, loop.suggestions().show(call.knowing("agent").agent(), call.variable("id")));
    }

    private Answer apply(Call call) {
        String agent = call.knowing("agent").agent();
        return idempotency.answer(call, agent, guarded -> guarded.suggestions().apply(agent, call.variable("id")));
    }

    private Answer dismiss(Call call) {
        String agent = call.knowing("agent").agent();
        return idempotency.answer(call, agent, guarded -> guarded.suggestions().dismiss(agent, call.variable("id")));
    }

    private Answer heuristics(Call call) {
        call.knowing("agent", "status", "sort", "view", "limit", "cursor");
        String view = call.word("view");
        if (view.equals("keys")) {
            call.knowing("agent", "view");
            return Answer.of(200, Map.of("heuristics", loop.heuristics().keys(call.agent())));
        }
        if (!view.isEmpty()) {
            throw new InvalidValueException("view is \"" + Json.excerpt(view) + "\"; allowed is keys");
        }
        String status = call.word("status");
        String sort = call.word("sort");
        return listing.of(call, (cursor, limit) -> loop.heuristics().list(call.agent(), status, sort, cursor, limit));
    }

    /** A heuristic that a person sets. */
    record Setting(String agent, String key, String text) {}

    private Answer setHeuristic(Call call) {
        Setting asked = call.knowing().body(Setting.class);
        return idempotency.answer(
                call,
                asked.agent(),
                guarded -> guarded.heuristics()
                        .set(
                                Objects.requireNonNullElse(asked.agent(), Call.DEFAULT_AGENT),
                                Objects.requireNonNullElse(asked.key(), ""),
                                Objects.requireNonNullElse(asked.text(), "")));
    }

    private Answer settings(Call call) {
        return Answer.of(200, loop.settings().show(call.knowing("agent").agent()));
    }

    private Answer changeSettings(Call call) {
        call.knowing("agent");
        ConfigureAgent.Request request = call.body(ConfigureAgent.Request.class);
        TrainingLoop guarded = loop.guarded(new Guard(Optional.empty(), call.expected()));
        return Answer.of(200, guarded.settings().change(call.agent(), request));
    }

    private Answer agents(Call call) {
        call.knowing("limit", "cursor");
        return listing.of(call, (cursor, limit) -> loop.agents().list(cursor, limit));
    }

    private static Answer healthy(Call call) {
        call.knowing();
        return Answer.of(200, Map.of("status", "ok"));
    }

    private static Answer document(Call call) {
        call.knowing();
        return Answer.json(resource("openapi.json"));
    }

    private Answer ready(Call call) {
        call.knowing();
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
