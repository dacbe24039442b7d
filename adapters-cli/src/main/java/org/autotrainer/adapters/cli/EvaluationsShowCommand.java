package org.autotrainer.adapters.cli;

import org.autotrainer.adapters.cli.Loops.Access;
import org.autotrainer.adapters.cli.console.Console;
import org.autotrainer.application.BrowseEvaluations;
import org.autotrainer.application.BrowseEvaluations.Shown;
import org.autotrainer.application.TrainingLoop;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one evaluation. */
@Command(
        name = "show",
        header = "Show an evaluation: what was judged, what it taught, and what was recalled for it.",
        description = {
            "",
            "With --json it stands whole under \"evaluation\", in the form that train takes: with a higher revision it replaces the"
                    + " one that is known."
        },
        footer = {
            "",
            "Examples:",
            "  autotrainer evaluations show 7d1c40 --agent support",
            "  autotrainer evaluations show 7d1c40 --agent support --json"
        })
final class EvaluationsShowCommand extends AgentVerb {
    @Parameters(
            paramLabel = "ID",
            description = "The evaluation's id, or of a recent one the beginning of it, at least four characters.")
    private String id;

    EvaluationsShowCommand() {
        super(Access.EXISTING);
    }

    @Override
    int run(TrainingLoop loop, Console console) {
        BrowseEvaluations browse = loop.evaluations();
        Shown shown = browse.show(agent(), browse.idOf(agent(), id));
        if (inJson()) {
            console.json(shown);
        } else {
            new EvaluationStory(shown, this::next).write(console);
        }
        return ExitCode.OK;
    }
}
