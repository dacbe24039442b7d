package org.autotrainer.domain.journal;

import java.time.Instant;
import java.util.Optional;
import org.autotrainer.domain.evaluation.CleanText;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.evaluation.Limits;

/**
 * Which evaluations and receipts are meant, and which heuristics of playbooks: those that fit all that is said.
 *
 * @param critic who judged; empty for anyone
 * @param task the task; empty for any
 * @param run the run; empty for any
 * @param source the file or credential that it came by; empty for any
 * @param tag a tag of the task; empty for any
 * @param after from this moment on, by when it happened, or else was recorded
 * @param before up to this moment, not included
 */
public record Selection(
        String critic,
        String task,
        String run,
        String source,
        String tag,
        Optional<Instant> after,
        Optional<Instant> before) {
    /** Checks each part, and that something is said. */
    public Selection {
        CleanText.name("critic", critic, Limits.NAME);
        CleanText.name("task", task, Limits.TASK_ID);
        CleanText.name("run", run, Limits.NAME);
        CleanText.name("import", source, Limits.NAME);
        CleanText.name("tag", tag, Limits.TAG);
        boolean all = critic.isEmpty() && task.isEmpty() && run.isEmpty() && source.isEmpty() && tag.isEmpty();
        if (all && after.isEmpty() && before.isEmpty()) {
            throw new InvalidValueException(
                    "nothing says what to retract; give critic, task, run, import, tag, after or before");
        }
        if (after.isPresent() && before.isPresent() && !after.get().isBefore(before.get())) {
            throw new InvalidValueException(
                    "after is " + after.get() + " and before is " + before.get() + "; after must be the earlier one");
        }
    }

    /** Whether a fact is meant, which was recorded at the given time. */
    public boolean has(Fact fact, Instant recordedAt) {
        if (fact instanceof Evaluated evaluated) {
            return has(evaluated.evaluation(), evaluated.source(), recordedAt);
        }
        if (fact instanceof LessonKept lesson) {
            return has(lesson.evaluation(), lesson.source(), recordedAt);
        }
        if (fact instanceof Recalled recalled) {
            Receipt receipt = recalled.receipt();
            return critic.isEmpty()
                    && source.isEmpty()
                    && fits(task, receipt.attempt().taskId())
                    && fits(run, receipt.attempt().run())
                    && (tag.isEmpty() || receipt.context().tags().contains(tag))
                    && isIn(recordedAt);
        }
        return fact instanceof HeuristicSet set
                && !source.isEmpty()
                && source.equals(set.source().name())
                && (critic + task + run + tag).isEmpty()
                && isIn(recordedAt);
    }

    private boolean has(Evaluation evaluation, Source from, Instant recordedAt) {
        return fits(critic, evaluation.critic().id())
                && fits(task, evaluation.attempt().taskId())
                && fits(run, evaluation.attempt().run())
                && fits(source, from.name())
                && (tag.isEmpty() || evaluation.context().tags().contains(tag))
                && isIn(evaluation.occurredAt().orElse(recordedAt));
    }

    private boolean isIn(Instant at) {
        return after.filter(at::isBefore).isEmpty()
                && before.filter(end -> !at.isBefore(end)).isEmpty();
    }

    private static boolean fits(String wanted, String found) {
        return wanted.isEmpty() || wanted.equals(found);
    }
}
