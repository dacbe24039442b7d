package org.autotrainer.domain.journal;

import java.util.Locale;

/** The kinds of fact. */
public enum FactKind {
    /** An evaluation that was trained on. */
    EVALUATION,
    /** An evaluation that was kept as a lesson, without training. */
    LESSON,
    /** A training run over the lessons alone. */
    TRAINING,
    /** A recall, with its receipt. */
    RECALL,
    /** A person's decision on a training suggestion. */
    DECISION,
    /** A heuristic that was set by hand. */
    HEURISTIC,
    /** A change of settings. */
    SETTINGS,
    /** A person's decision on a heuristic. */
    CURATION,
    /** A retraction of evaluations and receipts. */
    RETRACTION,
    /** A person's decision on which wordings are one heuristic. */
    GROUPING,
    /** What a request with a key was answered. */
    ANSWER;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word that stands in the journal. */
    public String word() {
        return word;
    }

    /**
     * The kind with the given word.
     *
     * @throws IllegalArgumentException if there is none: a newer version wrote it
     */
    public static FactKind of(String word) {
        for (FactKind kind : values()) {
            if (kind.word.equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException(
                "the journal holds a fact of kind \"" + word + "\", which this version does not know: upgrade");
    }
}
