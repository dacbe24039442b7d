package org.autotrainer.adapters.cli;

import org.autotrainer.adapters.cli.Loops.Access;
import org.autotrainer.adapters.cli.console.Console;
import org.autotrainer.application.BrowseHeuristics.Story;
import org.autotrainer.application.TrainingLoop;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Explains one heuristic. */
@Command(
        name = "show",
        header = "Explain a heuristic: where it came from, what it did, and why it has its status.",
        description = {
            "",
            "Uplift is told in points of success. Believed is what all outcomes together suggest; measured is what the coins"
                    + " alone show that withheld it now and then, and only that can prove anything."
        },
        footer = {
            "",
            "Examples:",
            "  autotrainer heuristics show 5c1e90 --agent support",
            "  autotrainer heuristics show 5c1e90 --agent support --json"
        })
final class HeuristicsShowCommand extends AgentVerb {
    @Parameters(
            paramLabel = "ID",
            description = "The heuristic's id, or the beginning of it, at least four characters.")
    private String id;

    HeuristicsShowCommand() {
        super(Access.EXISTING);
    }

    @Override
    void check() {
        super.check();
        CurationVerb.check(id);
    }

    @Override
    int run(TrainingLoop loop, Console console) {
        Story story = loop.heuristics().explain(agent(), id);
        if (inJson()) {
            console.json(story);
        } else {
            new HeuristicStory(story, this::next).write(console);
        }
        return ExitCode.OK;
    }
}
