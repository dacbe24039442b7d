package org.autotrainer.domain.learning;

/** What a person or a rule has decided about a heuristic, above what the evidence says. */
public enum Standing {
    /** Nothing: the evidence decides. */
    NONE(0),
    /** A person pinned it. */
    PINNED(1),
    /** A person retired it; it does not come back by itself. */
    RETIRED(2),
    /** It is held back until it is approved. */
    QUARANTINED(3),
    /** It was held back and a person let it in, or enough others said the same. */
    APPROVED(4);

    private final int number;

    Standing(int number) {
        this.number = number;
    }

    /** Its number where only numbers are kept. */
    int number() {
        return number;
    }

    static Standing of(int number) {
        for (Standing one : values()) {
            if (one.number == number) {
                return one;
            }
        }
        throw new IllegalArgumentException("there is no standing " + number + " of a heuristic");
    }
}
