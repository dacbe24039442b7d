package org.autotrainer.domain.recall;

import java.util.List;
import java.util.Optional;
import org.autotrainer.domain.evaluation.Context;
import org.autotrainer.domain.learning.Chance;
import org.autotrainer.domain.learning.ParameterSpace;
import org.autotrainer.domain.text.TokenCounter;

/**
 * What is asked of a memory before a task.
 *
 * @param context what the task is about; without any, the heuristics with the most support are looked at
 * @param budget tokens; a hard limit
 * @param format what the budget covers
 * @param counter counts tokens
 * @param chance of the attempt; without any, nothing is withheld or tried out, and nothing can be measured
 * @param choices strategy parameters with the values that the caller offers
 */
public record Question(
        Context context,
        int budget,
        Format format,
        TokenCounter counter,
        Optional<Chance> chance,
        List<ParameterSpace> choices) {
    /** What the budget covers. */
    public enum Format {
        /** The block with its frame. */
        BLOCK,
        /** The bare texts, for callers that frame them themselves. */
        ITEMS
    }

    /** Keeps a copy of the list. */
    public Question {
        choices = List.copyOf(choices);
    }

    /** A look at what would be recalled for a context. */
    public static Question about(Context context, int budget) {
        return new Question(context, budget, Format.BLOCK, TokenCounter.ESTIMATE, Optional.empty(), List.of());
    }

    /** The same for an attempt, with its chance. */
    public Question with(Chance ofAttempt) {
        return new Question(context, budget, format, counter, Optional.of(ofAttempt), choices);
    }
}
