package org.autotrainer.distribution;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The distribution as a user has it after the build, run in a home of its own. */
final class Distribution {
    /** The folder of the whole project. */
    static final Path PROJECT = Path.of("").toAbsolutePath().getParent();
    /** The built distribution. */
    static final Path HOME = PROJECT.resolve("adapters-cli/target/autotrainer");

    private Distribution() {}

    /** What a command printed, on both streams together, and its exit code. */
    record Result(int exit, String output) {}

    /** Runs a shell command as a user would; see {@link #shell}. */
    static Result sh(String command, Path home, Path directory) throws IOException, InterruptedException {
        Path output = Files.createTempFile("output", ".txt");
        try {
            Process process = shell(command, home, directory)
                    .redirectErrorStream(true)
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("took longer than two minutes: " + command);
            }
            return new Result(process.exitValue(), Files.readString(output, UTF_8));
        } finally {
            Files.delete(output);
        }
    }

    /** A shell with {@code autotrainer} on its path and all data below a folder. */
    static ProcessBuilder shell(String command, Path home, Path directory) throws IOException {
        Files.createDirectories(home);
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", command).directory(directory.toFile());
        Map<String, String> environment = shell.environment();
        environment.put("PATH", HOME.resolve("bin") + ":" + environment.get("PATH"));
        environment.put("HOME", home.toString());
        environment.put("XDG_CACHE_HOME", home.resolve("cache").toString());
        environment.put("XDG_DATA_HOME", home.resolve("data").toString());
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("AUTOTRAINER_ARCHIVE", "off");
        environment.remove("AUTOTRAINER_STORE");
        return shell;
    }
}
