package org.autotrainer.adapters.http;

import java.util.List;
import java.util.Set;
import org.autotrainer.adapters.http.Route.Access;
import org.autotrainer.application.CurateHeuristics;
import org.autotrainer.application.RetractFacts;
import org.autotrainer.domain.evaluation.InvalidValueException;

/** Answers what was learned and what it is worth, and lets people decide on it. Thread-safe. */
final class Learning {
    private static final String JSON = "application/json";
    private static final long SMALL = 1L << 20;

    private final Idempotency idempotency;
    private final Listing listing;

    Learning(Idempotency idempotency, Listing listing) {
        this.idempotency = idempotency;
        this.listing = listing;
    }

    List<Route> routes() {
        return List.of(
                get("/v1/heuristics/{id}", Learning::explain),
                decision("pin", CurateHeuristics::pin),
                decision("retire", CurateHeuristics::retire),
                decision("restore", CurateHeuristics::restore),
                decision("approve", CurateHeuristics::approve),
                decision("split", CurateHeuristics::split),
                new Route("POST", "/v1/heuristics/{id}/merge", Set.of(JSON), SMALL, Access.ADMIN, this::merge),
                get(
                        "/v1/params",
                        call -> Answer.of(
                                200,
                                call.loop()
                                        .parameters()
                                        .list(call.knowing("agent").agent()))),
                get(
                        "/v1/report",
                        call -> Answer.of(
                                200,
                                call.loop()
                                        .report()
                                        .report(call.knowing("agent").agent()))),
                get(
                        "/v1/report/success",
                        call -> Answer.of(
                                200,
                                call.loop()
                                        .success()
                                        .report(call.knowing("agent").agent()))),
                get("/v1/journal", this::journal),
                new Route("POST", "/v1/retractions", Set.of(JSON), SMALL, Access.ADMIN, this::retract));
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
        return new Route("POST", "/v1/heuristics/{id}/" + verb, Set.of(), SMALL, Access.ADMIN, endpoint);
    }

    private static Route get(String path, Route.Endpoint endpoint) {
        return new Route("GET", path, Set.of(), SMALL, Access.READ, endpoint);
    }

    private static Answer explain(Call call) {
        return Answer.of(
                200, call.loop().heuristics().explain(call.knowing("agent").agent(), call.variable("id")));
    }

    private Answer journal(Call call) {
        call.knowing("agent", "limit", "cursor");
        return listing.of(call, (cursor, limit) -> call.loop().journal().list(call.agent(), cursor, limit));
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
