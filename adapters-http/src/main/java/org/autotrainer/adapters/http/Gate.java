package org.autotrainer.adapters.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.autotrainer.application.server.ServerProvider;
import org.autotrainer.application.server.Token;
import org.autotrainer.application.server.Tokens;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * Decides who comes in, before anything else about a request is looked at: first from where, then with which token.
 * Thread-safe.
 */
final class Gate {
    private static final String SCHEME = "bearer ";
    /** So many requests without a token are let in from an address in a second, if the rate of tokens is not less. */
    static final int STRANGERS_PER_SECOND = 100;

    /** The dashboard takes some twenty at once. */
    static final int STRANGERS_AT_ONCE = 200;

    private final Names names;
    private final byte[] operator;
    private final Tokens tokens;
    private final Rates rates;
    private final Rates open;
    private final Rates refused;

    private Gate(Names names, String operator, Tokens tokens, int requestsPerSecond) {
        this.names = names;
        this.operator = operator.getBytes(StandardCharsets.UTF_8);
        this.tokens = tokens;
        this.rates = new Rates(requestsPerSecond, (int) Math.min(2L * requestsPerSecond, Integer.MAX_VALUE));
        int strangers = Math.min(requestsPerSecond, STRANGERS_PER_SECOND);
        this.open = new Rates(strangers, STRANGERS_AT_ONCE);
        this.refused = new Rates(strangers, STRANGERS_AT_ONCE);
    }

    static Gate of(ServerProvider.Options options, IntSupplier port) {
        return new Gate(
                new Names(options.host(), port, options.reach()),
                options.token(),
                options.tokens(),
                options.requestsPerSecond());
    }

    /** Why a request is not served from where it comes; nothing when it is. */
    Optional<ProblemDetails> refusesPlace(Request request) {
        String authority = String.valueOf(request.getHeaders().get(HttpHeader.HOST));
        String reached = Request.getLocalAddr(request);
        if (!names.isOurs(authority, reached)) {
            return Optional.of(ProblemDetails.of(421, "the host of a request must be " + names + " or localhost"));
        }
        for (HttpField origin : request.getHeaders().getFields(HttpHeader.ORIGIN)) {
            String value = String.valueOf(origin.getValue());
            if (!names.isAllowed(value) && !names.isOurOrigin(value, reached)) {
                return Optional.of(ProblemDetails.of(403, "requests of pages from elsewhere are not served"));
            }
        }
        return Optional.empty();
    }

    /** The origin of a request, if its pages may call from elsewhere. */
    Optional<String> allowedOrigin(Request request) {
        return Optional.ofNullable(request.getHeaders().get(HttpHeader.ORIGIN)).filter(names::isAllowed);
    }

    /** Whether answers depend on the origin of a request. */
    boolean looksAtOrigins() {
        return names.hasAllowed();
    }

    /** The token that a request shows; nothing when it shows none that is known. */
    Optional<Token> token(Request request) {
        String given = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        if (given == null || !given.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        String shown = given.substring(SCHEME.length()).strip();
        boolean isOperator = MessageDigest.isEqual(operator, shown.getBytes(StandardCharsets.UTF_8));
        return isOperator && operator.length > 0 ? Optional.of(Token.OPERATOR) : tokens.shown(shown);
    }

    /** Whether one more request of a token is let in now. */
    boolean admits(Token token, long nanoTime) {
        return rates.admit(token.name(), nanoTime);
    }

    /** Whether one more request that needs no token is let in now from where it comes. */
    boolean admitsStranger(Request request, long nanoTime) {
        return open.admit(Request.getRemoteAddr(request), nanoTime);
    }

    /**
     * Whether one more that shows no known token is told so from where it comes. They are counted apart: behind a proxy all
     * come from one address, and whoever guesses there must not keep others from the open routes.
     */
    boolean admitsRefused(Request request, long nanoTime) {
        return refused.admit(Request.getRemoteAddr(request), nanoTime);
    }
}
