package org.autotrainer.adapters.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.autotrainer.adapters.cli.console.Console;
import org.autotrainer.adapters.cli.console.FileTrouble;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.application.server.ServerProvider;

/**
 * A file that lines are added to, each at once, made for its owner alone; or standard output. That a line cannot be written
 * is told once, and stops no request. Thread-safe.
 */
final class AccessLogFile implements Consumer<String>, AutoCloseable {
    private static final String STANDARD_OUTPUT = "-";

    private final Optional<Sink> sink;
    private final Console console;
    private boolean failed;

    /** Where lines go. */
    private interface Sink {
        void write(String line) throws IOException;

        default void close() throws IOException {}
    }

    private AccessLogFile(Optional<Sink> sink, Console console) {
        this.sink = sink;
        this.console = console;
    }

    /**
     * Opens a log.
     *
     * @param name the file, which may be there already; {@code -} for standard output, empty for no log
     * @throws AutoTrainerException if it cannot be written
     */
    static AccessLogFile open(String name, Console console) {
        if (name.isEmpty()) {
            return new AccessLogFile(Optional.empty(), console);
        }
        Sink sink = name.equals(STANDARD_OUTPUT) ? standardOutput(console) : file(Path.of(name));
        return new AccessLogFile(Optional.of(sink), console);
    }

    /** The options with this log, if there is one. */
    ServerProvider.Options added(ServerProvider.Options options) {
        return sink.isPresent() ? options.logging(this) : options;
    }

    private static Sink standardOutput(Console console) {
        return line -> {
            console.answers().println(line);
            console.flush();
        };
    }

    private static Sink file(Path path) {
        try {
            FileChannel channel = FileChannel.open(
                    path,
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS),
                    OwnerAlone.attributes(path));
            return new Sink() {
                @Override
                public void write(String line) throws IOException {
                    ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
                    while (bytes.hasRemaining()) {
                        channel.write(bytes);
                    }
                }

                @Override
                public void close() throws IOException {
                    channel.close();
                }
            };
        } catch (IOException refused) {
            throw FileTrouble.of("the access log " + path + " cannot be written", refused, Problem.NOT_FOUND);
        }
    }

    @Override
    public synchronized void accept(String line) {
        try {
            sink.orElseThrow().write(line);
            failed = false;
        } catch (IOException | AutoTrainerException trouble) {
            if (!failed) {
                console.note("the access log cannot be written, and lacks lines from now on");
            }
            failed = true;
        }
    }

    @Override
    public synchronized void close() {
        try {
            if (sink.isPresent()) {
                sink.get().close();
            }
        } catch (IOException trouble) {
            console.note("the access log was not closed");
        }
    }
}
