package org.autotrainer.domain.dataset.format;

import org.autotrainer.domain.dataset.Checked;
import org.autotrainer.domain.dataset.Pair;
import org.autotrainer.domain.evaluation.Role;

/** Pairs for trainers that compare texts only. */
final class TextPairs {
    private TextPairs() {}

    /** The pair if its prompt ends with a user and both turns are text, or why not. */
    static Checked<Pair> endingWithUser(Pair pair) {
        if (pair.prompt().get(pair.prompt().size() - 1).role() != Role.USER) {
            return Checked.rejected(
                    "prompt_ends_with_tool", "the turns follow a tool's answer; this trainer wants them after a user");
        }
        if (!pair.chosen().toolCalls().isEmpty() || !pair.rejected().toolCalls().isEmpty()) {
            return Checked.rejected("turn_calls_tool", "a turn calls a tool; this trainer compares texts only");
        }
        return new Checked.Accepted<>(pair);
    }
}
