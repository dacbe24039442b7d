package org.autotrainer.adapters.cli;

import java.time.Instant;
import java.util.Optional;
import org.autotrainer.application.server.Token;

/**
 * A token as its file keeps it: without its secret.
 *
 * @param hash SHA-256 of the secret, in 64 letters of hex
 * @param expires from when on it is over; nothing for never
 * @param revoked when it was revoked; nothing if it was not
 */
record KeptToken(Token token, String hash, Instant created, Optional<Instant> expires, Optional<Instant> revoked) {
    /** What has become of a token. */
    enum Standing {
        /** It lets its bearer in. */
        IN_FORCE("in force"),
        /** Its time is over. */
        EXPIRED("expired"),
        /** The operator took it back. */
        REVOKED("revoked");

        private final String words;

        Standing(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    String name() {
        return token.name();
    }

    /** What has become of it by a moment. */
    Standing at(Instant now) {
        if (revoked.isPresent()) {
            return Standing.REVOKED;
        }
        return expires.filter(end -> !now.isBefore(end)).isPresent() ? Standing.EXPIRED : Standing.IN_FORCE;
    }

    /** The same token, taken back. */
    KeptToken revokedAt(Instant when) {
        return new KeptToken(token, hash, created, expires, Optional.of(when));
    }
}
