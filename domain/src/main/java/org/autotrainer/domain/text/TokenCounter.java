package org.autotrainer.domain.text;

/**
 * Counts the tokens of a text, so that a budget can be kept.
 *
 * <p>{@link #ESTIMATE} needs no tokenizer; who embeds AutoTrainer can give the model's own.
 */
@FunctionalInterface
public interface TokenCounter {
    /** One token for every four code points, rounded up; it underestimates text in non-Latin scripts. */
    TokenCounter ESTIMATE = text -> estimate(text.codePointCount(0, text.length()));

    /** The estimate for a text of so many code points. */
    static int estimate(int codePoints) {
        return (codePoints + 3) / 4;
    }

    /** The number of tokens of a text, 0 or more. */
    int count(String text);
}
