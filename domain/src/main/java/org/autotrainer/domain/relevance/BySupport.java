package org.autotrainer.domain.relevance;

import java.util.Collections;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntBinaryOperator;

/** Documents in the order of how many tasks suggested them, the most first: the first of all, and all without a context. */
final class BySupport {
    private final Traits traits;
    private final int limit;
    private final Comparator<Integer> mostFirst;
    /** Exactly the first ones, since support only grows. */
    private final TreeSet<Integer> first;

    private final TreeSet<Integer> withoutContext;

    /**
     * Nothing yet.
     *
     * @param limit how many the first are
     * @param byId decides between documents with the same support
     */
    BySupport(Traits traits, int limit, IntBinaryOperator byId) {
        this.traits = traits;
        this.limit = limit;
        mostFirst = (one, other) -> {
            int bySupport = Integer.compare(traits.support(other), traits.support(one));
            return bySupport != 0 ? bySupport : byId.applyAsInt(one, other);
        };
        first = new TreeSet<>(mostFirst);
        withoutContext = new TreeSet<>(mostFirst);
    }

    /** Takes in a document that nobody suggested yet. */
    void add(int document) {
        keepIfAmongFirst(document);
        withoutContext.add(document);
    }

    /** Notes that a document has a context now. */
    void hasContext(int document) {
        if (!traits.hasContext(document)) {
            withoutContext.remove(document);
            traits.hasContext(document, true);
        }
    }

    /** Notes how many tasks suggested a document: not fewer than before. */
    void support(int document, int tasks) {
        if (traits.support(document) == tasks) {
            return;
        }
        first.remove(document);
        boolean free = withoutContext.remove(document);
        traits.support(document, tasks);
        keepIfAmongFirst(document);
        if (free) {
            withoutContext.add(document);
        }
    }

    private void keepIfAmongFirst(int document) {
        if (first.size() < limit) {
            first.add(document);
        } else if (mostFirst.compare(document, first.last()) < 0) {
            first.pollLast();
            first.add(document);
        }
    }

    /** The first of all. */
    SortedSet<Integer> first() {
        return Collections.unmodifiableSortedSet(first);
    }

    /** All that have no context. */
    SortedSet<Integer> withoutContext() {
        return Collections.unmodifiableSortedSet(withoutContext);
    }
}
