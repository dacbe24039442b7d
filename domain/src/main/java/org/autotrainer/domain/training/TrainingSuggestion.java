package org.autotrainer.domain.training;

import org.autotrainer.domain.evaluation.Identity;

/**
 * What the trainer proposes: a change of one kind, under a key, with the task that gave rise to it and the reason.
 *
 * <p>Only {@linkplain HeuristicUpdate heuristic updates} are applied to memory; the other kinds are handed on.
 */
public sealed interface TrainingSuggestion permits HeuristicUpdate, PromptTuning, FineTuneDataset, StrategyParam {
    /** What kind of change it is. */
    Kind kind();

    /** What it changes, unique within its kind. */
    String key();

    /** The task it comes from; {@code unknown} where a lesson names none. */
    String sourceTaskId();

    /** Why it is proposed, in one sentence. */
    String reason();

    /** Adds the proposed value to an id. */
    void identify(Identity identity);

    /** The id: the same agent, kind, key and value make the same suggestion, however often it is proposed. */
    default String id(String agent) {
        Identity identity =
                Identity.of("suggestion").text(agent).text(kind().word()).text(key());
        identify(identity);
        return identity.id();
    }
}
