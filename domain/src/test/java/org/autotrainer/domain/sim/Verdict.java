package org.autotrainer.domain.sim;

import java.util.List;
import org.autotrainer.domain.evaluation.Mark;

/**
 * What a critic says about a task that is done.
 *
 * @param success whether the task succeeded
 * @param score how well it went, from 0 to 1
 * @param suggestions texts of advice; may be empty
 * @param critic who says so
 * @param marks what the critic thinks of texts that were shown; empty in worlds where nobody marks
 */
record Verdict(boolean success, double score, List<String> suggestions, String critic, List<Mark> marks) {
    Verdict {
        suggestions = List.copyOf(suggestions);
        marks = List.copyOf(marks);
    }
}
