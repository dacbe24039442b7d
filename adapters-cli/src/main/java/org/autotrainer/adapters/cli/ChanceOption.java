package org.autotrainer.adapters.cli;

import org.autotrainer.application.TrainingLoop;
import org.autotrainer.domain.evaluation.InvalidValueException;
import picocli.CommandLine.Option;

/** The option that says where chance comes from. */
final class ChanceOption {
    @Option(
            names = "--chance-key",
            paramLabel = "WORD",
            description = "All chance follows from this word instead of the store's key: for tests and replays.")
    private String word;

    /** Whether a word is given. */
    boolean isGiven() {
        return word != null;
    }

    /**
     * Checks the word.
     *
     * @throws InvalidValueException if it is blank
     */
    void check() {
        if (word != null && word.isBlank()) {
            throw new InvalidValueException("--chance-key is empty; allowed is any word");
        }
    }

    /** The loop with that chance. */
    TrainingLoop of(TrainingLoop loop) {
        return word == null ? loop : loop.withChance(word);
    }
}
