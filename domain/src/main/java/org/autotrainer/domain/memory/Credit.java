package org.autotrainer.domain.memory;

/** What became of the receipt that an evaluation quotes, at the moment when the evaluation was learned. */
public enum Credit {
    /** The receipt earned credit: its heuristics learn from this evaluation. */
    CREDITED('c', "credited", "what the receipt handed out is credited with this evaluation"),
    /** The receipt is not known yet. */
    WAITING('w', "waiting", "the receipt is not known yet; it is credited when it appears"),
    /** Another evaluation was there first. */
    TAKEN('t', "none", "an earlier evaluation answered the receipt already"),
    /** The receipt was handed out for something else. */
    OTHER_ATTEMPT('o', "none", "the receipt was handed out for another task, run or attempt"),
    /** The attempt could not be judged, or its source is blocked. */
    UNJUDGED('u', "none", "nothing is learned from this evaluation, so its receipt stays open");

    private final char letter;
    private final String word;
    private final String reason;

    Credit(char letter, String word, String reason) {
        this.letter = letter;
        this.word = word;
        this.reason = reason;
    }

    /** The letter in journals. */
    public char letter() {
        return letter;
    }

    /** The word on the wire: {@code credited}, {@code waiting} or {@code none}. */
    public String word() {
        return word;
    }

    /** Why, in a sentence. */
    public String reason() {
        return reason;
    }

    /**
     * The one with the given letter.
     *
     * @throws IllegalArgumentException if there is none: a newer version wrote it
     */
    public static Credit of(char letter) {
        for (Credit credit : values()) {
            if (credit.letter == letter) {
                return credit;
            }
        }
        throw new IllegalArgumentException(
                "an answer holds the credit \"" + letter + "\", which this version does not know: upgrade");
    }
}
