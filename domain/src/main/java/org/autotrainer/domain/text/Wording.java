package org.autotrainer.domain.text;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a piece of advice is worded: tells whether two texts are the same advice in other words.
 *
 * <p>Likeness is the Dice coefficient of the sets of 3- and 4-grams of the stemmed words. What looks alike and means something
 * else (other numbers, a negation, other identifiers, other names, an opposite) contradicts. Immutable.
 */
public final class Wording {
    /** From this likeness on, two texts are the same advice. */
    public static final double SAME = 0.65;

    private static final Set<String> NEGATIONS = Set.of(
            ("not never no avoid without cannot nor none nicht nie kein keine keinen ohne ne pas jamais sans sin nunca nao"
                            + " não sem non mai senza не никогда без ikke aldri niet nooit geen zonder inte aldrig utan bez")
                    .split(" "));
    private static final String[] OPPOSITES =
            ("before/after input/output open/close increase/decrease higher/lower high/low first/last "
                            + "above/below minimum/maximum min/max enable/disable enabled/disabled start/stop more/less "
                            + "most/least relative/absolute null/empty oldest/newest include/exclude allow/deny "
                            + "ascending/descending add/remove left/right up/down begin/end accept/reject read/write "
                            + "row/column rows/columns true/false always/never upper/lower largest/smallest "
                            + "earliest/latest create/delete uppercase/lowercase even/odd positive/negative sum/product "
                            + "prefix/suffix union/intersection horizontal/vertical width/height import/export "
                            + "encode/decode upload/download send/receive arrival/departure debit/credit parent/child")
                    .split(" ");
    private static final Map<String, Long> SIDES = sides();
    /** One name is easily a slip of the pen; two that both differ are another matter. */
    private static final int FEW_NAMES = 2;

    private static final int PRIME = 65_599;
    private static final int SPREAD = 0x9E3779B1;

    /** Twice as many bits as most texts have grams: with half of that most pairs were compared in full. */
    private static final int SKETCH = 8;

    private static final int SKETCH_BITS = 9;

    private final int[] grams;
    private final long[] sketch = new long[SKETCH];
    private final Set<String> numbers;
    private final Set<String> identifiers;
    private final Set<String> names;
    private final boolean negated;
    private final long left;
    private final long right;

    private Wording(
            int[] grams,
            Set<String> numbers,
            Set<String> identifiers,
            Set<String> names,
            boolean negated,
            long left,
            long right) {
        this.grams = grams;
        for (int gram : grams) {
            int bit = (gram * SPREAD) >>> (Integer.SIZE - SKETCH_BITS);
            sketch[bit / Long.SIZE] |= 1L << bit;
        }
        this.numbers = numbers;
        this.identifiers = identifiers;
        this.names = names;
        this.negated = negated;
        this.left = left;
        this.right = right;
    }

    /** The wording of a text. */
    public static Wording of(String text) {
        String normal = NormalForm.of(text);
        Set<String> numbers = new HashSet<>();
        boolean negated = false;
        long left = 0;
        long right = 0;
        for (String word : normal.split(" ", -1)) {
            negated |= NEGATIONS.contains(word);
            Long side = SIDES.get(word);
            if (side != null) {
                left |= side > 0 ? side : 0;
                right |= side < 0 ? -side : 0;
            }
            if (hasDigit(word)) {
                numbers.add(word);
            }
        }
        return new Wording(
                grams(Terms.ofNormal(normal)),
                Set.copyOf(numbers),
                Identifiers.of(text),
                Names.of(text),
                negated,
                left,
                right);
    }

    /** How alike two texts are, 0 to 1. */
    public double likeness(Wording other) {
        int sum = grams.length + other.grams.length;
        if (sum == 0) {
            return 0;
        }
        int shared = 0;
        for (int i = 0, j = 0; i < grams.length && j < other.grams.length; ) {
            if (grams[i] == other.grams[j]) {
                shared++;
                i++;
                j++;
            } else if (grams[i] < other.grams[j]) {
                i++;
            } else {
                j++;
            }
        }
        return 2.0 * shared / sum;
    }

    /** Whether a term only says no: it tells what is meant, and nothing of what it is about. */
    public static boolean isNegation(String term) {
        return NEGATIONS.contains(term);
    }

    /** Whether two texts are at least so alike; most that are not are told apart at a glance. */
    public boolean isLike(Wording other, double least) {
        int mostShared = Math.min(
                grams.length - bitsOnlyIn(sketch, other.sketch), other.grams.length - bitsOnlyIn(other.sketch, sketch));
        return 2.0 * mostShared / (grams.length + other.grams.length) >= least && likeness(other) >= least;
    }

    /** Each bit that one sketch has and the other has not stands for at least one gram that is not shared. */
    private static int bitsOnlyIn(long[] one, long[] other) {
        int bits = 0;
        for (int i = 0; i < SKETCH; i++) {
            bits += Long.bitCount(one[i] & ~other[i]);
        }
        return bits;
    }

    /** Whether two texts mean something else however alike they look. */
    public boolean contradicts(Wording other) {
        if (negated != other.negated || !numbers.equals(other.numbers)) {
            return true;
        }
        if (!identifiers.isEmpty() || !other.identifiers.isEmpty()) {
            Set<String> both = new HashSet<>(identifiers);
            both.retainAll(other.identifiers);
            Set<String> either = new HashSet<>(identifiers);
            either.addAll(other.identifiers);
            if (2 * both.size() < either.size()) {
                return true;
            }
        }
        if (names.size() >= FEW_NAMES && other.names.size() >= FEW_NAMES) {
            long shared = names.stream().filter(other.names::contains).count();
            if (2 * shared < Math.min(names.size(), other.names.size())) {
                return true;
            }
        }
        long onlyLeft = left & ~right;
        long onlyRight = right & ~left;
        return ((onlyLeft & other.right & ~other.left) | (onlyRight & other.left & ~other.right)) != 0;
    }

    private static boolean hasDigit(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (Character.isDigit(word.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static int[] grams(List<String> terms) {
        int[] found = new int[16];
        int size = 0;
        for (String term : terms) {
            int length = term.length() + 2;
            if (size + 2 * length > found.length) {
                found = Arrays.copyOf(found, Math.max(2 * found.length, size + 2 * length));
            }
            for (int i = 0; i + 3 <= length; i++) {
                int three = (at(term, i) * PRIME + at(term, i + 1)) * PRIME + at(term, i + 2);
                found[size++] = three;
                if (i + 4 <= length) {
                    found[size++] = three * PRIME + at(term, i + 3) + 1;
                }
            }
        }
        int[] sorted = Arrays.copyOf(found, size);
        Arrays.sort(sorted);
        int distinct = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[distinct++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, distinct);
    }

    /** The letter at a place of the word in its frame. */
    private static int at(String term, int place) {
        return place == 0 || place == term.length() + 1 ? '_' : term.charAt(place - 1);
    }

    private static Map<String, Long> sides() {
        Map<String, Long> sides = new java.util.HashMap<>();
        for (int i = 0; i < OPPOSITES.length; i++) {
            int bar = OPPOSITES[i].indexOf('/');
            sides.put(OPPOSITES[i].substring(0, bar), 1L << i);
            sides.putIfAbsent(OPPOSITES[i].substring(bar + 1), -(1L << i));
        }
        return Map.copyOf(sides);
    }
}
