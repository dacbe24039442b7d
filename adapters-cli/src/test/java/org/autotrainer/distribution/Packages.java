package org.autotrainer.distribution;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Packages that others published on npm and PyPI, installed into {@code target/NAME} once, or taken from the folder that an
 * environment variable names.
 */
final class Packages {
    private static final long INSTALL_SECONDS = 420;

    private Packages() {}

    /**
     * The folder of some packages. Two processes that ask for the same at once install them once.
     *
     * @param name what the folder is called
     * @param variable the environment variable that may name another one
     * @param script what installs them into the folder that it runs in; what it cannot install is missing then, and what it
     *     said is in {@code target/NAME.log}
     */
    static Path in(String name, String variable, String script) throws IOException, InterruptedException {
        Optional<Path> given = Optional.ofNullable(System.getenv(variable)).map(Path::of);
        if (given.isPresent()) {
            return given.get();
        }
        Path folder = Files.createDirectories(Path.of("target", name).toAbsolutePath());
        Path lock = folder.resolveSibling(name + ".lock");
        try (FileChannel others = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            others.lock();
            if (!Files.exists(folder.resolve("installed"))) {
                install(folder, "{ " + script + "; } && touch installed");
            }
        }
        return folder;
    }

    private static void install(Path folder, String script) throws IOException, InterruptedException {
        Process installing = new ProcessBuilder("sh", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        folder.resolveSibling(folder.getFileName() + ".log").toFile())
                .start();
        if (!installing.waitFor(INSTALL_SECONDS, TimeUnit.SECONDS)) {
            installing.descendants().forEach(ProcessHandle::destroyForcibly);
            installing.destroyForcibly();
        }
    }

    /** A command that makes a virtual environment with packages of PyPI, whose names and options follow. */
    static String venv(String folder) {
        return "python3 -m venv " + folder + " && " + pip(folder);
    }

    /** A command that puts more of them there. They are compiled when they are used. */
    static String pip(String folder) {
        return folder + "/bin/python -m pip install -q --no-compile --disable-pip-version-check ";
    }

    /** A command that installs packages of npm, whose names follow. */
    static String npm() {
        return "echo '{\"private\":true}' >package.json"
                + " && npm install --no-audit --no-fund --prefer-offline --ignore-scripts --loglevel=error ";
    }
}
