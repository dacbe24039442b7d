package org.autotrainer.adapters.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import org.autotrainer.adapters.cli.console.Console;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.domain.evaluation.InvalidValueException;

/**
 * The token that the callers of a server show: where it comes from, and where it is kept.
 *
 * @param isMade whether it was made just now, so that it must be told
 */
record ServerToken(String text, boolean isMade) {
    /** The environment variable that holds a token. */
    static final String VARIABLE = "AUTOTRAINER_TOKEN";

    private static final int SHORTEST = 16;
    private static final int LONGEST = 1_000;
    private static final String SQLITE = "sqlite:";
    private static final String KEPT = "the token is kept in ";
    private static final Set<StandardOpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    /**
     * The token of a file or the environment, if there is one.
     *
     * @throws InvalidValueException if it is none
     */
    static Optional<ServerToken> given(String file, Console console) {
        if (!file.isEmpty()) {
            return Optional.of(known("the file " + file, read(Path.of(file), file)));
        }
        String variable = console.variable(VARIABLE);
        return variable.isEmpty() ? Optional.empty() : Optional.of(known(VARIABLE, variable));
    }

    /** The token that is kept beside a store; when there is none, it is made. */
    static ServerToken kept(String location, Console console) {
        if (!location.startsWith(SQLITE)) {
            return new ServerToken(TokenSecret.fresh(), true);
        }
        Path file = Path.of(location.substring(SQLITE.length()) + ".token");
        if (Files.exists(file)) {
            ServerToken kept = known("the file " + file, read(file, file.toString()));
            console.note(KEPT + file);
            return kept;
        }
        String token = TokenSecret.fresh();
        try (SeekableByteChannel made = Files.newByteChannel(file, NEW, OwnerAlone.attributes(file))) {
            made.write(ByteBuffer.wrap((token + "\n").getBytes(StandardCharsets.US_ASCII)));
        } catch (FileAlreadyExistsException faster) {
            return known("the file " + file, read(file, file.toString()));
        } catch (IOException failed) {
            throw new AutoTrainerException(
                    Problem.STORAGE_FULL,
                    "the token cannot be kept in " + file + "; name a file with --token-file",
                    failed);
        }
        console.note(KEPT + file);
        return new ServerToken(token, true);
    }

    private static String read(Path file, String name) {
        try {
            if (Files.size(file) > LONGEST) {
                throw new InvalidValueException("the file " + name + " is too large to hold a token");
            }
            return Files.readString(file, StandardCharsets.ISO_8859_1).strip();
        } catch (NoSuchFileException missing) {
            throw new AutoTrainerException(Problem.NOT_FOUND, "there is no file " + name, missing);
        } catch (IOException failed) {
            throw new AutoTrainerException(Problem.NOT_FOUND, "the file " + name + " cannot be read", failed);
        }
    }

    private static ServerToken known(String where, String token) {
        if (token.length() < SHORTEST || token.length() > LONGEST || !token.matches("[A-Za-z0-9._~+/=-]+")) {
            throw new InvalidValueException(where + " holds no token; allowed are " + SHORTEST + " to " + LONGEST
                    + " letters, digits and . _ ~ + / = -");
        }
        return new ServerToken(token, false);
    }
}
