package org.autotrainer.domain.memory;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.ObjIntConsumer;
import java.util.function.UnaryOperator;
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
        return NONE.with(counts, term -> term);
    }

    /** The distinct terms of a context, each with its weight: tags first, then words in the order of the text. */
    public static Map<String, Integer> weighted(Context context, Iterable<String> moreTags) {
        Map<String, Integer> weights = new LinkedHashMap<>();
        context.tags().forEach(tag -> weights.put(Terms.tag(tag), TAG_WEIGHT));
        moreTags.forEach(tag -> weights.put(Terms.tag(tag), TAG_WEIGHT));
        Terms.of(context.text()).forEach(term -> weights.put(term, 1));
        return weights;
    }

    /** These terms and those of one more task; of terms that are new, as many as there is room for, in their shared copies. */
    ContextTerms with(Map<String, Integer> more, UnaryOperator<String> shared) {
        int[] added = counts.clone();
        String[] fresh = new String[Math.min(more.size(), MAX - terms.length)];
        int size = 0;
        for (Map.Entry<String, Integer> entry : more.entrySet()) {
            int index = Arrays.binarySearch(terms, entry.getKey());
            if (index >= 0) {
                added[index] += entry.getValue();
            } else if (size < fresh.length) {
                fresh[size++] = shared.apply(entry.getKey());
            }
        }
        if (size == 0) {
            return new ContextTerms(terms, added);
        }
        Arrays.sort(fresh, 0, size);
        return merged(added, fresh, size, more);
    }

    private ContextTerms merged(int[] added, String[] fresh, int size, Map<String, Integer> more) {
        String[] allTerms = new String[terms.length + size];
        int[] allCounts = new int[allTerms.length];
        int from = 0;
        int to = 0;
        for (int i = 0; i < size; i++) {
            while (from < terms.length && terms[from].compareTo(fresh[i]) < 0) {
                allTerms[to] = terms[from];
                allCounts[to++] = added[from++];
            }
            allTerms[to] = fresh[i];
            allCounts[to++] = more.getOrDefault(fresh[i], 0);
        }
        System.arraycopy(terms, from, allTerms, to, terms.length - from);
        System.arraycopy(added, from, allCounts, to, terms.length - from);
        return new ContextTerms(allTerms, allCounts);
    }

    /** Shows each term whose count differs from those that these were made of, with its count. */
    void forEachNew(ContextTerms before, ObjIntConsumer<String> action) {
        if (terms == before.terms && counts == before.counts) {
            return;
        }
        int old = 0;
        for (int i = 0; i < terms.length; i++) {
            boolean known = old < before.terms.length && terms[i].equals(before.terms[old]);
            if (!known || before.counts[old] != counts[i]) {
                action.accept(terms[i], counts[i]);
            }
            old += known ? 1 : 0;
        }
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
