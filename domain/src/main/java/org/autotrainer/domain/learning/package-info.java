/**
 * What evaluations teach about heuristics: so far how many distinct tasks stand behind each.
 *
 * <p>Everything here is a pure value; the memory keeps one per heuristic.
 */
package org.autotrainer.domain.learning;
