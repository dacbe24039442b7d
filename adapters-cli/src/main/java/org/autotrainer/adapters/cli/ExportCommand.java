package org.autotrainer.adapters.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.autotrainer.adapters.cli.Loops.Access;
import org.autotrainer.adapters.cli.console.Console;
import org.autotrainer.adapters.cli.console.Table;
import org.autotrainer.adapters.cli.console.Table.Column;
import org.autotrainer.application.ExportDataset;
import org.autotrainer.application.ExportDataset.Layout;
import org.autotrainer.application.ExportDataset.Manifest;
import org.autotrainer.application.ExportDataset.Report;
import org.autotrainer.application.ExportDataset.Request;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.domain.evaluation.InvalidValueException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a data set. */
@Command(
        name = "export",
        header = "Write the evaluations of an agent as a data set that trainers accept.",
        description = {
            "",
            "FORMAT is one of these, or one from plugins:",
            "  trl-sft                successful conversations, for SFT with TRL",
            "  trl-prompt-completion  the same, of which the last answer is learned",
            "  trl-preference         pairs of turns at one task, for DPO with TRL",
            "  trl-kto                conversations of both outcomes with a label, for KTO",
            "  openai-chat            successful conversations in OpenAI's form",
            "  openai-preference      pairs of turns at one task in OpenAI's form",
            "  openai-rft             tasks with a reference answer and rewards, for RFT",
            "  gemini, gemini-preference, bedrock, bedrock-preference, mistral",
            "                         the same for the trainers of Google, Amazon, Mistral",
            "  llama-factory          a folder with dataset_info.json",
            "  huggingface            a folder for the Hub: conversations, pairs, labels",
            "  targets                failed or low-scored tasks, as they are suggested",
            "A folder keeps one task in ten back for validation, a file none.",
            "What is left out is told with its reason: in short on standard error, in full in the report."
        },
        footer = {
            "",
            "Examples:",
            "  autotrainer export --format trl-sft --agent support --out sft.jsonl",
            "  autotrainer export --format trl-preference > pairs.jsonl",
            "  autotrainer export --format huggingface --leave-out benchmark.txt --out hub",
            "  autotrainer export --format trl-sft --explain",
            "  autotrainer export --manifest hub/manifest.json --out again"
        })
final class ExportCommand extends AgentVerb {
    private static final Path STANDARD_OUTPUT = Path.of("-");
    private static final Pattern FILE =
            Pattern.compile(".*\\.(jsonl?|ndjson|csv|tsv|txt|parquet|gz|zst|zip)", Pattern.CASE_INSENSITIVE);

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            completionCandidates = Choices.Datasets.class,
            description = "The format of the rows: ${COMPLETION-CANDIDATES}.")
    private Optional<String> format = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "PATH",
            description = "The file, or the folder, to write; it appears when it is whole. Without it, or for -,"
                    + " rows go to standard output.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--part",
            paramLabel = "NAME",
            description = "Of a data set of several files only this one, such as sft/train.jsonl.")
    private Optional<String> part = Optional.empty();

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "The file for the report. Default: in the folder, or beside the file with .report.json added;"
                    + " without --out none.")
    private Optional<Path> report = Optional.empty();

    @Option(
            names = "--explain",
            description = "Tell how many evaluations gave how many rows, and why. Without --out no row is written.")
    private boolean explain;

    @Option(
            names = "--manifest",
            paramLabel = "FILE",
            description = "Write the data set of a manifest again, as it was when that was made.")
    private Optional<Path> manifest = Optional.empty();

    @Mixin
    private FilterOptions filter;

    @Option(names = "--force", description = "Replace files that exist, and folders that hold a data set.")
    private boolean force;

    ExportCommand() {
        super(Access.EXISTING);
    }

    @Override
    void check() {
        super.check();
        out = out.filter(path -> !path.equals(STANDARD_OUTPUT));
        if (manifest.isPresent() && (format.isPresent() || filter.isGiven())) {
            throw new InvalidValueException("--manifest says what goes in; leave out --format and what chooses tasks");
        }
        if (manifest.isEmpty()) {
            new Choices.Datasets()
                    .check(
                            "--format",
                            format.orElseThrow(() ->
                                    new InvalidValueException("export needs --format FORMAT, or --manifest FILE")));
        }
        if (inJson() && out.isEmpty() && !explain) {
            throw new InvalidValueException("--json answers with the report; name a file for the rows with --out");
        }
        if (out.isPresent() && out.equals(report)) {
            throw new InvalidValueException("--out and --report name the same file");
        }
        if (out.isPresent() && beside(".manifest.json").equals(report)) {
            throw new InvalidValueException("--report names the file of the manifest; name another");
        }
    }

    @Override
    void begin(TrainingLoop loop, Console console) {
        if (manifest.isEmpty() && out.isEmpty()) { // else it is no note but a failure, or the manifest names the agent
            super.begin(loop, console);
        }
    }

    @Override
    int run(TrainingLoop loop, Console console) {
        Optional<Manifest> again = manifest.map(ManifestFile::read);
        String stranger = again.isPresent() || out.isEmpty() ? "" : stranger(loop);
        if (!stranger.isEmpty()) {
            throw new AutoTrainerException(Problem.NOT_FOUND, stranger);
        }
        Request request = filter.request(again.map(Manifest::agent).orElse(agent()), format.orElse(""));
        ExportDataset export = loop.export();
        Layout layout = again.map(export::layout).orElseGet(() -> export.layout(request));
        boolean folder = layout.folder() && part.isEmpty();
        checkTargets(layout, folder, console);
        ExportTally tally = new ExportTally();
        Report written;
        try (ExportTarget target = folder && out.isPresent()
                ? ExportTarget.folder(out.get(), force, request.agent())
                : file(layout, request.agent(), console)) {
            ExportDataset.Sink sink = tally.before(target);
            written = again.isPresent() ? export.again(again.get(), sink) : export.export(request, sink);
            target.finish(written);
        }
        tell(written, folder, tally, console);
        return ExitCode.OK;
    }

    private void checkTargets(Layout layout, boolean folder, Console console) {
        out.ifPresent(target -> requireOtherThan(location(console), target));
        report.ifPresent(target -> requireOtherThan(location(console), target));
        part.filter(name -> !layout.files().contains(name)).ifPresent(name -> {
            throw new InvalidValueException(
                    "--part is \"" + name + "\"; allowed are " + String.join(", ", layout.files()));
        });
        if (folder && out.isEmpty() && !explain) {
            throw new InvalidValueException("the data set has several files: name a folder with --out, or one of them"
                    + " with --part: " + String.join(", ", layout.files()));
        }
        if (folder
                && out.filter(path -> FILE.matcher(path.toString()).matches()).isPresent()) {
            throw new InvalidValueException("--out is \"" + out.get()
                    + "\", the name of a file; the data set has several"
                    + " files: name a folder, or one of them with --part: " + String.join(", ", layout.files()));
        }
        if (folder && report.isPresent()) {
            throw new InvalidValueException("--report is for one file; a folder holds its report");
        }
    }

    private ExportTarget file(Layout layout, String agent, Console console) {
        ExportTarget.Beside files =
                ExportTarget.Beside.open(List.of(out, reportFile(), beside(".manifest.json")), force);
        return ExportTarget.file(part.orElse(layout.files().get(0)), lines(files.rows(), console), files, agent);
    }

    private Consumer<String> lines(NewFile rows, Console console) {
        if (out.isPresent()) {
            return rows::line;
        }
        return explain ? row -> {} : console::data;
    }

    private Optional<Path> reportFile() {
        return report.or(() -> beside(".report.json"));
    }

    private Optional<Path> beside(String ending) {
        return out.map(file -> file.resolveSibling(file.getFileName() + ending));
    }

    private void tell(Report written, boolean folder, ExportTally tally, Console console) {
        if (inJson()) {
            console.json(written.detail());
        } else if (explain) {
            Table table = new Table(Column.number("evaluations"), Column.flexible("what became of them"));
            written.steps()
                    .forEach(step -> table.row(
                            (step.depth() > 0 ? "- " : "") + TrainReport.number(step.count()), step.sentence()));
            console.show(table);
        }
        if (!explain || out.isPresent()) {
            tally.tell(written, out, folder ? out.map(place -> place.resolve("report.json")) : reportFile(), console);
        }
    }

    /** Not even by force is the memory itself written over. */
    static void requireOtherThan(String location, Path target) {
        String place = location.substring(location.indexOf(':') + 1);
        if (target.toAbsolutePath()
                .normalize()
                .equals(Path.of(place).toAbsolutePath().normalize())) {
            throw new AutoTrainerException(Problem.CONFLICT, target + " is the store itself; name another file");
        }
    }
}
