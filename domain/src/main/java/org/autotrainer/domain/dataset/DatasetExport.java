package org.autotrainer.domain.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.autotrainer.domain.evaluation.Attempt;
import org.autotrainer.domain.evaluation.Conversation;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.Message;
import org.autotrainer.domain.training.AutoTrainer;
import org.autotrainer.domain.training.FineTuneDataset;
import org.autotrainer.domain.training.TrainingTarget;

/**
 * Writes a data set while it reads the evaluations of an agent.
 *
 * <p>The evaluations are read first to see how each attempt ended, then once for each part and each side of the split,
 * to write the rows, the oldest first. In memory are a few numbers for each attempt and at most two transcripts. Equal
 * evaluations give equal bytes.
 */
public final class DatasetExport {
    /** Of one task, not more than this many pairs are looked at: the oldest ones. */
    public static final int PAIRS_PER_TASK = 10_000;

    private final Recorded recorded;
    private final DatasetOptions options;
    private final DatasetPlan plan;
    private final RowWriter writer;

    private DatasetExport(Recorded recorded, DatasetOptions options, DatasetPlan plan, RowWriter writer) {
        this.recorded = recorded;
        this.options = options;
        this.plan = plan;
        this.writer = writer;
    }

    /** Writes a data set. */
    public static DatasetResult write(
            DatasetFormat format, DatasetOptions options, Recorded recorded, DatasetSink sink) {
        DatasetPlan plan = DatasetPlan.of(recorded, options);
        List<DatasetReport> reports = new ArrayList<>();
        for (DatasetFormat.Part part : parts(format)) {
            RowWriter writer = new RowWriter(part.name(), options, sink);
            reports.add(new DatasetExport(recorded, options, plan, writer).part(part.format()));
        }
        DatasetResult written = new DatasetResult(format.name(), reports, Map.of());
        return format instanceof DatasetFormat.Folder folder
                ? new DatasetResult(format.name(), reports, folder.beside(written.files()))
                : written;
    }

    /**
     * Writes a data set of one file: every task that is taken, nothing kept back, personal data redacted.
     *
     * @param lines takes the rows, each without its line feed
     * @param notes takes what became of each candidate, in the same order
     */
    public static DatasetReport write(
            DatasetFormat.Rows format,
            TaskChoice tasks,
            Recorded recorded,
            Consumer<String> lines,
            Consumer<DatasetNote> notes) {
        DatasetSink sink = new DatasetSink() {
            @Override
            public void row(String file, String line) {
                lines.accept(line);
            }

            @Override
            public void note(DatasetNote note) {
                notes.accept(note);
            }
        };
        DatasetOptions options = new DatasetOptions(tasks, Split.NONE, Personal.REDACT);
        return write(format, options, recorded, sink).parts().get(0);
    }

    /** The parts of a format; one that is no folder is a part of its own. */
    public static List<DatasetFormat.Part> parts(DatasetFormat format) {
        if (format instanceof DatasetFormat.Folder folder) {
            return folder.parts();
        }
        return List.of(new DatasetFormat.Part("", (DatasetFormat.Rows) format));
    }

    private DatasetReport part(DatasetFormat.Rows format) {
        SortedMap<String, Long> unused = plan.unused(format);
        for (Side side : options.split().sides()) {
            writer.begin(side);
            if (format instanceof DatasetFormat.OfExamples examples) {
                each(plan.successes(side), (position, evaluation) -> example(examples, evaluation));
            } else if (format instanceof DatasetFormat.OfVerdicts verdicts) {
                verdicts(verdicts, side);
            } else if (format instanceof DatasetFormat.OfTasks tasks) {
                tasks(tasks, side);
            } else if (format instanceof DatasetFormat.OfPairs pairs) {
                plan.contests(side).forEach(contest -> contest(pairs, contest));
            } else if (format instanceof DatasetFormat.OfTargets targets) {
                unused = targets(targets, side);
            } else {
                throw new AssertionError(format);
            }
        }
        return writer.report(format, plan, unused);
    }

    /** Reads on to all the positions, which rise. */
    private void each(long[] positions, BiConsumer<Long, Evaluation> then) {
        if (positions.length > 0) {
            recorded.scan().accept((position, evaluation) -> {
                if (Arrays.binarySearch(positions, position) >= 0) {
                    then.accept(position, evaluation);
                }
            });
        }
    }

    private void example(DatasetFormat.OfExamples format, Evaluation evaluation) {
        conversation(evaluation, true, judged -> format.row(judged.example()));
    }

    private void verdicts(DatasetFormat.OfVerdicts format, Side side) {
        long[] successes = plan.successes(side);
        each(
                plan.verdicts(side),
                (position, evaluation) ->
                        conversation(evaluation, Arrays.binarySearch(successes, position) >= 0, format::row));
    }

    private void tasks(DatasetFormat.OfTasks format, Side side) {
        Map<Long, DatasetPlan.Contest> first = new HashMap<>();
        plan.tasks(side).forEach(task -> first.put(task.first(), task));
        long[] positions =
                first.keySet().stream().mapToLong(each -> each).sorted().toArray();
        each(positions, (position, evaluation) -> {
            DatasetPlan.Contest task = first.getOrDefault(position, DatasetPlan.Contest.none(side));
            long successes = task.succeeded().size();
            long attempts = successes + task.failed().size();
            conversation(evaluation, successes > 0, judged -> format.row(judged, attempts, successes));
        });
    }

    private void conversation(Evaluation evaluation, boolean success, Function<JudgedExample, Checked<Row>> encoding) {
        List<Attempt> attempts = List.of(evaluation.attempt());
        Conversation conversation = evaluation.conversation();
        Checked<Example> checked = Linter.lint(conversation, plan.calledLike(conversation));
        if (checked instanceof Checked.Rejected<Example> no) {
            writer.reject(attempts, no.reason(), 1);
        } else if (checked instanceof Checked.Accepted<Example> yes) {
            Redaction redaction = writer.redaction();
            List<Finding> mends = yes.value().mends();
            Example example = new Example(redaction.of(yes.value().conversation()), mends);
            String task = redaction.text(evaluation.attempt().taskId());
            writer.write(new RowWriter.Candidate(
                    attempts,
                    mends,
                    redaction,
                    encoded(() -> encoding.apply(new JudgedExample(example, task, success, evaluation.score()))),
                    plan.fingerprint(example.conversation().messages()),
                    false));
        }
    }

    /** The row of a candidate; where the format breaks, as one of a stranger may, that candidate is left out. */
    private static Checked<Row> encoded(Supplier<Checked<Row>> encoding) {
        try {
            return Objects.requireNonNull(encoding.get(), "no row");
        } catch (RuntimeException | LinkageError | StackOverflowError broken) {
            return Checked.rejected(
                    "format_broke",
                    "the format broke on it: " + broken.getClass().getName());
        }
    }

    private void contest(DatasetFormat.OfPairs format, DatasetPlan.Contest contest) {
        long left = (long) contest.succeeded().size() * contest.failed().size();
        int room = PAIRS_PER_TASK;
        for (long good : contest.succeeded()) {
            List<Long> failed =
                    contest.failed().subList(0, Math.min(contest.failed().size(), room));
            if (failed.isEmpty()) {
                break;
            }
            Evaluation succeeded = recorded.at().apply(good);
            failed.forEach(bad -> pair(format, succeeded, recorded.at().apply(bad)));
            room -= failed.size();
            left -= failed.size();
        }
        if (left > 0) {
            Evaluation first = recorded.at().apply(contest.succeeded().get(0));
            writer.reject(List.of(first.attempt()), tooMany(left), left);
        }
    }

    private static Finding tooMany(long left) {
        return new Finding(
                "too_many_pairs",
                "of one task only " + PAIRS_PER_TASK + " pairs are looked at, and it has " + left + " more");
    }

    private void pair(DatasetFormat.OfPairs format, Evaluation succeeded, Evaluation failed) {
        List<Attempt> attempts = List.of(succeeded.attempt(), failed.attempt());
        Checked<Pair> checked = Pairing.pair(
                succeeded.conversation(), failed.conversation(), plan.calledLike(succeeded.conversation()));
        if (checked instanceof Checked.Rejected<Pair> no) {
            writer.reject(attempts, no.reason(), 1);
        } else if (checked instanceof Checked.Accepted<Pair> yes) {
            Redaction redaction = writer.redaction();
            Pair pair = redacted(yes.value(), redaction);
            writer.write(new RowWriter.Candidate(
                    attempts,
                    pair.mends(),
                    redaction,
                    encoded(() -> format.row(pair)),
                    plan.fingerprint(said(pair)),
                    true));
        }
    }

    private static Pair redacted(Pair pair, Redaction redaction) {
        return new Pair(
                redaction.messages(pair.prompt()),
                redaction.message(pair.chosen()),
                redaction.message(pair.rejected()),
                pair.tools(),
                pair.mends());
    }

    private static List<Message> said(Pair pair) {
        List<Message> messages = new ArrayList<>(pair.prompt());
        messages.add(pair.chosen());
        messages.add(pair.rejected());
        return messages;
    }

    /** Targets are advice about one evaluation each; copies are to be expected. */
    private SortedMap<String, Long> targets(DatasetFormat.OfTargets format, Side side) {
        AutoTrainer trainer = new AutoTrainer();
        SortedMap<String, Long> unused = new TreeMap<>();
        recorded.scan().accept((position, evaluation) -> {
            Optional<TrainingTarget> target = trainer.suggestTraining(Optional.of(evaluation), List.of()).stream()
                    .filter(FineTuneDataset.class::isInstance)
                    .map(suggestion -> ((FineTuneDataset) suggestion).target())
                    .findFirst();
            if (evaluation.isMeasured() && target.isEmpty()) {
                unused.merge("no_target", 1L, Long::sum);
            } else if (target.isPresent() && !plan.takes(evaluation)) {
                unused.merge(plan.whyNot(evaluation), 1L, Long::sum);
            } else if (target.isPresent() && plan.side(position, evaluation) == side) {
                target(format, evaluation, target.get());
            }
        });
        return unused;
    }

    private void target(DatasetFormat.OfTargets format, Evaluation evaluation, TrainingTarget target) {
        Redaction redaction = writer.redaction();
        writer.write(new RowWriter.Candidate(
                List.of(evaluation.attempt()),
                List.of(),
                redaction,
                encoded(() -> format.row(redaction.target(target))),
                Optional.empty(),
                false));
    }
}
