/**
 * How relevant heuristics are to a task: an inverted index over their texts and the contexts that they were suggested for.
 *
 * <p>It knows documents by number, and nothing of heuristics.
 */
package org.autotrainer.domain.relevance;
