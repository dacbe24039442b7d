package org.autotrainer.adapters.cli.boot;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.autotrainer.adapters.cli.console.Surroundings.Stream;

/** Finds out at which of the standard streams a person sits. */
final class Terminals {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    private Terminals() {}

    static Set<Stream> ofProcess() {
        Set<Stream> terminals = EnumSet.noneOf(Stream.class);
        for (Stream stream : Stream.values()) {
            if (isTerminal(stream)) {
                terminals.add(stream);
            }
        }
        return terminals;
    }

    private static boolean isTerminal(Stream stream) {
        try {
            String device = Files.readSymbolicLink(DESCRIPTORS.resolve(String.valueOf(stream.descriptor())))
                    .toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException notLinux) {
            return isConsole();
        }
    }

    /** Elsewhere Java tells only of all streams together; from Java 22 on there is a console even without a terminal. */
    @SuppressWarnings("SystemConsoleNull") // null still says something on Java 17, and isTerminal does on newer ones
    private static boolean isConsole() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException before22) {
            return true;
        }
    }
}
