package org.autotrainer.application.server;

import java.util.Optional;

/** Knows the tokens of a server by what callers show. Thread-safe; asked at each request. */
@FunctionalInterface
public interface Tokens {
    /**
     * The token of which the secret is shown; nothing when there is none, when it was revoked, or when it is over.
     *
     * @param secret what a caller shows
     */
    Optional<Token> shown(String secret);
}
