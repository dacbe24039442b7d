package org.autotrainer.adapters.cli;

import jakarta.inject.Provider;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.autotrainer.adapters.cli.Loops.Access;
import org.autotrainer.adapters.cli.console.Console;
import org.autotrainer.adapters.cli.console.Progress;
import org.autotrainer.adapters.cli.console.Surroundings.Stream;
import org.autotrainer.adapters.cli.reading.Batch;
import org.autotrainer.adapters.cli.reading.Defaults;
import org.autotrainer.adapters.cli.reading.EvaluationReading;
import org.autotrainer.adapters.cli.reading.EvaluationSource;
import org.autotrainer.adapters.cli.reading.MappingFile;
import org.autotrainer.application.ImportEvaluations.Options;
import org.autotrainer.application.ImportEvaluations.Summary;
import org.autotrainer.application.wire.EvaluationBody;
import org.autotrainer.domain.evaluation.CleanText;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.evaluation.Limits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Records evaluations from files and trains on them. */
@Command(
        name = "train",
        header = "Record evaluations and train on them: suggest, and apply what is safe.",
        description = {
            "",
            "FILE holds evaluations as JSON: one object a line, or one array; or the results of another tool, as it wrote them."
                    + " Without FILE, or for -, standard input is read.",
            "What was recorded before changes nothing. Records that are not valid are told with their line, and the others"
                    + " are kept; the exit code is 1 then."
        },
        footer = {
            "",
            "Examples:",
            "  autotrainer train results.jsonl",
            "  autotrainer train promptfoo-results.json",
            "  autotrainer train --from tau-bench gpt-4o-airline.json",
            "  cat results.jsonl | autotrainer train --dry-run --json"
        })
final class TrainCommand implements Verb {
    private static final Path STANDARD_INPUT = Path.of("-");

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Files of evaluations.")
    private List<Path> files = List.of();

    @Option(
            names = "--from",
            paramLabel = "FORMAT",
            completionCandidates = Choices.Sources.class,
            description =
                    "The form of the files: ${COMPLETION-CANDIDATES}. Without it, the beginning of each file tells.")
    private String from = "";

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "Read records or rows of any form as FILE says: see docs/formats.md.")
    private Optional<Path> mapping = Optional.empty();

    @Option(names = "--lessons", description = "Draw suggestions from the lessons before each evaluation too.")
    private boolean lessons;

    @Option(names = "--propose", description = "Only suggest; a person applies: see autotrainer suggestions.")
    private boolean propose;

    @Option(
            names = "--trust",
            paramLabel = "LEVEL",
            defaultValue = "trusted",
            completionCandidates = Choices.Trusts.class,
            description =
                    "How far the files are trusted: trusted (default), reviewed, untrusted or blocked. Advice from below"
                            + " trusted is held back until somebody approves it.")
    private String trust;

    @Option(names = "--dry-run", description = "Show what would happen, and write nothing.")
    private boolean dryRun;

    @Option(names = "--run", paramLabel = "RUN", description = "The run of evaluations that name none.")
    private String run = "";

    @Option(
            names = "--agent",
            paramLabel = "AGENT",
            defaultValue = "default",
            description = "The agent of evaluations that name none. Default: default.")
    private String agent;

    @Mixin
    private StoreOption store;

    @Option(names = "--json", description = "Answer in JSON: one object.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public int run(Console console, Provider<Loops> loops) {
        Defaults defaults = defaults();
        List<EvaluationSource> sources = sources(console);
        String location = store.location(console);
        Access access = dryRun ? Access.REHEARSING : Access.CREATING;
        long size = sources.stream().mapToLong(EvaluationSource::size).sum();
        Ingest.Stores stores = new Ingest.Stores(
                () -> loops.get().open(location, access), () -> loops.get().open("memory:", Access.CREATING));
        try (EvaluationReading reading = new EvaluationReading(sources, defaults, console::note);
                Ingest ingest = new Ingest(
                        stores, agent, new Options(lessons, !propose, trust), dryRun ? stopped -> {} : console::note);
                Progress progress = new Progress(console)) {
            for (Optional<Batch> batch = reading.next(); batch.isPresent(); batch = reading.next()) {
                ingest.add(batch.get());
                String found = TrainReport.number(ingest.read()) + " evaluations";
                if (size > 0) {
                    progress.update(reading.read(), size, found);
                } else {
                    progress.update(found);
                }
            }
            Summary summary = ingest.finish();
            new TrainReport(summary, ingest.agents(), dryRun, propose, this::next).write(console, json);
            return summary.rejected() == 0 ? ExitCode.OK : ExitCode.FAILED;
        }
    }

    /** A command to go on with: its words name the agent, unless that is the usual one. */
    private String next(String words) {
        boolean meansAnother = agent.equals(EvaluationBody.DEFAULT_AGENT) || words.contains(" --agent ");
        return NextStep.after(spec, meansAnother ? words : words + " --agent " + EvaluationBody.DEFAULT_AGENT);
    }

    private Defaults defaults() {
        CleanText.required("--agent", agent, Limits.AGENT);
        CleanText.name("--run", run, Limits.NAME);
        new Choices.Trusts().check("--trust", trust);
        if (!from.isEmpty()) {
            new Choices.Sources().check("--from", from);
        }
        if (mapping.isEmpty()) {
            return new Defaults(agent, run, from);
        }
        if (!from.isEmpty()) {
            throw new InvalidValueException("--from and --mapping both say what the files are; give one of them");
        }
        return new Defaults(agent, run, from, Optional.of(MappingFile.read(mapping.get())));
    }

    private List<EvaluationSource> sources(Console console) {
        if (files.isEmpty() && console.isTerminal(Stream.IN)) {
            throw new InvalidValueException("train needs a FILE, or evaluations on standard input");
        }
        Set<Path> named = new HashSet<>();
        for (Path file : files) {
            if (!named.add(file.toAbsolutePath().normalize())) {
                throw new InvalidValueException(file + " is named twice; name each file once");
            }
        }
        List<Path> sources = files.isEmpty() ? List.of(STANDARD_INPUT) : files;
        return sources.stream()
                .map(file -> file.equals(STANDARD_INPUT)
                        ? EvaluationSource.standardInput(console.input())
                        : EvaluationSource.file(file))
                .toList();
    }
}
