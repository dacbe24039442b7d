package org.autotrainer.domain.dataset;

import java.util.List;
import java.util.Map;
import org.autotrainer.domain.evaluation.Message;
import org.autotrainer.domain.evaluation.Role;
import org.autotrainer.domain.evaluation.ToolCall;

/**
 * A number of 64 bits that is almost the same for texts that are almost the same (a simhash over three words each).
 *
 * <p>Upper and lower case of ASCII, white space and punctuation count for nothing. Not thread-safe.
 */
final class Fingerprint {
    private static final long PRIME = 0x100000001b3L;
    private static final long BASIS = 0xcbf29ce484222325L;

    private final int[] sums = new int[Long.SIZE];
    private long word = BASIS;
    private boolean inWord;
    private long words;
    private long last;
    private long beforeLast;

    /**
     * Of what is said and done in messages.
     *
     * <p>What the system says, and lines that stand in many conversations, count for nothing, unless nothing else is
     * there.
     */
    static Fingerprint of(List<Message> messages, CommonLines common) {
        Fingerprint fingerprint = new Fingerprint();
        messages.forEach(message -> fingerprint.message(message, common));
        if (fingerprint.words == 0) {
            messages.forEach(message -> fingerprint.text(message.content()));
        }
        return fingerprint;
    }

    private void message(Message message, CommonLines common) {
        if (message.role() != Role.SYSTEM) {
            message.content().lines().filter(line -> !common.holds(line)).forEach(this::text);
            for (ToolCall call : message.toolCalls()) {
                text(call.name()).value(call.arguments());
            }
        }
    }

    private Fingerprint value(Object value) {
        if (value instanceof Map<?, ?> object) {
            object.forEach((key, each) -> text((String) key).value(each));
        } else if (value instanceof List<?> list) {
            list.forEach(this::value);
        } else {
            text(String.valueOf(value));
        }
        return this;
    }

    Fingerprint text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char folded = Ascii.folded(text.charAt(i));
            if (Ascii.isAlphanumeric(folded) || folded >= 0x80) {
                word = (word ^ folded) * PRIME;
                inWord = true;
            } else {
                endWord();
            }
        }
        endWord();
        return this;
    }

    private void endWord() {
        if (inWord) {
            add(mixed(word + 31 * (last + 31 * beforeLast)));
            beforeLast = last;
            last = word;
            word = BASIS;
            inWord = false;
            words++;
        }
    }

    private void add(long hash) {
        for (int bit = 0; bit < Long.SIZE; bit++) {
            sums[bit] += (hash >>> bit & 1) == 1 ? 1 : -1;
        }
    }

    /** Every bit of the answer follows from every bit of the number. */
    private static long mixed(long number) {
        long mixed = (number ^ number >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }

    long bits() {
        long bits = 0;
        for (int bit = 0; bit < Long.SIZE; bit++) {
            bits |= sums[bit] > 0 ? 1L << bit : 0;
        }
        return bits;
    }
}
