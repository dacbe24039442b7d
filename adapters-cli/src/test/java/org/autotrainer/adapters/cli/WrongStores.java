package org.autotrainer.adapters.cli;

import static org.autotrainer.adapters.cli.WrongUse.failure;
import static org.autotrainer.adapters.cli.WrongUse.usage;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Stores that cannot be used, by commands that read and commands that write. */
final class WrongStores {
    private WrongStores() {}

    static List<WrongUse> all() {
        List<WrongUse> uses = new ArrayList<>(List.of(
                usage("store that is empty", "lessons", "--store", ""),
                usage("store without a provider's file", "lessons", "--store", "   "),
                usage("store of a provider that is not there", "lessons", "--store", "postgresql://host/db"),
                usage("store of a provider nobody knows", "train", "~/good.jsonl", "--store", "redis:6379"),
                usage("store in memory with a name", "lessons", "--store", "memory:mine"),
                usage("backup of a store in memory", "store", "backup", "~/copy.db", "--store", "memory:"),
                failure("store of a provider without a file", person -> {}, "lessons", "--store", "sqlite:"),
                failure("store that is a database address", person -> {}, "lessons", "--store", "sqlite::memory:"),
                failure(
                        "store with a question mark",
                        person -> {},
                        "train",
                        "~/good.jsonl",
                        "--store",
                        "~/a?mode=ro")));
        for (String[] verb : new String[][] {
            {"recall", "refund"},
            {"suggestions"},
            {"suggestions", "apply", "abcd"},
            {"heuristics"},
            {"heuristics", "show", "abcd"},
            {"lessons"},
            {"export", "--format", "trl-sft"},
            {"store", "check"},
            {"store", "rebuild"},
            {"store", "backup", "~/copy.db"}
        }) {
            List<String> args = new ArrayList<>(List.of(verb));
            args.addAll(List.of("--store", "~/typo.db"));
            uses.add(new WrongUse("missing store for " + String.join(" ", verb), ExitCode.FAILED, person -> {}, args));
        }
        both(uses, "store that is a folder", person -> folder(person));
        both(uses, "store that is an empty file", person -> person.file("bad.db", new byte[0]));
        both(
                uses,
                "store that is a text",
                person -> person.file("bad.db", "Not a database, but long enough to be one."));
        both(uses, "store that is a link", WrongStores::link);
        both(uses, "store that is a link to nowhere", WrongStores::linkToNowhere);
        both(uses, "store of another application", person -> sql(person, "CREATE TABLE songs (name TEXT)"));
        both(uses, "store of a newer version", WrongStores::newer);
        both(uses, "store that is cut off", person -> damaged(person, file -> file.setLength(file.length() / 2)));
        both(
                uses,
                "store that is overwritten",
                person -> damaged(person, file -> {
                    file.seek(4_096);
                    file.write(new byte[(int) Math.min(40_960, file.length() - 4_096)]);
                }));
        return uses;
    }

    private static void both(List<WrongUse> uses, String name, Consumer<Person> before) {
        uses.add(failure(name + ", to read", before, "lessons", "--store", "~/bad.db"));
        uses.add(failure(name + ", to write", before, "train", "~/good.jsonl", "--store", "~/bad.db"));
    }

    /** Does something to a file. */
    @FunctionalInterface
    private interface Damage {
        void to(RandomAccessFile file) throws IOException;
    }

    private static void damaged(Person person, Damage damage) {
        person.does(
                "train",
                person.path("good.jsonl").toString(),
                "--store",
                person.path("bad.db").toString());
        try (RandomAccessFile file = new RandomAccessFile(person.path("bad.db").toFile(), "rw")) {
            damage.to(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void newer(Person person) {
        person.does("store", "init", "--store", person.path("bad.db").toString());
        sql(person, "PRAGMA user_version = 99");
    }

    private static void sql(Person person, String sql) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + person.path("bad.db"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private static void folder(Person person) {
        try {
            Files.createDirectory(person.path("bad.db"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void link(Person person) {
        person.does("store", "init", "--store", person.path("real.db").toString());
        link(person, "real.db");
    }

    private static void linkToNowhere(Person person) {
        link(person, "nowhere.db");
    }

    private static void link(Person person, String to) {
        try {
            Files.createSymbolicLink(person.path("bad.db"), person.path(to));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
