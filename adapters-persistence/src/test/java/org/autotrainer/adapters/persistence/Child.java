package org.autotrainer.adapters.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A {@link WriterProcess} or another program that a test started, under a shell that may set limits for it. */
final class Child implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;

    private Child(Process process) {
        this.process = process;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    /**
     * Starts a process.
     *
     * @param limits a shell command that comes first, such as {@code umask 0}
     * @param arguments those of {@link WriterProcess}
     */
    static Child start(String limits, Object... arguments) throws IOException {
        return start(limits, WriterProcess.class, arguments);
    }

    /** Starts a process that is another program; see {@link #start(String, Object...)}. */
    static Child start(String limits, Class<?> program, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", limits + "; exec \"$@\"", "sh"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-XX:-UsePerfData"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        return new Child(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** The next line that it says; nothing when it has ended. */
    Optional<String> line() throws IOException {
        return Optional.ofNullable(out.readLine());
    }

    /** All lines that are left. */
    List<String> lines() {
        return out.lines().toList();
    }

    /** Kills it, and leaves what it has said to be read. */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    void awaitSuccess() throws InterruptedException {
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
