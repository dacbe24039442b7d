package org.autotrainer.domain.trust;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds out which of many beginnings of words stand at a place of a text. */
final class Stems {
    /** @param meaning bits, of which the finder knows what they mean */
    record Stem(String text, long meaning) {}

    private static final int ASCII = 0x80;
    private static final Stem[] NONE = {};

    private final Stem[][] ascii = new Stem[ASCII][];
    private final Map<Character, Stem[]> others = new HashMap<>();

    Stems(List<Stem> stems) {
        Map<Character, List<Stem>> byFirst = new TreeMap<>();
        for (Stem stem : stems) {
            byFirst.computeIfAbsent(stem.text().charAt(0), first -> new ArrayList<>())
                    .add(stem);
        }
        byFirst.forEach((first, list) -> {
            list.sort(Comparator.comparingInt((Stem stem) -> -stem.text().length()));
            if (first < ASCII) {
                ascii[first] = list.toArray(NONE);
            } else {
                others.put(first, list.toArray(NONE));
            }
        });
    }

    /** All of one meaning, from a text with bars between them. */
    static List<Stem> list(String texts, long meaning) {
        List<Stem> stems = new ArrayList<>();
        for (int start = 0; start < texts.length(); ) {
            int bar = texts.indexOf('|', start);
            int end = bar < 0 ? texts.length() : bar;
            stems.add(new Stem(texts.substring(start, end), meaning));
            start = end + 1;
        }
        return stems;
    }

    /** Where the longest one that stands here as a whole word ends, or -1. */
    int end(String text, int start) {
        if (start < text.length()) {
            for (Stem stem : startingWith(text.charAt(start))) {
                int end = start + stem.text().length();
                if (text.startsWith(stem.text(), start) && (end == text.length() || !isWord(text.charAt(end)))) {
                    return end;
                }
            }
        }
        return -1;
    }

    /** The meanings of all that stand here, or 0; a word of ASCII stands only where one begins. */
    long meanings(String text, int start) {
        char first = text.charAt(start);
        if (first < ASCII && (ascii[first] == null || isInsideWord(text, start))) {
            return 0;
        }
        long meanings = 0;
        for (Stem stem : startingWith(first)) {
            if (text.startsWith(stem.text(), start)) {
                meanings |= stem.meaning();
            }
        }
        return meanings;
    }

    private static boolean isInsideWord(String text, int at) {
        return at > 0 && isWord(text.charAt(at)) && isWord(text.charAt(at - 1));
    }

    private Stem[] startingWith(char first) {
        Stem[] stems = first < ASCII ? ascii[first] : others.get(first);
        return stems == null ? NONE : stems;
    }

    /** Letters and digits; of what is beyond ASCII all but punctuation and symbols. */
    static boolean isWord(char unit) {
        if (unit < ASCII) {
            return (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z') || (unit >= '0' && unit <= '9');
        }
        return unit >= 0xc0
                && (unit < 0x2000 || unit > 0x2bff)
                && (unit < 0x3000 || unit > 0x303f)
                && (unit < 0xff00 || unit > 0xff20);
    }
}
