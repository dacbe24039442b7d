package org.autotrainer.adapters.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.autotrainer.adapters.cli.console.Console;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.domain.evaluation.InvalidValueException;

/** Says where a store is: a provider's name, a colon, and what that provider takes. */
final class StoreLocation {
    /** The environment variable that names a store. */
    static final String VARIABLE = "AUTOTRAINER_STORE";

    private static final Pattern NAMED = Pattern.compile("[a-z][a-z0-9+.-]+:.*", Pattern.DOTALL);
    private static final String SQLITE = "sqlite:";
    private static final String FILE = "memory.db";

    private StoreLocation() {}

    /**
     * A store that a person named; a bare path means a SQLite file.
     *
     * @param by how it was named, for the message
     * @throws InvalidValueException if it is blank
     * @throws AutoTrainerException if it is a file in a folder that does not exist
     */
    static String named(String by, String store) {
        if (store.isBlank()) {
            throw new InvalidValueException(by + " is empty; a store is written as FILE, sqlite:FILE or memory:");
        }
        String location = NAMED.matcher(store).matches() ? store : SQLITE + store;
        requireFolder(by, location);
        return location;
    }

    /** A folder that is not there is more likely misspelt than wanted. */
    private static void requireFolder(String by, String location) {
        if (!location.startsWith(SQLITE)) {
            return;
        }
        Path folder;
        try {
            folder = Path.of(location.substring(SQLITE.length()))
                    .toAbsolutePath()
                    .getParent();
        } catch (InvalidPathException wrong) {
            return; // the store says what is wrong with the name
        }
        if (folder != null && !Files.exists(folder)) {
            throw new AutoTrainerException(
                    Problem.NOT_FOUND,
                    by + " names a store in " + folder
                            + ", a folder that does not exist; check the path, or make the folder");
        }
    }

    /** The store of a person who names none: a file in their data folder. */
    static String standard(Console console) {
        return SQLITE + dataFolder(console).resolve("autotrainer").resolve(FILE);
    }

    private static Path dataFolder(Console console) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows") && !console.variable("LOCALAPPDATA").isEmpty()) {
            return path(console.variable("LOCALAPPDATA"));
        }
        if (console.variable("XDG_DATA_HOME").startsWith("/")) {
            return path(console.variable("XDG_DATA_HOME"));
        }
        String home =
                console.variable("HOME").isEmpty() ? System.getProperty("user.home", "") : console.variable("HOME");
        if (home.isBlank() || home.equals("?")) {
            throw new InvalidValueException(
                    "there is no home folder to keep the default store in; name one with --store FILE");
        }
        return system.startsWith("mac")
                ? path(home).resolve("Library").resolve("Application Support")
                : path(home).resolve(".local").resolve("share");
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException wrong) {
            throw new InvalidValueException("the data folder \"" + text + "\" is none; name a store with --store FILE");
        }
    }
}
