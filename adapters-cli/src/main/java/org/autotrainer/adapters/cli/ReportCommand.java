package org.autotrainer.adapters.cli;

import org.autotrainer.adapters.cli.Loops.Access;
import org.autotrainer.adapters.cli.console.Console;
import org.autotrainer.application.ReportLearning.Response;
import org.autotrainer.application.TrainingLoop;
import picocli.CommandLine.Command;

/** Tells what was learned and what it is worth. */
@Command(
        name = "report",
        header = "Tell what was learned, what it is worth, and what measuring it costs.",
        description = {
            "",
            "It begins with what the whole memory is worth, against control tasks that got nothing on purpose: that is known"
                    + " first. Points are points of success."
        },
        footer = {"", "Examples:", "  autotrainer report --agent support", "  autotrainer report --agent support --json"
        })
final class ReportCommand extends AgentVerb {
    ReportCommand() {
        super(Access.EXISTING);
    }

    @Override
    int run(TrainingLoop loop, Console console) {
        Response report = loop.report().report(agent());
        if (inJson()) {
            console.json(report);
        } else {
            new LearningReport(report, console).write();
        }
        return ExitCode.OK;
    }
}
