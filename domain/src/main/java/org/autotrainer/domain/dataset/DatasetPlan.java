package org.autotrainer.domain.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.autotrainer.domain.evaluation.Attempt;
import org.autotrainer.domain.evaluation.Conversation;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.Identity;
import org.autotrainer.domain.evaluation.Message;

/**
 * What the first reading finds out: how each attempt ended, and where its transcript stands.
 *
 * <p>It keeps a few numbers for each attempt. Several critics may have judged an attempt: it succeeded only if all
 * that measured it say so, it failed if none does, and in between it is disputed and stands in no data set. Its
 * transcript is the first one that was recorded with a measured evaluation. An evaluation that names no task is an
 * attempt, and a task, of its own.
 */
final class DatasetPlan {
    private static final long NOWHERE = -1;

    /** What a person said about a task. */
    private enum Taken {
        YES,
        EXCLUDED,
        LEFT_OUT
    }

    /** An attempt at a task, both by their hashes; {@code transcript} is a position or {@link #NOWHERE}. */
    private record Judged(long task, Taken taken, Side side, boolean success, boolean failure, long transcript) {
        Judged and(Judged later) {
            return new Judged(
                    task,
                    taken,
                    side,
                    success || later.success,
                    failure || later.failure,
                    transcript == NOWHERE ? later.transcript : transcript);
        }

        boolean isTaken() {
            return taken == Taken.YES;
        }

        boolean isDisputed() {
            return success && failure;
        }

        /** Whether there is something to learn from: it ended one way or the other, and what was said is known. */
        boolean isUsable() {
            return isTaken() && !isDisputed() && transcript != NOWHERE;
        }

        boolean succeeded() {
            return success && !failure;
        }

        boolean failed() {
            return failure && !success;
        }
    }

    /** The attempts at a task by the positions of their transcripts, rising. */
    record Contest(Side side, List<Long> succeeded, List<Long> failed) {
        static Contest none(Side side) {
            return new Contest(side, new ArrayList<>(), new ArrayList<>());
        }

        private boolean isOpen() {
            return !succeeded.isEmpty() && !failed.isEmpty();
        }

        /** The attempt that stands for the task: the first that succeeded, or else the first that failed. */
        long first() {
            return succeeded.isEmpty() ? failed.get(0) : succeeded.get(0);
        }
    }

    private final DatasetOptions options;
    private final Map<Long, Judged> attempts = new LinkedHashMap<>();
    private final CalledTools called = new CalledTools();
    private final Optional<CommonLines> common;
    private long evaluations;
    private long errors;

    private DatasetPlan(DatasetOptions options) {
        this.options = options;
        this.common = options.split().sides().size() > 1 ? Optional.of(new CommonLines()) : Optional.empty();
    }

    /** Reads all evaluations once. */
    static DatasetPlan of(Recorded recorded, DatasetOptions options) {
        DatasetPlan plan = new DatasetPlan(options);
        recorded.scan().accept(plan::add);
        return plan;
    }

    private void add(long position, Evaluation evaluation) {
        evaluations++;
        if (!evaluation.isMeasured()) {
            errors++;
            return;
        }
        Attempt attempt = evaluation.attempt();
        String known = taskOf(position, evaluation);
        Identity key = Identity.of("attempt").text(attempt.agent()).text(known);
        if (!attempt.taskId().isEmpty()) {
            key.text(attempt.run()).number(attempt.number());
        }
        Judged judged = new Judged(
                Identity.of("task").text(attempt.agent()).text(known).hash(),
                taken(attempt.taskId()),
                side(position, evaluation),
                evaluation.success(),
                !evaluation.success(),
                evaluation.conversation().isEmpty() ? NOWHERE : position);
        attempts.merge(key.hash(), judged, Judged::and);
        if (judged.isTaken()) {
            called.add(evaluation.conversation());
            common.ifPresent(lines -> lines.add(evaluation.conversation().messages()));
        }
    }

    private Taken taken(String taskId) {
        if (options.tasks().leavesOut(taskId)) {
            return Taken.LEFT_OUT;
        }
        return options.tasks().takes(taskId) ? Taken.YES : Taken.EXCLUDED;
    }

    /** Whether an evaluation's task is taken. */
    boolean takes(Evaluation evaluation) {
        return taken(evaluation.attempt().taskId()) == Taken.YES;
    }

    /** The side on which an evaluation's task is. */
    Side side(long position, Evaluation evaluation) {
        return options.split().side(taskOf(position, evaluation));
    }

    /** An evaluation without a task has its id for one, or its place; no name of a task begins like that. */
    private static String taskOf(long position, Evaluation evaluation) {
        String taskId = evaluation.attempt().taskId();
        String own = evaluation.id().isEmpty() ? String.valueOf(position) : evaluation.id();
        return taskId.isEmpty() ? "\n" + own : taskId;
    }

    /** The names of the tools that were called in conversations like this one. */
    Set<String> calledLike(Conversation conversation) {
        return called.alike(conversation);
    }

    /** What messages are compared by with the other side; nothing when there is no other side. */
    Optional<Fingerprint> fingerprint(List<Message> messages) {
        return common.map(lines -> Fingerprint.of(messages, lines));
    }

    /** The positions of the transcripts of all attempts on a side that succeeded, rising. */
    long[] successes(Side side) {
        return positions(attempt -> attempt.side() == side && attempt.succeeded());
    }

    /** The positions of the transcripts of all attempts on a side that succeeded or failed, rising. */
    long[] verdicts(Side side) {
        return positions(attempt -> attempt.side() == side);
    }

    private long[] positions(Predicate<Judged> which) {
        return attempts.values().stream()
                .filter(attempt -> attempt.isUsable() && which.test(attempt))
                .mapToLong(Judged::transcript)
                .sorted()
                .toArray();
    }

    /** The tasks on a side, in the order of their first transcripts. */
    List<Contest> tasks(Side side) {
        return tasks().stream().filter(task -> task.side() == side).toList();
    }

    /** The tasks on a side with both outcomes, in the order of their first transcripts. */
    List<Contest> contests(Side side) {
        return tasks(side).stream().filter(Contest::isOpen).toList();
    }

    private List<Contest> tasks() {
        Map<Long, Contest> tasks = new LinkedHashMap<>();
        attempts.values().stream()
                .filter(Judged::isUsable)
                .sorted(Comparator.comparingLong(Judged::transcript))
                .forEach(attempt -> {
                    Contest task = tasks.computeIfAbsent(attempt.task(), any -> Contest.none(attempt.side()));
                    (attempt.succeeded() ? task.succeeded() : task.failed()).add(attempt.transcript());
                });
        return List.copyOf(tasks.values());
    }

    /** How the attempts ended. */
    DatasetReport.Attempts counts() {
        long succeeded = 0;
        long failed = 0;
        long excluded = 0;
        long leftOut = 0;
        long silent = 0;
        for (Judged attempt : attempts.values()) {
            succeeded += attempt.succeeded() ? 1 : 0;
            failed += attempt.failed() ? 1 : 0;
            excluded += attempt.taken() == Taken.EXCLUDED ? 1 : 0;
            leftOut += attempt.taken() == Taken.LEFT_OUT ? 1 : 0;
            silent += attempt.isTaken() && attempt.transcript() == NOWHERE ? 1 : 0;
        }
        long all = attempts.size();
        return new DatasetReport.Attempts(
                evaluations, errors, all, succeeded, failed, all - succeeded - failed, excluded, leftOut, silent);
    }

    /** Why attempts are no candidates of a format: each attempt stands under one reason at most. */
    SortedMap<String, Long> unused(DatasetFormat.Rows format) {
        SortedMap<String, Long> unused = new TreeMap<>();
        for (Judged attempt : attempts.values()) {
            if (!attempt.isUsable()) {
                unused.merge(reason(attempt), 1L, Long::sum);
            } else if (format instanceof DatasetFormat.OfExamples && attempt.failed()) {
                unused.merge("failed", 1L, Long::sum);
            }
        }
        for (Contest task : tasks()) {
            long all = (long) task.succeeded().size() + task.failed().size();
            if (format instanceof DatasetFormat.OfPairs && !task.isOpen()) {
                unused.merge("one_outcome", all, Long::sum);
            } else if (format instanceof DatasetFormat.OfTasks && all > 1) {
                unused.merge("same_task", all - 1, Long::sum);
            }
        }
        return unused;
    }

    /** Why an evaluation's task is not taken. */
    String whyNot(Evaluation evaluation) {
        return code(taken(evaluation.attempt().taskId()));
    }

    private static String code(Taken taken) {
        return taken == Taken.EXCLUDED ? "excluded" : "left_out";
    }

    private static String reason(Judged attempt) {
        if (!attempt.isTaken()) {
            return code(attempt.taken());
        }
        return attempt.isDisputed() ? "disputed" : "without_conversation";
    }
}
