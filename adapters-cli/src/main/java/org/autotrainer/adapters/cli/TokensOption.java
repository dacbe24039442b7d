package org.autotrainer.adapters.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.autotrainer.domain.evaluation.InvalidValueException;
import picocli.CommandLine.Option;

/** The option that names the file of tokens. */
final class TokensOption {
    private static final String SQLITE = "sqlite:";

    @Option(
            names = "--tokens",
            paramLabel = "FILE",
            description = "The file of the tokens. Default: that of the store with .tokens behind its name.")
    private String file = "";

    /** The file of the tokens; nothing for a store that is no file, unless one is named. */
    Optional<TokenFile> file(String store) {
        if (!file.isEmpty()) {
            return Optional.of(new TokenFile(Path.of(file)));
        }
        return store.startsWith(SQLITE)
                ? Optional.of(new TokenFile(Path.of(store.substring(SQLITE.length()) + ".tokens")))
                : Optional.empty();
    }

    /**
     * The file of the tokens.
     *
     * @throws InvalidValueException if nothing says where it is
     */
    TokenFile required(String store) {
        return file(store)
                .orElseThrow(() -> new InvalidValueException(
                        "the store " + store + " is no file to keep tokens beside; name one with --tokens FILE"));
    }
}
