package org.autotrainer.domain.dataset;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.autotrainer.domain.evaluation.Attempt;
import org.autotrainer.domain.evaluation.Conversation;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.Identity;
import org.autotrainer.domain.training.AutoTrainer;
import org.autotrainer.domain.training.FineTuneDataset;
import org.autotrainer.domain.training.TrainingTarget;

/**
 * Writes a data set while it reads the evaluations of an agent.
 *
 * <p>The evaluations are read twice: first to see how each attempt ended, then to write the rows, the oldest first. In
 * memory are a few numbers for each attempt and at most two transcripts. Equal evaluations give equal bytes.
 */
public final class DatasetExport {
    /** Of one task, not more than this many pairs are looked at: the oldest ones. */
    public static final int PAIRS_PER_TASK = 10_000;

    private final DatasetPlan plan;
    private final Tally tally = new Tally();
    private final Consumer<String> lines;
    private final Consumer<DatasetNote> notes;
    private final Set<Long> pairs = new HashSet<>();

    private DatasetExport(TaskChoice choice, Consumer<String> lines, Consumer<DatasetNote> notes) {
        plan = new DatasetPlan(choice);
        this.lines = lines;
        this.notes = notes;
    }

    /**
     * Writes a data set.
     *
     * @param format how a row is written
     * @param choice which tasks a person took out
     * @param recorded the evaluations
     * @param lines takes the rows, each without its line feed
     * @param notes takes what became of each candidate, in the same order
     */
    public static DatasetReport write(
            DatasetFormat format,
            TaskChoice choice,
            Recorded recorded,
            Consumer<String> lines,
            Consumer<DatasetNote> notes) {
        DatasetExport export = new DatasetExport(choice, lines, notes);
        if (format instanceof DatasetFormat.OfExamples examples) {
            export.examples(examples, recorded);
        } else if (format instanceof DatasetFormat.OfPairs pairs) {
            export.pairs(pairs, recorded);
        } else if (format instanceof DatasetFormat.OfTargets targets) {
            export.targets(targets, choice, recorded);
        } else {
            throw new AssertionError(format);
        }
        return export.tally.report(format.name(), export.plan.counts());
    }

    private void examples(DatasetFormat.OfExamples format, Recorded recorded) {
        recorded.scan().accept(this::plan);
        long[] successes = plan.successes();
        recorded.scan().accept((position, evaluation) -> {
            if (Arrays.binarySearch(successes, position) >= 0) {
                example(format, evaluation);
            }
        });
    }

    private void example(DatasetFormat.OfExamples format, Evaluation evaluation) {
        List<Attempt> attempts = List.of(evaluation.attempt());
        Conversation conversation = evaluation.conversation();
        Checked<Example> checked = Linter.lint(conversation, plan.calledLike(conversation));
        if (checked instanceof Checked.Rejected<Example> no) {
            reject(attempts, no.reason(), 1);
        } else if (checked instanceof Checked.Accepted<Example> yes) {
            row(attempts, format.row().apply(yes.value()), yes.value().mends());
        }
    }

    private void pairs(DatasetFormat.OfPairs format, Recorded recorded) {
        recorded.scan().accept(this::plan);
        plan.contests().forEach(contest -> contest(format, contest, recorded));
    }

    private void contest(DatasetFormat.OfPairs format, DatasetPlan.Contest contest, Recorded recorded) {
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
            reject(List.of(first.attempt()), tooMany(left), left);
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
            reject(attempts, no.reason(), 1);
        } else if (checked instanceof Checked.Accepted<Pair> yes) {
            pairOnce(attempts, format.row().apply(yes.value()), yes.value().mends());
        }
    }

    private void targets(DatasetFormat.OfTargets format, TaskChoice choice, Recorded recorded) {
        AutoTrainer trainer = new AutoTrainer();
        recorded.scan().accept((position, evaluation) -> {
            plan(position, evaluation);
            if (choice.takes(evaluation.attempt().taskId())) {
                trainer.suggestTraining(Optional.of(evaluation), List.of()).stream()
                        .filter(FineTuneDataset.class::isInstance)
                        .map(suggestion -> ((FineTuneDataset) suggestion).target())
                        .forEach(target -> target(format, evaluation, target));
            }
        });
    }

    private void target(DatasetFormat.OfTargets format, Evaluation evaluation, TrainingTarget target) {
        row(List.of(evaluation.attempt()), format.row().apply(target), List.of());
    }

    private void plan(long position, Evaluation evaluation) {
        tally.evaluation(evaluation.isMeasured());
        if (evaluation.isMeasured()) {
            plan.add(position, evaluation);
        }
    }

    private void pairOnce(List<Attempt> attempts, Map<String, Object> row, List<Finding> mends) {
        if (pairs.add(Identity.of("pair").text(JsonLine.of(row)).hash())) {
            row(attempts, row, mends);
        } else {
            reject(attempts, new Finding("duplicate", "the same pair stands before"), 1);
        }
    }

    private void row(List<Attempt> attempts, Map<String, Object> row, List<Finding> mends) {
        Optional<Finding> secret = Secrets.in(row);
        if (secret.isPresent()) {
            reject(attempts, secret.get(), 1);
            return;
        }
        String line = JsonLine.of(row);
        long tokens = TokenEstimate.of(row);
        long number = tally.row(line, tokens, mends);
        lines.accept(line);
        notes.accept(new DatasetNote(number, attempts, tokens, mends, Optional.empty()));
    }

    private void reject(List<Attempt> attempts, Finding reason, long candidates) {
        tally.rejected(reason, candidates);
        notes.accept(new DatasetNote(0, attempts, 0, List.of(), Optional.of(reason)));
    }
}
