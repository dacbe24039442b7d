package org.autotrainer.adapters.cli;

import java.util.Map;
import org.autotrainer.adapters.cli.Loops.Access;
import org.autotrainer.adapters.cli.console.Console;
import org.autotrainer.adapters.cli.console.Progress;
import org.autotrainer.application.TrainingLoop;
import picocli.CommandLine.Command;

/** Learns anew from the journal. */
@Command(
        name = "rebuild",
        header = "Learn everything anew from the journal of facts.",
        footer = {"", "Example:", "  autotrainer store rebuild --store memory.db"})
final class StoreRebuildCommand extends LoopVerb {
    StoreRebuildCommand() {
        super(Access.EXISTING);
    }

    @Override
    int run(TrainingLoop loop, Console console) {
        int agents;
        try (Progress progress = new Progress(console)) {
            agents = loop.maintenance().rebuild(agent -> progress.update("agent " + agent + " is done"));
        }
        if (inJson()) {
            console.json(Map.of("agents", agents));
        } else {
            console.say("Rebuilt what " + agents + (agents == 1 ? " agent has" : " agents have") + " learned.");
        }
        return ExitCode.OK;
    }
}
