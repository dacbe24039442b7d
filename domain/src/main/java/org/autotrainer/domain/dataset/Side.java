package org.autotrainer.domain.dataset;

import java.util.Locale;

/** On which side of a split a task is: learned from, or kept back to validate with. */
public enum Side {
    /** Learned from. */
    TRAIN,
    /** Kept back. */
    VALIDATION;

    /** The word that trainers know, such as {@code train}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name of the file of rows, such as {@code train.jsonl}. */
    public String fileName() {
        return word() + ".jsonl";
    }
}
