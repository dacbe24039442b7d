package org.autotrainer.adapters.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.autotrainer.adapters.http.Route.Access;
import org.autotrainer.application.BrowseEvaluations.Filter;
import org.autotrainer.application.ConfigureAgent;
import org.autotrainer.application.RecallHeuristics;
import org.autotrainer.application.RunTraining;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.request.Guard;
import org.autotrainer.application.server.Scope;
import org.autotrainer.application.server.Token;
import org.autotrainer.domain.evaluation.InvalidValueException;

/** Answers each kind of request with the use case behind it. Thread-safe. */
final class Endpoints {
    private static final String JSON = Answer.JSON;
    static final String TOKEN = "/v1/token";
    static final long SMALL = 1L << 20;
    /** An evaluation may carry messages of 16 MB. */
    static final long LARGE = 17L << 20;

    private final TraceBuffer telemetry;
    private final Visits visits;
    private final Idempotency idempotency = new Idempotency();
    private final Listing listing = new Listing();

    /** Endpoints of a loop, where telemetry waits in memory. */
    Endpoints(TrainingLoop loop) {
        this(TraceBuffer.over(loop, Optional.empty()), new Visits(Optional.empty()));
    }

    Endpoints(TraceBuffer telemetry, Visits visits) {
        this.telemetry = telemetry;
        this.visits = visits;
    }

    List<Route> routes() {
        Set<String> json = Set.of(JSON);
        List<Route> routes = new ArrayList<>(List.of(
                new Route(
                        "POST",
                        "/v1/evaluations",
                        Set.of(JSON, Answer.LINES),
                        LARGE,
                        Access.WRITE,
                        new Evaluations(idempotency)),
                new Route("POST", "/v1/recalls", json, SMALL, Access.WRITE, this::recall),
                new Route("POST", "/v1/lessons", json, LARGE, Access.WRITE, this::keepLesson),
                new Route("POST", "/v1/training", json, LARGE, Access.WRITE, this::train),
                get("/v1/evaluations", this::evaluations),
                get("/v1/evaluations/{id}", Endpoints::evaluation),
                get("/v1/lessons", this::lessons),
                get("/v1/suggestions", this::suggestions),
                get("/v1/suggestions/{id}", this::suggestion),
                decision("/v1/suggestions/{id}/apply", this::apply),
                decision("/v1/suggestions/{id}/dismiss", this::dismiss),
                get("/v1/heuristics", this::heuristics),
                new Route("POST", "/v1/heuristics", json, SMALL, Access.ADMIN, this::setHeuristic),
                get("/v1/settings", this::settings),
                new Route("PUT", "/v1/settings", json, SMALL, Access.ADMIN, this::changeSettings),
                get("/v1/agents", this::agents),
                get(TOKEN, Endpoints::bearer),
                open("/healthz", Endpoints::healthy),
                open("/readyz", this::ready),
                new Route("GET", "/metrics", Set.of(), SMALL, Access.READ.ofEveryAgent(), this::metrics),
                get("/openapi.json", Endpoints::document)));
        routes.addAll(new Datasets().routes());
        routes.addAll(new Learning(idempotency, listing).routes());
        routes.addAll(new Telemetry(telemetry).routes());
        routes.add(new Route("POST", "/mcp", json, McpMessage.LIMIT, Access.READ, new McpEndpoint()));
        return routes;
    }

    private static Route get(String path, Route.Endpoint endpoint) {
        return new Route("GET", path, Set.of(), SMALL, Access.READ, endpoint);
    }

    private static Route open(String path, Route.Endpoint endpoint) {
        return new Route("GET", path, Set.of(), SMALL, Access.OPEN, endpoint);
    }

    private static Route decision(String path, Route.Endpoint endpoint) {
        return new Route("POST", path, Set.of(), SMALL, Access.ADMIN, endpoint);
    }

    private Answer recall(Call call) {
        RecallHeuristics.Request request = call.knowing().body(RecallHeuristics.Request.class);
        if (call.key().isPresent()) {
            return idempotency.answer(
                    call, request.agent(), guarded -> guarded.recall().recall(request));
        }
        call.about(request.agent());
        return Answer.of(200, call.loop().recall().recallAtOnce(request, ReceiptId.fresh()));
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

    private Answer evaluations(Call call) {
        call.knowing("agent", "task_id", "critic", "run", "success", "outcome", "limit", "cursor");
        Filter filter = new Filter(
                call.word("task_id"),
                call.word("critic"),
                call.word("run"),
                call.word("success"),
                call.word("outcome"));
        return listing.of(call, (cursor, limit) -> call.loop().evaluations().list(call.agent(), filter, cursor, limit));
    }

    private static Answer evaluation(Call call) {
        return Answer.of(
                200, call.loop().evaluations().show(call.knowing("agent").agent(), call.variable("id")));
    }

    private Answer lessons(Call call) {
        call.knowing("agent", "task_id", "limit", "cursor");
        String task = call.word("task_id");
        return listing.of(call, (cursor, limit) -> call.loop().lessons().list(call.agent(), task, cursor, limit));
    }

    private Answer suggestions(Call call) {
        call.knowing("agent", "status", "kind", "limit", "cursor");
        String status = call.word("status");
        String kind = call.word("kind");
        return listing.of(
                call, (cursor, limit) -> call.loop().suggestions().list(call.agent(), status, kind, cursor, limit));
    }

    private Answer suggestion(Call call) {
        return Answer.of(
                200, call.loop().suggestions().show(call.knowing("agent").agent(), call.variable("id")));
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
            return Answer.of(200, Map.of("heuristics", call.loop().heuristics().keys(call.agent())));
        }
        if (!view.isEmpty()) {
            throw new InvalidValueException("view is \"" + Json.excerpt(view) + "\"; allowed is keys");
        }
        String status = call.word("status");
        String sort = call.word("sort");
        return listing.of(
                call, (cursor, limit) -> call.loop().heuristics().list(call.agent(), status, sort, cursor, limit));
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
        return Answer.of(200, call.loop().settings().show(call.knowing("agent").agent()));
    }

    private Answer changeSettings(Call call) {
        call.knowing("agent");
        ConfigureAgent.Request request = call.body(ConfigureAgent.Request.class);
        TrainingLoop guarded = call.loop().guarded(new Guard(Optional.empty(), call.expected()));
        return Answer.of(200, guarded.settings().change(call.agent(), request));
    }

    private Answer agents(Call call) {
        call.knowing("limit", "cursor");
        return listing.of(call, (cursor, limit) -> call.loop().agents().list(cursor, limit));
    }

    /**
     * What the token that was shown may do.
     *
     * @param agent the one agent that it reaches; absent for all
     */
    record Bearer(String name, List<String> scopes, String agent, String trust) {}

    @SuppressWarnings("NullAway") // absent is null on the wire
    private static Answer bearer(Call call) {
        Token token = call.knowing().token().orElseThrow();
        List<String> scopes = token.scopes().stream().sorted().map(Scope::word).toList();
        return Answer.of(
                200,
                new Bearer(
                        token.name(),
                        scopes,
                        token.agent().orElse(null),
                        token.trust().word()));
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
        return visits.readiness().answer(call.loop(), System.nanoTime());
    }

    private Answer metrics(Call call) {
        call.knowing();
        return visits.metrics().answer();
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
