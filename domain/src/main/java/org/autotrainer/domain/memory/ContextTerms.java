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
    public static final ContextTerms NONE = new ContextTerms(new String[0], new long[0]);
    /** How many terms are kept. */
    public static final int MAX = 90;

    private static final int TAG_WEIGHT = 3;

    /** By hash code, and those with the same one by text: so most are told apart without a look at the texts. */
    private final String[] terms;
    /** Of each term its hash code above its count. */
    private final long[] counted;

    private ContextTerms(String[] terms, long[] counted) {
        this.terms = terms;
        this.counted = counted;
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
        int room = Math.min(more.size(), MAX - terms.length);
        String[] allTerms = room == 0 ? terms : Arrays.copyOf(terms, terms.length + room);
        long[] allCounted = Arrays.copyOf(counted, terms.length + room);
        int size = terms.length;
        for (Map.Entry<String, Integer> entry : more.entrySet()) {
            String term = entry.getKey();
            int index = find(term, allTerms, allCounted, size);
            if (index >= 0) {
                allCounted[index] += entry.getValue();
            } else if (size < allTerms.length) {
                int at = -index - 1;
                System.arraycopy(allTerms, at, allTerms, at + 1, size - at);
                System.arraycopy(allCounted, at, allCounted, at + 1, size - at);
                allTerms[at] = shared.apply(term);
                allCounted[at] = (long) term.hashCode() << Integer.SIZE | entry.getValue();
                size++;
            }
        }
        boolean full = size == allCounted.length;
        return new ContextTerms(
                size == terms.length ? terms : full ? allTerms : Arrays.copyOf(allTerms, size),
                full ? allCounted : Arrays.copyOf(allCounted, size));
    }

    /** Where a term is among so many; below 0 where it would be. */
    private static int find(String term, String[] terms, long[] counted, int size) {
        int hash = term.hashCode();
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (hash(counted[middle]) < hash) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        while (low < size && hash(counted[low]) == hash) {
            int order = terms[low].compareTo(term);
            if (order >= 0) {
                return order == 0 ? low : -low - 1;
            }
            low++;
        }
        return -low - 1;
    }

    /** Each term as its hash code above its count, ascending; not to be changed. */
    long[] counted() {
        return counted;
    }

    private static int hash(long counted) {
        return (int) (counted >> Integer.SIZE);
    }

    /** Shows each term whose count differs from those that these were made of, with its count; in any order. */
    void forEachNew(ContextTerms before, ObjIntConsumer<String> action) {
        if (terms == before.terms && counted == before.counted) {
            return;
        }
        int old = 0;
        for (int i = 0; i < terms.length; i++) {
            int hash = hash(counted[i]);
            boolean known = old < before.terms.length && hash == hash(before.counted[old]);
            if (known && i + 1 < terms.length && hash == hash(counted[i + 1])) {
                known = terms[i].equals(before.terms[old]);
            } // else it is the only one left that can be the one before, whose text need not be looked at
            if (!known || before.counted[old] != counted[i]) {
                action.accept(terms[i], (int) counted[i]);
            }
            old += known ? 1 : 0;
        }
    }

    /** Shows each term with its count, in any order. */
    void forEach(ObjIntConsumer<String> action) {
        for (int i = 0; i < terms.length; i++) {
            action.accept(terms[i], (int) counted[i]);
        }
    }

    /** How many tasks had a term; a tag counts three times. */
    public int count(String term) {
        int index = find(term, terms, counted, terms.length);
        return index < 0 ? 0 : (int) counted[index];
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
                && Arrays.equals(counted, that.counted);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(terms) + Arrays.hashCode(counted);
    }

    @Override
    public String toString() {
        return counts().toString();
    }
}
