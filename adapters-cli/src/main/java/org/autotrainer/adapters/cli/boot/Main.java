package org.autotrainer.adapters.cli.boot;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.util.Arrays;
import org.autotrainer.adapters.cli.Dispatcher;
import org.autotrainer.adapters.cli.ExitCode;
import org.autotrainer.adapters.cli.console.Console;
import org.autotrainer.adapters.cli.console.Surroundings;

/** The program's entry, and the only place that ends the process. */
public final class Main {
    private static final String UNREADABLE = "\ufffd";

    private Main() {}

    /** Runs the command that the arguments say, and ends the process with its exit code. */
    public static void main(String[] args) {
        Surroundings process = new Surroundings(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                System.getenv(),
                Terminals.ofProcess());
        System.exit(areGarbled(args) ? refuse(process) : run(process, args));
    }

    /** Runs a command in its surroundings and returns its exit code; the process goes on. */
    public static int run(Surroundings surroundings, String... args) {
        Console console = new Console(surroundings);
        return new Dispatcher(console, () -> Composition.loops(console)).run(args);
    }

    /** Whether Java could not read the arguments: in the locale C it makes nothing of what is not ASCII. */
    private static boolean areGarbled(String[] args) {
        return !System.getProperty("sun.jnu.encoding", "UTF-8").equals("UTF-8")
                && Arrays.stream(args).anyMatch(arg -> arg.contains(UNREADABLE));
    }

    private static int refuse(Surroundings process) {
        new Console(process)
                .note("this locale knows no letters beyond ASCII, and the arguments hold some; set LC_ALL=C.UTF-8");
        return ExitCode.USAGE;
    }
}
