package org.autotrainer.adapters.cli;

import jakarta.inject.Provider;
import java.util.LinkedHashMap;
import java.util.Map;
import org.autotrainer.adapters.cli.Loops.Access;
import org.autotrainer.adapters.cli.console.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a store. */
@Command(
        name = "init",
        header = "Make a store; one that is there already stays as it is.",
        footer = {"", "Example:", "  autotrainer store init --store memory.db"})
final class StoreInitCommand implements Verb {
    @Mixin
    private StoreOption store;

    @Option(names = "--json", description = "Answer in JSON: one object.")
    private boolean json;

    @Override
    public int run(Console console, Provider<Loops> loops) {
        String location = store.location(console);
        boolean there = loops.get().exists(location);
        loops.get().open(location, Access.CREATING).close();
        if (json) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("store", location);
            answer.put("made", !there);
            console.json(answer);
        } else {
            console.say(there ? "There is a store at " + location + " already." : "The store is ready.");
        }
        return ExitCode.OK;
    }
}
