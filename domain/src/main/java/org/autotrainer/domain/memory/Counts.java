package org.autotrainer.domain.memory;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** How often each of a few names came, by name; small in memory, since each heuristic has two of them. Immutable. */
final class Counts extends AbstractMap<String, Integer> {
    private static final Counts NONE = new Counts(new String[0], new int[0]);

    private final String[] names;
    private final int[] counts;

    private Counts(String[] names, int[] counts) {
        this.names = names;
        this.counts = counts;
    }

    /** The same counts in this form. */
    static Counts of(Map<String, Integer> counts) {
        if (counts instanceof Counts already) {
            return already;
        }
        if (counts.isEmpty()) {
            return NONE;
        }
        Map<String, Integer> ordered = new TreeMap<>(counts);
        return new Counts(
                ordered.keySet().toArray(new String[0]),
                ordered.values().stream().mapToInt(Integer::intValue).toArray());
    }

    /** One more of a name; a name that is new is passed over where there are so many already. */
    Counts with(String name, int most) {
        int index = Arrays.binarySearch(names, name);
        if (index >= 0) {
            int[] more = counts.clone();
            more[index]++;
            return new Counts(names, more);
        }
        if (names.length >= most) {
            return this;
        }
        int at = -index - 1;
        String[] longer = Arrays.copyOf(names, names.length + 1);
        int[] more = Arrays.copyOf(counts, longer.length);
        System.arraycopy(names, at, longer, at + 1, names.length - at);
        System.arraycopy(counts, at, more, at + 1, names.length - at);
        longer[at] = name;
        more[at] = 1;
        return new Counts(longer, more);
    }

    @Override
    public int size() {
        return names.length;
    }

    @Override
    public Set<Map.Entry<String, Integer>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return names.length;
            }

            @Override
            public Iterator<Map.Entry<String, Integer>> iterator() {
                return IntStream.range(0, names.length)
                        .mapToObj(i -> Map.entry(names[i], counts[i]))
                        .iterator();
            }
        };
    }
}
