package org.autotrainer.adapters.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.autotrainer.adapters.cli.Loops.Access;
import org.autotrainer.adapters.cli.console.Console;
import org.autotrainer.application.ExportDataset.Report;
import org.autotrainer.application.ExportDataset.Request;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.domain.evaluation.InvalidValueException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes a data set. */
@Command(
        name = "export",
        header = "Write the evaluations of an agent as a data set that trainers accept.",
        description = {
            "",
            "FORMAT is one of:",
            "  trl-sft         successful conversations for supervised fine-tuning with TRL",
            "  trl-preference  pairs of turns at one task for preference training with TRL",
            "  openai-chat     successful conversations for chat fine-tuning in OpenAI's form",
            "  targets         the failed or low-scored tasks, as they are suggested",
            "What is left out is told with its reason: in short on standard error, in full in the report."
        },
        footer = {
            "",
            "Examples:",
            "  autotrainer export --format trl-sft --agent support --out sft.jsonl",
            "  autotrainer export --format trl-preference > pairs.jsonl"
        })
final class ExportCommand extends AgentVerb {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            required = true,
            completionCandidates = Choices.Datasets.class,
            description = "The format of the rows: ${COMPLETION-CANDIDATES}.")
    private String format;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The file to write; it appears when it is whole. Without it, rows go to standard output.")
    private Path out;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description =
                    "The file for the report. Default: beside --out, with .report.json added; without --out none.")
    private Path report;

    @Option(names = "--force", description = "Replace files that exist.")
    private boolean force;

    ExportCommand() {
        super(Access.EXISTING);
    }

    @Override
    void check() {
        super.check();
        new Choices.Datasets().check("--format", format);
        if (inJson() && out == null) {
            throw new InvalidValueException("--json answers with the report; name a file for the rows with --out");
        }
        if (out != null && out.equals(report)) {
            throw new InvalidValueException("--out and --report name the same file");
        }
    }

    @Override
    int run(TrainingLoop loop, Console console) {
        Optional<Path> rowsFile = Optional.ofNullable(out);
        Optional<Path> reportFile = Optional.ofNullable(report)
                .or(() -> rowsFile.map(file -> file.resolveSibling(file.getFileName() + ".report.json")));
        requireOtherThan(location(console), rowsFile);
        requireOtherThan(location(console), reportFile);
        ExportTally tally = new ExportTally();
        Report written;
        try (NewFile rows = NewFile.at(rowsFile, force);
                NewFile notes = NewFile.at(reportFile, force)) {
            Consumer<String> lines = rowsFile.isPresent() ? rows::line : console::data;
            ExportReport full = new ExportReport(notes, agent());
            written = loop.export().export(new Request(agent(), format), lines, note -> {
                full.add(note);
                tally.add(note);
            });
            full.end(written);
            rows.finish();
            notes.finish();
        }
        if (inJson()) {
            console.json(written.detail());
        }
        tally.tell(written, rowsFile, reportFile, console);
        return ExitCode.OK;
    }

    /** Not even by force is the memory itself written over. */
    private static void requireOtherThan(String location, Optional<Path> target) {
        String place = location.substring(location.indexOf(':') + 1);
        target.filter(file -> file.toAbsolutePath()
                        .normalize()
                        .equals(Path.of(place).toAbsolutePath().normalize()))
                .ifPresent(store -> {
                    throw new AutoTrainerException(Problem.CONFLICT, store + " is the store itself; name another file");
                });
    }
}
