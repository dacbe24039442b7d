package org.autotrainer.domain.memory;

import java.util.List;
import java.util.Optional;
import org.autotrainer.domain.training.HeuristicUpdate;

/**
 * What a fact led to: the suggestions it gave, the lessons they were drawn from, and what became of its receipt.
 *
 * @param proposed the suggestions in order
 * @param lessonPositions positions of the lessons that were trained on, oldest first
 * @param credit what became of the receipt that an evaluation quotes; nothing when it quotes none
 */
public record Answer(List<Proposed> proposed, List<Long> lessonPositions, Optional<Credit> credit) {
    /** The answer to a fact that suggests nothing. */
    public static final Answer NOTHING = new Answer(List.of(), List.of(), Optional.empty());

    /** Keeps copies of the lists. */
    public Answer {
        proposed = List.copyOf(proposed);
        lessonPositions = List.copyOf(lessonPositions);
    }

    /** How many heuristic updates were applied. */
    public int applied() {
        int applied = 0;
        for (Proposed one : proposed) {
            boolean isUpdate = one.suggestion() instanceof HeuristicUpdate;
            applied += isUpdate && one.status() == Status.APPLIED ? 1 : 0;
        }
        return applied;
    }
}
