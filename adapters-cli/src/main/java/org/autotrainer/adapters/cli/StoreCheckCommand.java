package org.autotrainer.adapters.cli;

import org.autotrainer.adapters.cli.Loops.Access;
import org.autotrainer.adapters.cli.console.Console;
import org.autotrainer.adapters.cli.console.Progress;
import org.autotrainer.adapters.cli.console.Table;
import org.autotrainer.adapters.cli.console.Table.Column;
import org.autotrainer.application.MaintainStore.Report;
import org.autotrainer.application.TrainingLoop;
import picocli.CommandLine.Command;

/** Checks a store against itself. */
@Command(
        name = "check",
        header = "Verify every fact and all that was learned from it; the exit code is 1 if anything is wrong.",
        footer = {"", "Example:", "  autotrainer store check --json"})
final class StoreCheckCommand extends LoopVerb {
    StoreCheckCommand() {
        super(Access.EXISTING);
    }

    @Override
    int run(TrainingLoop loop, Console console) {
        Report report;
        try (Progress progress = new Progress(console)) {
            report = loop.maintenance().check(facts -> progress.update(TrainReport.number(facts) + " facts verified"));
        }
        if (inJson()) {
            console.json(report);
        } else {
            table(report, console);
        }
        report.problems().forEach(console::note);
        return report.ok() ? ExitCode.OK : ExitCode.FAILED;
    }

    private static void table(Report report, Console console) {
        console.show(new Table(Column.text(""), Column.text(""))
                .row("facts", TrainReport.number(report.facts()))
                .row("state hash", report.stateHash())
                .row("chain hash", report.chainHash()));
        int problems = report.problems().size();
        console.say(
                report.ok()
                        ? "Nothing is wrong."
                        : problems + (problems == 1 ? " thing is wrong." : " things are wrong."));
    }
}
