/**
 * What an agent has learned: heuristics under their keys, as a pure fold over the facts of its journal.
 *
 * <p>{@link org.autotrainer.domain.memory.AgentMemory} is the fold. What it keeps at hand are the heuristics; keys and
 * suggestions grow with history and are handed to a {@link org.autotrainer.domain.memory.Learned} as they change.
 */
package org.autotrainer.domain.memory;
