/**
 * Hands back the heuristics that are worth their tokens for a coming task.
 *
 * <p>{@link org.autotrainer.domain.recall.HeuristicIndex} finds what is relevant, {@link
 * org.autotrainer.domain.recall.Playbook} packs it into a budget. The same memory and the same question give the same
 * answer, byte for byte.
 */
package org.autotrainer.domain.recall;
