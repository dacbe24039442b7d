package org.autotrainer.domain.evaluation;

/** Whether an attempt was judged at all: not measured is not failed. */
public enum Outcome {
    /** The critic could judge the attempt. */
    MEASURED("measured"),
    /** Infrastructure failed (a provider's error, a time-out of the harness): kept, but teaches nothing. */
    ERROR("error");

    private final String word;

    Outcome(String word) {
        this.word = word;
    }

    /** The word on the wire and in stores. */
    public String word() {
        return word;
    }

    /**
     * The outcome with the given word.
     *
     * @throws InvalidValueException if there is none
     */
    public static Outcome of(String word) {
        for (Outcome outcome : values()) {
            if (outcome.word.equals(word)) {
                return outcome;
            }
        }
        throw new InvalidValueException("outcome is \"" + word + "\"; allowed are measured and error");
    }
}
