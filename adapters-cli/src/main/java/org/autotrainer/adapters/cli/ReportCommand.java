package org.autotrainer.adapters.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.autotrainer.adapters.cli.Loops.Access;
import org.autotrainer.adapters.cli.console.Console;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.domain.evaluation.InvalidValueException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells what was learned and what it is worth. */
@Command(
        name = "report",
        header = "Tell what was learned, what it is worth, and what measuring it costs.",
        description = {
            "",
            "It begins with what the whole memory is worth, against control tasks that got nothing on purpose: that is known"
                    + " first. Points are points of success.",
            "",
            "With --html it is a page of its own, with the charts of the dashboard: it opens in any browser, from the disk,"
                    + " and asks nobody for anything."
        },
        footer = {
            "",
            "Examples:",
            "  autotrainer report --agent support",
            "  autotrainer report --agent support --json",
            "  autotrainer report --agent support --html report.html"
        })
final class ReportCommand extends AgentVerb {
    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Write the report as one page; it appears when it is whole.")
    private Optional<Path> html = Optional.empty();

    @Option(names = "--force", description = "Replace a file that exists.")
    private boolean force;

    ReportCommand() {
        super(Access.EXISTING);
    }

    @Override
    void check() {
        super.check();
        if (force && html.isEmpty()) {
            throw new InvalidValueException("--force replaces a file; name it with --html FILE");
        }
    }

    @Override
    int run(TrainingLoop loop, Console console) {
        html.ifPresent(file -> write(file, loop, console));
        if (inJson()) {
            console.json(loop.report().report(agent()));
        } else if (html.isEmpty()) {
            new LearningReport(loop.report().report(agent()), loop.success().report(agent()), console).write();
        }
        return ExitCode.OK;
    }

    private void write(Path file, TrainingLoop loop, Console console) {
        ExportCommand.requireOtherThan(location(console), file);
        try (NewFile page = NewFile.at(html, force)) {
            page.line(HtmlReport.of(loop, agent()));
            page.finish();
        }
        console.note("wrote the report of agent " + agent() + " to " + file);
    }
}
