package org.autotrainer.domain.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.autotrainer.domain.evaluation.Attempt;
import org.autotrainer.domain.evaluation.Conversation;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.Identity;

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

    /** An attempt at a task, both by their hashes; {@code transcript} is a position or {@link #NOWHERE}. */
    private record Judged(long task, boolean taken, boolean success, boolean failure, long transcript) {
        Judged and(Judged later) {
            return new Judged(
                    task,
                    taken,
                    success || later.success,
                    failure || later.failure,
                    transcript == NOWHERE ? later.transcript : transcript);
        }

        boolean isUsable() {
            return taken && transcript != NOWHERE;
        }

        boolean succeeded() {
            return success && !failure;
        }

        boolean failed() {
            return failure && !success;
        }
    }

    /** The attempts at a task of which some succeeded and some failed, by the positions of their transcripts. */
    record Contest(List<Long> succeeded, List<Long> failed) {
        private static Contest none() {
            return new Contest(new ArrayList<>(), new ArrayList<>());
        }

        private boolean isOpen() {
            return !succeeded.isEmpty() && !failed.isEmpty();
        }
    }

    private final TaskChoice choice;
    private final Map<Long, Judged> attempts = new LinkedHashMap<>();
    private final CalledTools called = new CalledTools();

    DatasetPlan(TaskChoice choice) {
        this.choice = choice;
    }

    /** Takes a measured evaluation. */
    void add(long position, Evaluation evaluation) {
        Attempt attempt = evaluation.attempt();
        Identity key = Identity.of("attempt").text(attempt.agent());
        Identity task = Identity.of("task").text(attempt.agent());
        if (attempt.taskId().isEmpty()) {
            key.number(position);
            task.number(position);
        } else {
            key.text(attempt.run()).text(attempt.taskId()).number(attempt.number());
            task.text(attempt.taskId());
        }
        Judged judged = new Judged(
                task.hash(),
                choice.takes(attempt.taskId()),
                evaluation.success(),
                !evaluation.success(),
                evaluation.conversation().isEmpty() ? NOWHERE : position);
        attempts.merge(key.hash(), judged, Judged::and);
        if (judged.taken()) {
            called.add(evaluation.conversation());
        }
    }

    /** The names of the tools that were called in conversations like this one. */
    Set<String> calledLike(Conversation conversation) {
        return called.alike(conversation);
    }

    /** The positions of the transcripts of all attempts that succeeded, rising. */
    long[] successes() {
        return attempts.values().stream()
                .filter(attempt -> attempt.isUsable() && attempt.succeeded())
                .mapToLong(Judged::transcript)
                .sorted()
                .toArray();
    }

    /** The tasks with both outcomes, in the order of their first transcripts. */
    List<Contest> contests() {
        Map<Long, Contest> tasks = new LinkedHashMap<>();
        attempts.values().stream()
                .filter(attempt -> attempt.isUsable() && (attempt.succeeded() || attempt.failed()))
                .sorted(Comparator.comparingLong(Judged::transcript))
                .forEach(attempt -> {
                    Contest contest = tasks.computeIfAbsent(attempt.task(), task -> Contest.none());
                    (attempt.succeeded() ? contest.succeeded() : contest.failed()).add(attempt.transcript());
                });
        return tasks.values().stream().filter(Contest::isOpen).toList();
    }

    /** How the attempts ended. */
    DatasetReport.Attempts counts() {
        long succeeded = 0;
        long failed = 0;
        long excluded = 0;
        long silent = 0;
        for (Judged attempt : attempts.values()) {
            succeeded += attempt.succeeded() ? 1 : 0;
            failed += attempt.failed() ? 1 : 0;
            excluded += attempt.taken() ? 0 : 1;
            silent += attempt.taken() && !attempt.isUsable() ? 1 : 0;
        }
        long all = attempts.size();
        return new DatasetReport.Attempts(all, succeeded, failed, all - succeeded - failed, excluded, silent);
    }
}
