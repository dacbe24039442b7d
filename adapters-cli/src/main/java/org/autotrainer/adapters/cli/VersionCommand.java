package org.autotrainer.adapters.cli;

import jakarta.inject.Provider;
import java.util.Map;
import org.autotrainer.adapters.cli.console.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the version. */
@Command(
        name = "version",
        header = "Show the version.",
        footer = {"", "Example:", "  autotrainer version"})
final class VersionCommand implements Verb {
    @Option(names = "--json", description = "Answer in JSON: one object.")
    private boolean json;

    @Override
    public int run(Console console, Provider<Loops> loops) {
        if (json) {
            console.json(Map.of("version", Version.current()));
        } else {
            console.say("autotrainer " + Version.current());
        }
        return ExitCode.OK;
    }
}
