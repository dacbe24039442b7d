package org.autotrainer.adapters.cli;

import jakarta.inject.Provider;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.autotrainer.adapters.cli.console.Console;
import org.autotrainer.domain.evaluation.InvalidValueException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Copies a store while others use it. */
@Command(
        name = "backup",
        header = "Write a verified copy of the store into a new file, while others go on using it.",
        footer = {"", "Example:", "  autotrainer store backup memory-copy.db"})
final class StoreBackupCommand implements Verb {
    @Parameters(paramLabel = "TARGET", description = "The file to write; it must not exist yet.")
    private Path target;

    @Mixin
    private StoreOption store;

    @Option(names = "--json", description = "Answer in JSON: one object.")
    private boolean json;

    @Override
    public int run(Console console, Provider<Loops> loops) {
        if (target.toString().isBlank()) {
            throw new InvalidValueException("store backup needs a TARGET that is not blank");
        }
        String location = store.location(console);
        loops.get().backup(location, target);
        if (json) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("store", location);
            answer.put("backup", target.toString());
            console.json(answer);
        } else {
            console.say("Copied to " + target + " and verified.");
        }
        return ExitCode.OK;
    }
}
