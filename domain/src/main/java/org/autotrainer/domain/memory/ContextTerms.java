package org.autotrainer.domain.memory;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.ObjIntConsumer;
import org.autotrainer.domain.evaluation.Context;
import org.autotrainer.domain.text.Terms;

/**
 * The terms of the tasks that a heuristic was suggested for, with how many tasks had each.
 *
 * <p>A tag counts three times, and is taken in before the words. Once there are {@link #MAX} terms, no new one is taken
 * in. Immutable.
 */
public final class ContextTerms {
    /** No terms at all. */
    public static final ContextTerms NONE = new ContextTerms(new String[0], new int[0]);
    /** How many terms are kept. */
    public static final int MAX = 90;

    private static final int TAG_WEIGHT = 3;

    private final String[] terms;
    private final int[] counts;

    private ContextTerms(String[] terms, int[] counts) {
        this.terms = terms;
        this.counts = counts;
    }

    /** The terms of the given counts. */
    public static ContextTerms of(Map<String, Integer> counts) {
        return NONE.with(counts);
    }

    /** The distinct terms of a context, each with its weight: tags first, then words in the order of the text. */
    public static Map<String, Integer> weighted(Context context, Iterable<String> moreTags) {
        Map<String, Integer> weights = new LinkedHashMap<>();
        context.tags().forEach(tag -> weights.put(Terms.tag(tag), TAG_WEIGHT));
        moreTags.forEach(tag -> weights.put(Terms.tag(tag), TAG_WEIGHT));
        Terms.of(context.text()).forEach(term -> weights.put(term, 1));
        return weights;
    }

    /** These terms and those of one more task. */
    ContextTerms with(Map<String, Integer> more) {
        ContextTerms sum = new ContextTerms(terms, counts.clone());
        for (Map.Entry<String, Integer> entry : more.entrySet()) {
            sum = sum.plus(entry.getKey(), entry.getValue());
        }
        return sum;
    }

    /** Adds to the counts in place, or makes room for a term that is new. */
    private ContextTerms plus(String term, int weight) {
        int index = Arrays.binarySearch(terms, term);
        if (index >= 0) {
            counts[index] += weight;
            return this;
        }
        if (terms.length == MAX) {
            return this;
        }
        int at = -index - 1;
        String[] longerTerms = new String[terms.length + 1];
        int[] longerCounts = new int[terms.length + 1];
        System.arraycopy(terms, 0, longerTerms, 0, at);
        System.arraycopy(counts, 0, longerCounts, 0, at);
        longerTerms[at] = term;
        longerCounts[at] = weight;
        System.arraycopy(terms, at, longerTerms, at + 1, terms.length - at);
        System.arraycopy(counts, at, longerCounts, at + 1, terms.length - at);
        return new ContextTerms(longerTerms, longerCounts);
    }

    /** Shows each term with its count, in order of the terms. */
    public void forEach(ObjIntConsumer<String> action) {
        for (int i = 0; i < terms.length; i++) {
            action.accept(terms[i], counts[i]);
        }
    }

    /** How many tasks had a term; a tag counts three times. */
    public int count(String term) {
        int index = Arrays.binarySearch(terms, term);
        return index < 0 ? 0 : counts[index];
    }

    /** All counts by term, ordered by term; a copy. */
    public NavigableMap<String, Integer> counts() {
        NavigableMap<String, Integer> all = new TreeMap<>();
        forEach(all::put);
        return all;
    }

    /** Whether no context is known: the heuristic may be meant for any task. */
    public boolean isEmpty() {
        return terms.length == 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContextTerms that
                && Arrays.equals(terms, that.terms)
                && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(terms) + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return counts().toString();
    }
}
