package org.autotrainer.domain.memory;

import java.util.List;
import org.autotrainer.domain.evaluation.InvalidValueException;

/** What can be set for an agent: each with the value it has until then, and what is allowed. */
public enum Setting {
    /** What becomes of heuristic updates as they are suggested. */
    MODE_HEURISTIC_UPDATE("modes.heuristic_update", Mode.words()),
    /** What becomes of prompt tunings as they are suggested. */
    MODE_PROMPT_TUNING("modes.prompt_tuning", Mode.words()),
    /** What becomes of fine-tuning examples as they are suggested. */
    MODE_FINE_TUNE_DATASET("modes.fine_tune_dataset", Mode.words()),
    /** What becomes of strategy parameters as they are suggested. */
    MODE_STRATEGY_PARAM("modes.strategy_param", Mode.words()),
    /** Whether recalls withhold and try out heuristics now and then, to measure them. */
    EXPLORE("explore", List.of("on", "off")),
    /** By what a heuristic is measured: whether tasks succeed, or their scores. */
    OUTCOME("outcome", List.of("success", "score")),
    /** The tokens of a recall that names no budget. */
    BUDGET("budget_tokens", 500, 0, 1_000_000);

    private final String word;
    private final String preset;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of texts
    private final List<String> words;

    private final int least;
    private final int most;

    Setting(String word, List<String> words) {
        this.word = word;
        this.preset = words.get(0);
        this.words = words;
        this.least = 0;
        this.most = 0;
    }

    Setting(String word, int preset, int least, int most) {
        this.word = word;
        this.preset = Integer.toString(preset);
        this.words = List.of();
        this.least = least;
        this.most = most;
    }

    /** What becomes of suggestions of a kind. */
    public enum Mode {
        /** They are applied at once, where their kind can be; otherwise a person applies them. */
        AUTO,
        /** A person applies them. */
        PROPOSE,
        /** They are told in the answer, and not kept. */
        OBSERVE;

        private static List<String> words() {
            return List.of("auto", "propose", "observe");
        }
    }

    /** Its name on the wire. */
    public String word() {
        return word;
    }

    /** The value that it has until it is set. */
    public String preset() {
        return preset;
    }

    /** What is allowed, in words. */
    public String allowed() {
        return words.isEmpty() ? least + " to " + most : String.join(", ", words);
    }

    /** Whether its value is a whole number. */
    public boolean isWhole() {
        return words.isEmpty();
    }

    /**
     * The value as it is kept.
     *
     * @throws InvalidValueException if it is not allowed
     */
    public String checked(String value) {
        if (words.contains(value)) {
            return value;
        }
        if (isWhole()) {
            try {
                int whole = Integer.parseInt(value);
                if (whole >= least && whole <= most) {
                    return Integer.toString(whole);
                }
            } catch (NumberFormatException noNumber) {
                throw refused(value);
            }
        }
        throw refused(value);
    }

    private InvalidValueException refused(String value) {
        return new InvalidValueException(word + " is \"" + value + "\"; allowed are " + allowed());
    }

    /**
     * The setting with the given name.
     *
     * @throws InvalidValueException if there is none
     */
    public static Setting of(String word) {
        for (Setting setting : values()) {
            if (setting.word.equals(word)) {
                return setting;
            }
        }
        List<String> known =
                List.of(values()).stream().map(setting -> setting.word).toList();
        throw new InvalidValueException("there is no setting \"" + word + "\"; there are " + String.join(", ", known));
    }
}
