package org.autotrainer.adapters.http;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.autotrainer.application.server.Scope;
import org.autotrainer.application.server.Token;
import org.autotrainer.application.server.Tokens;
import org.autotrainer.domain.trust.Trust;

/** Tokens of tests: the secret of each is {@code secret-of-} and its name. */
final class Callers implements Tokens {
    private final Map<String, Token> tokens = new TreeMap<>();

    /** A token with some scopes, for all agents, that is trusted. */
    Callers with(String name, Scope... scopes) {
        return with(new Token(name, EnumSet.copyOf(List.of(scopes)), Optional.empty(), Trust.TRUSTED));
    }

    Callers with(Token token) {
        tokens.put(secret(token.name()), token);
        return this;
    }

    /** One token for each set of scopes, called by their first letters. */
    static Callers ofEachScope() {
        Callers callers = new Callers();
        for (int bits = 1; bits < 8; bits++) {
            Set<Scope> scopes = EnumSet.noneOf(Scope.class);
            for (Scope scope : Scope.values()) {
                if ((bits >> List.of(Scope.values()).indexOf(scope) & 1) == 1) {
                    scopes.add(scope);
                }
            }
            String name = scopes.stream()
                    .sorted()
                    .map(scope -> scope.word().substring(0, 1))
                    .collect(Collectors.joining());
            callers.with(new Token(name, scopes, Optional.empty(), Trust.TRUSTED));
        }
        return callers;
    }

    List<Token> all() {
        return List.copyOf(tokens.values());
    }

    void forget(String name) {
        tokens.remove(secret(name));
    }

    static String secret(String name) {
        return "secret-of-" + name;
    }

    @Override
    public Optional<Token> shown(String secret) {
        return Optional.ofNullable(tokens.get(secret));
    }
}
