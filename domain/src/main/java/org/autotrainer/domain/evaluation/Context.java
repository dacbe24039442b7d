package org.autotrainer.domain.evaluation;

import java.util.List;

/**
 * What the coming or past task is about.
 *
 * @param text free text; may be empty
 * @param tags words that classify the task; may be empty
 */
public record Context(String text, List<String> tags) {
    /** No context at all. */
    public static final Context NONE = new Context("", List.of());

    /** Checks text and tags; see {@link Limits}. */
    public Context {
        text = CleanText.prose("context.text", text, Limits.CONTEXT);
        tags = checkedTags("context.tags", tags);
    }

    /** Whether there is neither text nor tag. */
    public boolean isEmpty() {
        return text.isEmpty() && tags.isEmpty();
    }

    static List<String> checkedTags(String what, List<String> tags) {
        if (tags.size() > Limits.TAGS) {
            throw new InvalidValueException(what + " has " + tags.size() + " tags; allowed are up to " + Limits.TAGS);
        }
        tags.forEach(tag -> CleanText.required(what, tag, Limits.TAG));
        return List.copyOf(tags);
    }
}
