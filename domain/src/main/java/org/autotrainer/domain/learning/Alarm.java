package org.autotrainer.domain.learning;

import java.time.Instant;

/**
 * A change of the world that was seen in outcomes.
 *
 * @param at when
 * @param what {@code heuristic}, {@code tag} or {@code model}
 * @param id which one
 * @param up whether outcomes rose above what was predicted, or fell below it
 */
public record Alarm(Instant at, String what, String id, boolean up) {}
