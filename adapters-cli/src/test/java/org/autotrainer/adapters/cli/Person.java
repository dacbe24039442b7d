package org.autotrainer.adapters.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.autotrainer.adapters.cli.boot.Main;
import org.autotrainer.adapters.cli.console.Surroundings;
import org.autotrainer.adapters.cli.console.Surroundings.Stream;

/** Somebody who types commands in a folder of their own, and keeps what comes of them. */
public final class Person {
    private final Path home;
    private final Map<String, String> environment = new HashMap<>();
    private final Set<Stream> terminals = EnumSet.noneOf(Stream.class);
    private byte[] input = new byte[0];

    /** A person at home in a folder. */
    public Person(Path home) {
        this.home = home;
        environment.put("HOME", home.toString());
        environment.put("AUTOTRAINER_STORE", home.resolve("memory.db").toString());
    }

    /** What a command did. */
    public record Run(int exitCode, String out, String err) {
        /** The lines on standard output. */
        public List<String> lines() {
            return out.lines().toList();
        }

        /** What was said on standard error, without the program's name. */
        public List<String> notes() {
            return err.lines()
                    .map(line -> line.replaceFirst("^autotrainer: ", ""))
                    .toList();
        }
    }

    /** The same person with an environment variable set, or removed when it is empty. */
    public Person with(String variable, String value) {
        if (value.isEmpty()) {
            environment.remove(variable);
        } else {
            environment.put(variable, value);
        }
        return this;
    }

    /** The same person, sitting at terminals. */
    public Person at(Stream... streams) {
        terminals.clear();
        terminals.addAll(Arrays.asList(streams));
        return this;
    }

    /** The same person, with something in the pipe. */
    public Person piping(String text) {
        return piping(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same person, with some bytes in the pipe. */
    public Person piping(byte[] bytes) {
        input = bytes;
        return this;
    }

    /** Writes a file and gives its path. */
    public String file(String name, String... lines) {
        return file(name, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a file and gives its path. */
    public String file(String name, byte[] bytes) {
        try {
            return Files.write(home.resolve(name), bytes).toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A path in the folder. */
    public Path path(String name) {
        return home.resolve(name);
    }

    /** The text of a file. */
    public String read(String name) {
        try {
            return Files.readString(home.resolve(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Types a command. */
    public Run types(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        InputStream in = new ByteArrayInputStream(input);
        int exitCode = Main.run(new Surroundings(in, out, err, environment, terminals), args);
        return new Run(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Types a command that is known to work. */
    public Run does(String... args) {
        Run run = types(args);
        if (run.exitCode() != 0) {
            throw new AssertionError(String.join(" ", args) + " ended with " + run.exitCode() + ": " + run.err());
        }
        return run;
    }
}
