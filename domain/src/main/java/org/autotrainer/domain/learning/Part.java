package org.autotrainer.domain.learning;

/**
 * A part of what an agent has learned besides its heuristics, as a store keeps it.
 *
 * @param name names it within the agent
 * @param about what it is about, where numbers do not say it; may be empty
 * @param numbers what was learned
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, to be written or read
public record Part(String name, String about, double[] numbers) {}
