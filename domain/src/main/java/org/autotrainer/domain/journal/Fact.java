package org.autotrainer.domain.journal;

import java.util.Optional;
import org.autotrainer.domain.evaluation.Evaluation;

/**
 * Something that happened to an agent's memory, as the journal keeps it.
 *
 * <p>Kind, id and revision together are unique within the agent.
 */
public sealed interface Fact
        permits Evaluated,
                LessonKept,
                LessonsTrained,
                Recalled,
                Decided,
                HeuristicSet,
                SettingsChanged,
                Curated,
                Retracted,
                Regrouped,
                Answered {
    /** What kind of fact it is: the word that the journal shows. */
    FactKind kind();

    /** Identifies the fact among those of its kind. */
    String id();

    /** The version of the fact, 0 for the first. */
    default int revision() {
        return 0;
    }

    /** The evaluation that it records; a measured one is a lesson. */
    default Optional<Evaluation> recorded() {
        return Optional.empty();
    }
}
