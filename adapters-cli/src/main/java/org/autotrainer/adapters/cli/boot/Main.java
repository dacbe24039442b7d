package org.autotrainer.adapters.cli.boot;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import org.autotrainer.adapters.cli.Dispatcher;
import org.autotrainer.adapters.cli.console.Console;
import org.autotrainer.adapters.cli.console.Surroundings;

/** The program's entry, and the only place that ends the process. */
public final class Main {
    private Main() {}

    /** Runs the command that the arguments say, and ends the process with its exit code. */
    public static void main(String[] args) {
        Surroundings process = new Surroundings(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                System.getenv(),
                Terminals.ofProcess());
        System.exit(run(process, args));
    }

    /** Runs a command in its surroundings and returns its exit code; the process goes on. */
    public static int run(Surroundings surroundings, String... args) {
        Console console = new Console(surroundings);
        return new Dispatcher(console, () -> Composition.loops(console)).run(args);
    }
}
