package org.autotrainer.domain.memory;

import java.util.List;

/**
 * What a fact led to: the suggestions it gave, and the lessons they were drawn from.
 *
 * @param proposed the suggestions in order
 * @param lessonPositions positions of the lessons that were trained on, oldest first
 */
public record Answer(List<Proposed> proposed, List<Long> lessonPositions) {
    /** The answer to a fact that suggests nothing. */
    public static final Answer NOTHING = new Answer(List.of(), List.of());

    /** Keeps copies of the lists. */
    public Answer {
        proposed = List.copyOf(proposed);
        lessonPositions = List.copyOf(lessonPositions);
    }

    /** How many heuristic updates were applied. */
    public int applied() {
        return (int) proposed.stream()
                .filter(p -> p.status() == Status.APPLIED)
                .filter(p -> p.suggestion().kind() == org.autotrainer.domain.training.Kind.HEURISTIC_UPDATE)
                .count();
    }
}
