package org.autotrainer.adapters.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.autotrainer.adapters.cli.KeptToken.Standing;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.server.Token;
import org.autotrainer.application.server.Tokens;
import org.autotrainer.domain.evaluation.InvalidValueException;

/**
 * The tokens of a file while a server runs: what is created or revoked there counts within a fifth of a second. A file that
 * cannot be read lets nobody in. Thread-safe.
 */
final class LiveTokens implements Tokens {
    private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final TokenFile file;
    private final InstantSource clock;
    private final Consumer<String> trouble;
    private volatile Read read;
    private volatile long lookedAt;

    /** What a file looked like, and the tokens in it. */
    private record Read(Optional<Look> look, List<KeptToken> tokens) {}

    /** By what a change of a file shows. */
    private record Look(FileTime changed, long size, String identity) {}

    /**
     * Reads a file for the first time.
     *
     * @param trouble is told in a sentence when the file cannot be read any more
     * @throws AutoTrainerException if it cannot be read now
     */
    LiveTokens(TokenFile file, InstantSource clock, Consumer<String> trouble) {
        this.file = file;
        this.clock = clock;
        this.trouble = trouble;
        this.read = new Read(look(), List.copyOf(file.read().values()));
        this.lookedAt = System.nanoTime();
    }

    /** Whether a token is in force. */
    boolean hasSome() {
        return read.tokens.stream().anyMatch(kept -> kept.at(clock.instant()) == Standing.IN_FORCE);
    }

    @Override
    public Optional<Token> shown(String secret) {
        List<KeptToken> tokens = current();
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        String hash = TokenSecret.hash(secret);
        Optional<KeptToken> found = Optional.empty();
        for (KeptToken kept : tokens) { // all of them, so that it takes the same time whichever it is
            found = TokenSecret.isSame(kept.hash(), hash) ? Optional.of(kept) : found;
        }
        return found.filter(kept -> kept.at(clock.instant()) == Standing.IN_FORCE)
                .map(KeptToken::token);
    }

    private List<KeptToken> current() {
        if (System.nanoTime() - lookedAt > EVERY_NANOS) {
            lookAgain();
        }
        return read.tokens;
    }

    private synchronized void lookAgain() {
        Optional<Look> look = look();
        if (!look.equals(read.look)) {
            read = new Read(look, tokens());
        }
        lookedAt = System.nanoTime();
    }

    private List<KeptToken> tokens() {
        try {
            return List.copyOf(file.read().values());
        } catch (AutoTrainerException | InvalidValueException failed) {
            trouble.accept("no token of it lets anybody in any more: " + failed.getMessage());
            return List.of();
        }
    }

    private Optional<Look> look() {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file.path(), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return Optional.of(
                    new Look(attributes.lastModifiedTime(), attributes.size(), String.valueOf(attributes.fileKey())));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
