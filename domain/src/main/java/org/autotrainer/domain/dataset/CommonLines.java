package org.autotrainer.domain.dataset;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.autotrainer.domain.evaluation.Message;

/**
 * The lines that stand in many conversations: instructions that a user's message repeats for every task say nothing
 * about whether two conversations are the same.
 *
 * <p>Lines are counted by their hash in a table of a fixed size (4 MB), once a conversation. Two lines that share a
 * place are counted together, which matters only to lines that are common anyway.
 */
final class CommonLines {
    /** A line is common that stands in more than one of so many conversations. */
    private static final int SHARE = 5;

    private static final int PLACES = 1 << 20;

    private final int[] counts = new int[PLACES];
    private int conversations;

    void add(List<Message> messages) {
        Set<Integer> places = new HashSet<>();
        messages.forEach(message -> each(message.content(), place -> places.add(place)));
        places.forEach(place -> counts[place]++);
        conversations++;
    }

    /** Whether a line stands in many conversations. */
    boolean holds(String line) {
        return (long) counts[place(line, 0, line.length())] * SHARE > conversations;
    }

    private static void each(String text, IntConsumer then) {
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf('\n', start);
            int stop = end < 0 ? text.length() : end;
            then.accept(place(text, start, stop));
            start = stop + 1;
        }
    }

    private static int place(String text, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        hash *= 0x9e3779b9;
        return (hash ^ hash >>> 15) & (PLACES - 1);
    }
}
