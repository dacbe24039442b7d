package org.autotrainer.application.server;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.autotrainer.domain.evaluation.CleanText;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.evaluation.Limits;
import org.autotrainer.domain.journal.Source;
import org.autotrainer.domain.trust.Trust;

/**
 * What the bearer of a token may do, and how far it is trusted. It does not hold the secret. Immutable.
 *
 * @param name names it in lists, logs and rates: 1 to 40 letters, digits and {@code . _ -}
 * @param scopes what it lets its bearer do; at least one
 * @param agent the one agent that it reaches; nothing for all
 * @param trust how far what it records is trusted
 */
public record Token(String name, Set<Scope> scopes, Optional<String> agent, Trust trust) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");
    private static final String SOURCE = "token:";

    /** The token of the operator: it may do everything, and what it records is the operator's own. */
    public static final Token OPERATOR =
            new Token("local", EnumSet.allOf(Scope.class), Optional.empty(), Trust.TRUSTED);

    /** Checks each part. Who decides for the operator is trusted like the operator. */
    public Token {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidValueException(
                    "the name of a token is \"" + name + "\"; allowed are 1 to 40 letters, digits and . _ -");
        }
        if (scopes.isEmpty()) {
            throw new InvalidValueException("the token has no scope; allowed are read, write and admin");
        }
        agent.ifPresent(one -> CleanText.required("agent", one, Limits.AGENT));
        if (scopes.contains(Scope.ADMIN) && trust != Trust.TRUSTED) {
            throw new InvalidValueException("a token with the scope admin decides for the operator: its trust is "
                    + trust.word() + ", allowed is trusted");
        }
        scopes = Set.copyOf(scopes);
    }

    /** Whether it lets its bearer do that. */
    public boolean allows(Scope scope) {
        return scopes.contains(scope);
    }

    /** Where what it records comes from. */
    public Source source() {
        return equals(OPERATOR) ? Source.LOCAL : new Source(SOURCE + name, trust);
    }
}
