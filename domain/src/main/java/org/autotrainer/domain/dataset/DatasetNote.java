package org.autotrainer.domain.dataset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.autotrainer.domain.evaluation.Attempt;

/**
 * What became of one candidate for a row.
 *
 * @param file the file it was for, such as {@code train.jsonl}
 * @param row its number in the file, from 1; 0 when it was left out
 * @param attempts the attempt it comes from; of a pair, the one that succeeded and the one that failed
 * @param tokens an estimate; 0 when it was left out
 * @param mends what was changed; empty when it was left out
 * @param rejection why it was left out, if it was
 */
public record DatasetNote(
        String file, long row, List<Attempt> attempts, long tokens, List<Finding> mends, Optional<Finding> rejection) {
    /** Keeps copies of the lists. */
    public DatasetNote {
        attempts = List.copyOf(attempts);
        mends = List.copyOf(mends);
    }

    /** The note as one sentence. */
    public String sentence() {
        String subject = "task " + attempts.get(0).taskId() + ", "
                + (attempts.size() == 1 ? "attempt " : "attempts ")
                + String.join(
                        " and ",
                        attempts.stream()
                                .map(attempt -> String.valueOf(attempt.number()))
                                .toList());
        if (rejection.isPresent()) {
            return subject + ": left out, " + rejection.get().sentence();
        }
        String written = subject + ": row " + row + ", about " + tokens + " tokens";
        return mends.isEmpty()
                ? written
                : written + "; "
                        + String.join(
                                "; ", mends.stream().map(Finding::sentence).toList());
    }

    /** The note as an object of a report. */
    public Map<String, Object> toObject() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("row", row == 0 ? null : row);
        object.put("file", file);
        object.put("task_id", attempts.get(0).taskId());
        object.put("attempts", attempts.stream().map(DatasetNote::place).toList());
        object.put("estimated_tokens", row == 0 ? null : tokens);
        object.put("mends", mends.stream().map(Finding::toObject).toList());
        object.put("rejected", rejection.map(Finding::toObject).orElse(null));
        return object;
    }

    private static Map<String, Object> place(Attempt attempt) {
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("run", attempt.run());
        place.put("attempt", attempt.number());
        return place;
    }
}
