package org.autotrainer.adapters.http;

import java.util.List;
import java.util.Set;
import org.autotrainer.application.CurateHeuristics;
import org.autotrainer.application.RetractFacts;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.domain.evaluation.InvalidValueException;

/** Answers what was learned and what it is worth, and lets people decide on it. Thread-safe. */
final class Learning {
    private static final String JSON = "application/json";
    private static final long SMALL = 1L << 20;

    private final TrainingLoop loop;
    private final Idempotency idempotency;

    Learning(TrainingLoop loop, Idempotency idempotency) {
        this.loop = loop;
        this.idempotency = idempotency;
    }

    List<Route> routes() {
        return List.of(
                get("/v1/heuristics/{id}", this::explain),
                decision("pin", CurateHeuristics::pin),
                decision("retire", CurateHeuristics::retire),
                decision("restore", CurateHeuristics::restore),
                decision("approve", CurateHeuristics::approve),
                decision("split", CurateHeuristics::split),
                new Route("POST", "/v1/heuristics/{id}/merge", Set.of(JSON), SMALL, this::merge),
                get(
                        "/v1/params",
                        call -> Answer.of(
                                200,
                                loop.parameters().list(call.knowing("agent").agent()))),
                get(
                        "/v1/report",
                        call -> Answer.of(
                                200, loop.report().report(call.knowing("agent").agent()))),
                new Route("POST", "/v1/retractions", Set.of(JSON), SMALL, this::retract));
    }

    /** A decision of a person on one heuristic, or on one wording. */
    @FunctionalInterface
    private interface Decision {
        CurateHeuristics.Response on(CurateHeuristics curation, String agent, String id);
    }

    private Route decision(String verb, Decision decision) {
        Route.Endpoint endpoint = call -> {
            String agent = call.knowing("agent").agent();
            return idempotency.answer(
                    call, agent, guarded -> decision.on(guarded.curation(), agent, call.variable("id")));
        };
        return new Route("POST", "/v1/heuristics/{id}/" + verb, Set.of(), SMALL, endpoint);
    }

    private static Route get(String path, Route.Endpoint endpoint) {
        return new Route("GET", path, Set.of(), SMALL, endpoint);
    }

    private Answer explain(Call call) {
        return Answer.of(200, loop.heuristics().explain(call.knowing("agent").agent(), call.variable("id")));
    }

    /** Which heuristic another is put together with. */
    record Merging(String into) {}

    private Answer merge(Call call) {
        String agent = call.knowing("agent").agent();
        String into = call.body(Merging.class).into();
        if (into == null || into.isEmpty()) {
            throw new InvalidValueException("into is missing; it names the other heuristic");
        }
        return idempotency.answer(call, agent, guarded -> guarded.curation().merge(agent, call.variable("id"), into));
    }

    private Answer retract(Call call) {
        RetractFacts.Request request = call.knowing().body(RetractFacts.Request.class);
        return idempotency.answer(
                call, request.agent(), guarded -> guarded.retractions().retract(request));
    }
}
