package org.autotrainer.domain.memory;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.autotrainer.domain.evaluation.Context;
import org.autotrainer.domain.text.Terms;

/**
 * The terms of the tasks that a heuristic was suggested for, with how many tasks had each.
 *
 * <p>A tag counts three times. Once there are {@link #MAX} terms, no new one is taken in. Immutable.
 *
 * @param counts term to count, ordered by term
 */
public record ContextTerms(SortedMap<String, Integer> counts) {
    /** No terms at all. */
    public static final ContextTerms NONE = new ContextTerms(new TreeMap<>());
    /** How many terms are kept. */
    public static final int MAX = 90;

    private static final int TAG_WEIGHT = 3;

    /** Keeps an unmodifiable view. */
    public ContextTerms {
        counts = Collections.unmodifiableSortedMap(counts);
    }

    /** The distinct terms of a context, each with its weight, in the order of the text; tags last. */
    public static Map<String, Integer> weighted(Context context, Iterable<String> moreTags) {
        Map<String, Integer> terms = new java.util.LinkedHashMap<>();
        new LinkedHashSet<>(Terms.of(context.text())).forEach(term -> terms.put(term, 1));
        Set<String> tags = new LinkedHashSet<>();
        context.tags().forEach(tag -> tags.add(Terms.tag(tag)));
        moreTags.forEach(tag -> tags.add(Terms.tag(tag)));
        tags.forEach(tag -> terms.put(tag, TAG_WEIGHT));
        return terms;
    }

    /** These terms and those of one more task. */
    ContextTerms with(Map<String, Integer> terms) {
        if (terms.isEmpty()) {
            return this;
        }
        SortedMap<String, Integer> sum = new TreeMap<>(counts);
        terms.forEach((term, weight) -> {
            if (sum.size() < MAX || sum.containsKey(term)) {
                sum.merge(term, weight, Integer::sum);
            }
        });
        return new ContextTerms(sum);
    }

    /** Whether no context is known: the heuristic may be meant for any task. */
    public boolean isEmpty() {
        return counts.isEmpty();
    }
}
