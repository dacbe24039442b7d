package org.autotrainer.adapters.http;

import java.util.Optional;
import org.autotrainer.adapters.http.Route.Access;
import org.autotrainer.application.server.Scope;
import org.autotrainer.application.server.Token;
import org.autotrainer.domain.trust.Trust;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/**
 * Takes a request through the gate: where it comes from, the question of a browser, the token, the rate, and whether the token
 * allows what the route does. Who shows no token learns nothing of which routes there are. Thread-safe.
 */
record Entrance(Gate gate) {
    private static final String STRANGER = "a caller without a token";

    /** The answer to a request that is not let in; nothing when it is. */
    Optional<Answer> refuses(Request request, Response response, Visit visit) {
        Optional<ProblemDetails> elsewhere = gate.refusesPlace(request);
        if (elsewhere.isPresent()) {
            return elsewhere.map(Answer::problem);
        }
        if (gate.looksAtOrigins()) {
            response.getHeaders().add(HttpHeader.VARY, "Origin");
            Optional<String> origin = gate.allowedOrigin(request);
            origin.ifPresent(allowed -> Cors.allow(allowed, response.getHeaders()));
            if (origin.isPresent() && isPreflight(request)) {
                return Optional.of(Cors.preflight());
            }
        }
        Optional<Route> open = visit.route().filter(route -> route.access().isOpen());
        return open.isPresent() ? refusesStranger(request, open.get()) : refusesToken(request, visit);
    }

    /**
     * Whether the process runs is told to all, however often: who is restarted for being asked serves nobody. Who shows a token
     * though none is needed is counted by it, so that strangers behind the same proxy do not keep a probe out.
     */
    private Optional<Answer> refusesStranger(Request request, Route route) {
        if (route.path().equals(FrontDoor.HEALTH)) {
            return Optional.empty();
        }
        Optional<Token> shown = gate.token(request);
        long now = System.nanoTime();
        boolean admitted = shown.isPresent() ? gate.admits(shown.get(), now) : gate.admitsStranger(request, now);
        return admitted ? Optional.empty() : Optional.of(tooMany(shown.isPresent() ? "a token" : STRANGER));
    }

    private static Answer tooMany(String who) {
        return Answer.problem(ProblemDetails.of(429, "more requests than " + who + " may send in a second; try again"));
    }

    private static boolean isPreflight(Request request) {
        return request.getMethod().equals("OPTIONS")
                && request.getHeaders().contains(HttpHeader.ACCESS_CONTROL_REQUEST_METHOD);
    }

    private Optional<Answer> refusesToken(Request request, Visit visit) {
        Optional<Token> shown = gate.token(request);
        if (shown.isEmpty()) {
            return Optional.of(
                    gate.admitsRefused(request, System.nanoTime())
                            ? Answer.problem(ProblemDetails.of(
                                    401, "give a token of this server in a header: Authorization: Bearer TOKEN"))
                            : tooMany(STRANGER));
        }
        Token token = shown.get();
        visit.token(token);
        if (!gate.admits(token, System.nanoTime())) {
            return Optional.of(tooMany("a token"));
        }
        return visit.route().flatMap(route -> refuses(token, route.access()));
    }

    private static Optional<Answer> refuses(Token token, Access access) {
        Scope needed = access.scope().orElseThrow();
        Optional<String> why = whyRefused(token, needed);
        if (why.isPresent()) {
            Answer refusal = Answer.problem(ProblemDetails.forbidden(why.get()));
            return Optional.of(
                    token.allows(needed)
                            ? refusal
                            : refusal.with(
                                    HttpHeader.WWW_AUTHENTICATE,
                                    "Bearer error=\"insufficient_scope\", scope=\"" + needed.word() + "\""));
        }
        return access.everyAgent() && token.agent().isPresent()
                ? Optional.of(Answer.problem(ProblemDetails.forbidden("the token " + token.name() + " is for the agent "
                        + token.agent().get() + " alone, and this is about all agents")))
                : Optional.empty();
    }

    /** Why a token is not enough for what takes a scope; nothing when it is. */
    static Optional<String> whyRefused(Token token, Scope needed) {
        if (!token.allows(needed)) {
            return Optional.of(
                    "the token " + token.name() + " does not have the scope " + needed.word() + ", which this takes");
        }
        return needed != Scope.READ && token.trust() == Trust.BLOCKED
                ? Optional.of("the token " + token.name() + " is blocked: nothing of it is recorded")
                : Optional.empty();
    }
}
