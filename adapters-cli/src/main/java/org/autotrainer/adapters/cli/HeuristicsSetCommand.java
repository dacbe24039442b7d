package org.autotrainer.adapters.cli;

import org.autotrainer.adapters.cli.Loops.Access;
import org.autotrainer.adapters.cli.console.Console;
import org.autotrainer.application.BrowseHeuristics.Item;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.domain.evaluation.CleanText;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.evaluation.Limits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Sets a heuristic by hand. */
@Command(
        name = "set",
        header = "Set a heuristic by hand under a key; what stood under the key is replaced.",
        footer = {
            "",
            "Example:",
            "  autotrainer heuristics set tone \"Answer in the customer's language.\" --agent support"
        })
final class HeuristicsSetCommand extends AgentVerb {
    @Parameters(index = "0", paramLabel = "KEY", description = "The key, a name of your choice.")
    private String key;

    @Parameters(index = "1", paramLabel = "TEXT", description = "The advice.")
    private String text;

    HeuristicsSetCommand() {
        super(Access.CREATING);
    }

    @Override
    void check() {
        super.check();
        if (key.isBlank() || text.isBlank()) {
            throw new InvalidValueException("heuristics set needs a KEY and a TEXT that are not blank");
        }
    }

    @Override
    int run(TrainingLoop loop, Console console) {
        Item item = loop.heuristics().set(agent(), key, text);
        if (inJson()) {
            console.json(item);
        } else {
            console.say(sentence(item));
        }
        return ExitCode.OK;
    }

    /** What became of it; whoever is heard in another wording is told in which. */
    private String sentence(Item item) {
        String asSet = CleanText.prose("text", text, Limits.SUGGESTION).strip();
        return item.text().strip().equals(asSet)
                ? "Set " + key + "; the heuristic is " + ShortId.of(item.id()) + "."
                : "Set " + key + "; it is the same advice as heuristic " + ShortId.of(item.id())
                        + ", which is shown in its first wording: " + item.text();
    }
}
