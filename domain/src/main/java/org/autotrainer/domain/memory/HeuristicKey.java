package org.autotrainer.domain.memory;

/**
 * A key with the text that stands under it: what {@code heuristics[key]} is.
 *
 * @param key the key
 * @param text its own exact text, which may differ from the heuristic's in case and punctuation
 * @param heuristic id of the heuristic; empty when the text is blank
 * @param sourceTaskId the task that it was suggested in; empty when set by hand
 * @param reason why it was suggested; empty when set by hand
 * @param position the position of the fact that set it last
 * @param ordinal which of that fact's suggestions set it
 */
public record HeuristicKey(
        String key, String text, String heuristic, String sourceTaskId, String reason, long position, int ordinal) {}
