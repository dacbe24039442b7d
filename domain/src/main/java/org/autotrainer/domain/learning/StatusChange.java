package org.autotrainer.domain.learning;

import java.time.Instant;

/**
 * A change of a heuristic's status, with the numbers that caused it.
 *
 * @param at when
 * @param from the status before
 * @param to the status from then on
 * @param because why, in numbers
 */
public record StatusChange(Instant at, Lifecycle from, Lifecycle to, String because) {}
