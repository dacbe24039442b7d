package org.autotrainer.adapters.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.autotrainer.adapters.cli.console.Json;
import org.autotrainer.application.server.Scope;
import org.autotrainer.application.server.Token;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.trust.Trust;

/**
 * A line of a file of tokens: that one was created, or that one was revoked.
 *
 * @param at when
 * @param created the name of the token that was created; absent for one that was revoked, and so is the rest
 * @param revoked the name of the token that was revoked; absent for one that was created
 */
record TokenLine(
        String at,
        String created,
        String hash,
        List<String> scopes,
        String agent,
        String trust,
        String expires,
        String revoked) {
    private static final String NO_LINE = "it is no line about a token";
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final ObjectReader READER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(TokenLine.class);

    /** The line for a token that is created. */
    @SuppressWarnings("NullAway") // absent is null in a line
    static String created(KeptToken kept) {
        Token token = kept.token();
        return Json.line(new TokenLine(
                kept.created().toString(),
                token.name(),
                kept.hash(),
                token.scopes().stream().sorted().map(Scope::word).toList(),
                token.agent().orElse(null),
                token.trust().word(),
                kept.expires().map(Instant::toString).orElse(null),
                null));
    }

    /** The line for a token that is revoked. */
    @SuppressWarnings("NullAway") // absent is null in a line
    static String revoked(String name, Instant at) {
        return Json.line(new TokenLine(at.toString(), null, null, null, null, null, null, name));
    }

    /**
     * Notes what a line says among the tokens by their names.
     *
     * @throws InvalidValueException if it says nothing of that kind
     */
    static void read(String line, Map<String, KeptToken> tokens) {
        try {
            TokenLine read = READER.readValue(line);
            if (read == null || !read.isWhole()) {
                throw new InvalidValueException(NO_LINE);
            }
            if (read.revoked != null) {
                Instant at = Instant.parse(read.at);
                tokens.computeIfPresent(read.revoked, (name, kept) -> kept.revokedAt(at));
            } else {
                KeptToken kept = read.kept();
                tokens.remove(kept.name()); // the newest of a name stands last
                tokens.put(kept.name(), kept);
            }
        } catch (JsonProcessingException | DateTimeParseException wrong) {
            throw new InvalidValueException(NO_LINE);
        }
    }

    private boolean isWhole() {
        boolean creates = created != null && hash != null && scopes != null && trust != null;
        return at != null && (creates || revoked != null);
    }

    private KeptToken kept() {
        if (!HASH.matcher(hash).matches()) {
            throw new InvalidValueException("the hash of a token has 64 letters of hex");
        }
        Set<Scope> allowed = EnumSet.noneOf(Scope.class);
        scopes.forEach(word -> allowed.add(Scope.of(word)));
        return new KeptToken(
                new Token(created, allowed, Optional.ofNullable(agent), Trust.of(trust)),
                hash,
                Instant.parse(at),
                Optional.ofNullable(expires).map(Instant::parse),
                Optional.empty());
    }
}
