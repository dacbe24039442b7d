package org.autotrainer.domain.memory;

import org.autotrainer.domain.training.TrainingSuggestion;

/**
 * A training suggestion that was not applied when it was made, as it is kept for a person to decide.
 *
 * @param id the suggestion's id
 * @param suggestion what is proposed
 * @param position the position of the fact that made it last
 * @param ordinal which of that fact's suggestions it is
 */
public record Suggested(String id, TrainingSuggestion suggestion, long position, int ordinal) {}
