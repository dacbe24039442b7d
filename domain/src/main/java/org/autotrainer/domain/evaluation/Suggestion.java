package org.autotrainer.domain.evaluation;

import java.util.List;

/**
 * One piece of advice that a critic gives in an evaluation.
 *
 * @param text the advice, up to {@link Limits#SUGGESTION} code points
 * @param tags what kind of task it is meant for; may be empty
 */
public record Suggestion(String text, List<String> tags) {
    /** Checks text and tags; see {@link Limits}. */
    public Suggestion {
        text = CleanText.prose("suggestion", text, Limits.SUGGESTION);
        tags = Context.checkedTags("suggestion.tags", tags);
    }

    /** Advice without tags. */
    public static Suggestion of(String text) {
        return new Suggestion(text, List.of());
    }
}
