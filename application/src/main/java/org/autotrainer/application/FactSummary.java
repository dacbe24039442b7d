package org.autotrainer.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.journal.Answered;
import org.autotrainer.domain.journal.Curated;
import org.autotrainer.domain.journal.Decided;
import org.autotrainer.domain.journal.Evaluated;
import org.autotrainer.domain.journal.Fact;
import org.autotrainer.domain.journal.HeuristicSet;
import org.autotrainer.domain.journal.LessonKept;
import org.autotrainer.domain.journal.LessonsTrained;
import org.autotrainer.domain.journal.Recalled;
import org.autotrainer.domain.journal.Receipt;
import org.autotrainer.domain.journal.Regrouped;
import org.autotrainer.domain.journal.Retracted;
import org.autotrainer.domain.journal.Selection;
import org.autotrainer.domain.journal.SettingsChanged;

/**
 * A fact in a sentence.
 *
 * @param taskId the task that it is about; empty when it is about none
 */
record FactSummary(String taskId, String sentence) {
    static FactSummary of(Fact fact) {
        if (fact instanceof Evaluated evaluated) {
            return of(evaluated.evaluation(), "");
        }
        if (fact instanceof LessonKept lesson) {
            return of(lesson.evaluation(), "kept as a lesson: ");
        }
        if (fact instanceof Recalled recalled) {
            return of(recalled.receipt());
        }
        return new FactSummary("", sentence(fact));
    }

    private static FactSummary of(Evaluation evaluation, String before) {
        String outcome =
                evaluation.isMeasured() ? evaluation.success() ? "succeeded" : "failed" : "could not be judged";
        String critic = evaluation.critic().id();
        String sentence = before
                + outcome
                + String.format(Locale.ROOT, ", score %.2f", evaluation.score())
                + (critic.isEmpty() ? "" : ", judged by " + critic)
                + (evaluation.suggestions().isEmpty()
                        ? ""
                        : ", " + counted(evaluation.suggestions().size(), "suggestion"));
        return new FactSummary(evaluation.attempt().taskId(), sentence);
    }

    private static FactSummary of(Receipt receipt) {
        int shown = receipt.shown().size();
        String sentence = receipt.control()
                ? "control task: nothing was shown"
                : "showed " + counted(shown, "heuristic") + ", withheld "
                        + (receipt.chosen().size() - shown) + ", "
                        + counted(receipt.tokens(), "token");
        return new FactSummary(receipt.attempt().taskId(), sentence);
    }

    private static String sentence(Fact fact) {
        if (fact instanceof LessonsTrained) {
            return "trained on the lessons";
        }
        if (fact instanceof Decided decided) {
            return decided.decision().word() + ": "
                    + decided.suggestion().kind().word() + " "
                    + decided.suggestion().key();
        }
        if (fact instanceof HeuristicSet set) {
            return "set " + set.key() + ": " + set.text();
        }
        if (fact instanceof SettingsChanged changed) {
            return changed.values().entrySet().stream()
                    .map(one -> one.getKey() + " is " + one.getValue())
                    .collect(Collectors.joining(", "));
        }
        if (fact instanceof Curated curated) {
            return curated.action().word() + ": heuristic " + curated.heuristic();
        }
        if (fact instanceof Retracted retracted) {
            return (retracted.isInForce() ? "retracted: " : "counts again: ") + selected(retracted.selection());
        }
        if (fact instanceof Regrouped regrouped) {
            return counted(regrouped.members().size(), "wording") + " from now on one heuristic";
        }
        if (fact instanceof Answered) {
            return "kept the answer to a request with a key";
        }
        throw new AssertionError(fact);
    }

    /** What a selection says, such as {@code critic policy, task refund-1}. */
    static String selected(Selection selection) {
        List<String> said = new ArrayList<>();
        said(said, "critic", selection.critic());
        said(said, "task", selection.task());
        said(said, "run", selection.run());
        said(said, "import", selection.source());
        said(said, "tag", selection.tag());
        selection.after().ifPresent(time -> said(said, "after", time.toString()));
        selection.before().ifPresent(time -> said(said, "before", time.toString()));
        return String.join(", ", said);
    }

    private static void said(List<String> said, String name, String value) {
        if (!value.isEmpty()) {
            said.add(name + " " + value);
        }
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
