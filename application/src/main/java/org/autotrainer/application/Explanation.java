package org.autotrainer.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.autotrainer.application.ExportDataset.Step;
import org.autotrainer.domain.dataset.DatasetFile;
import org.autotrainer.domain.dataset.DatasetReport;
import org.autotrainer.domain.dataset.DatasetResult;

/** Tells how many evaluations gave how many rows, and why the others did not: what is taken away adds up. */
final class Explanation {
    private static final Map<String, String> UNUSED = Map.of(
            "failed", "attempts failed, and this format takes successes",
            "disputed", "attempts are disputed among critics",
            "without_conversation", "attempts were recorded without what was said",
            "excluded", "are of tasks whose target was dismissed",
            "left_out", "are of tasks that were to be left out",
            "one_outcome", "attempts are at tasks that only succeeded, or only failed: there is nothing to compare",
            "same_task", "attempts are at tasks for which another one stands",
            "no_target", "evaluations suggest no target");

    private final List<Step> steps = new ArrayList<>();

    private Explanation() {}

    static List<Step> of(DatasetResult result) {
        Explanation explanation = new Explanation();
        explanation.read(result.parts().get(0).attempts());
        result.parts().forEach(explanation::part);
        return List.copyOf(explanation.steps);
    }

    private void read(DatasetReport.Attempts read) {
        sum(read.evaluations(), "evaluations were read");
        less(read.errors(), "could not be judged (outcome error)");
        less(read.evaluations() - read.errors() - read.judged(), "judge an attempt that another one judges, too");
        sum(read.judged(), "attempts were judged: " + read.succeeded() + " succeeded, " + read.failed() + " failed");
    }

    private void part(DatasetReport part) {
        String name = part.part().isEmpty() ? "" : part.part() + ": ";
        part.unused().forEach((code, count) -> less(count, name + UNUSED.getOrDefault(code, code)));
        boolean pairs =
                part.rejected().containsKey("too_many_pairs") || part.format().endsWith("preference");
        sum(
                part.candidates(),
                name + (pairs ? "pairs of a success and a failure at one task" : "candidates for a row"));
        for (DatasetReport.Reason reason : part.rejections()) {
            String example = reason.count() == 1 ? ": " : ", for example: ";
            less(reason.count(), name + "left out (" + reason.code() + ")" + example + reason.example());
        }
        sum(part.rows(), name + (part.rows() == 1 ? "row" : "rows") + sides(part));
    }

    private static String sides(DatasetReport part) {
        if (part.files().size() < 2) {
            return ", about " + part.tokens().total() + " tokens";
        }
        List<String> sides = new ArrayList<>();
        for (DatasetFile file : part.files()) {
            sides.add(file.rows() + " to " + (file.side().word().equals("train") ? "learn from" : "validate with"));
        }
        return ", about " + part.tokens().total() + " tokens: " + String.join(", ", sides);
    }

    private void sum(long count, String sentence) {
        steps.add(new Step(0, count, sentence));
    }

    private void less(long count, String sentence) {
        if (count > 0) {
            steps.add(new Step(1, count, sentence));
        }
    }
}
