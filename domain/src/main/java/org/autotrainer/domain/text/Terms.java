package org.autotrainer.domain.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The terms of a text: its words without stop words, lightly stemmed; ideographs and kana as bigrams.
 *
 * <p>Stemming applies to Latin words only, and only the beginning of a very long word counts. Tags become terms of
 * their own, {@code #tag}.
 */
public final class Terms {
    private static final Set<String> STOP_WORDS =
            Set.of(("a an the to of in on at by for with from and or that this these"
                            + " those it its is are was were be been you your we our they their i he she as if when then than so do"
                            + " does did will would can could should must may might have has had make sure please always just also"
                            + " any each every all there here into out up over before after")
                    .split(" "));

    private static final int LONGEST = 64;

    private Terms() {}

    /** The terms in the order of the text, with repetitions. */
    public static List<String> of(String text) {
        return ofNormal(NormalForm.of(text));
    }

    /** The terms of a text that is in normal form already. */
    public static List<String> ofNormal(String normal) {
        List<String> terms = new ArrayList<>();
        for (int start = 0; start < normal.length(); ) {
            int end = normal.indexOf(' ', start);
            end = end < 0 ? normal.length() : end;
            add(normal.substring(start, end), terms);
            start = end + 1;
        }
        return terms;
    }

    /** The term of a tag: it is never mixed up with a word. */
    public static String tag(String tag) {
        String normal = NormalForm.of(tag);
        return "#" + (normal.isEmpty() ? tag.strip() : normal);
    }

    /** Adds the terms of a word, which may change between ideographs and letters without a space. */
    private static void add(String word, List<String> terms) {
        for (int start = 0; start < word.length(); ) {
            boolean unspaced = isUnspaced(word.codePointAt(start));
            int end = start;
            while (end < word.length() && isUnspaced(word.codePointAt(end)) == unspaced) {
                end += Character.charCount(word.codePointAt(end));
            }
            String part = word.substring(start, end);
            if (unspaced) {
                addBigrams(part, terms);
            } else if (!STOP_WORDS.contains(part)) {
                terms.add(isLatin(part) ? stem(shortened(part)) : shortened(part));
            }
            start = end;
        }
    }

    private static String shortened(String word) {
        if (word.length() <= LONGEST) {
            return word;
        }
        return word.substring(0, Character.isHighSurrogate(word.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }

    private static void addBigrams(String word, List<String> terms) {
        int[] points = word.codePoints().toArray();
        if (points.length == 1) {
            terms.add(word);
        }
        for (int i = 0; i + 1 < points.length; i++) {
            terms.add(new String(points, i, 2));
        }
    }

    /** Ideographs with their repetition mark, and kana: they set no spaces between words. */
    private static boolean isUnspaced(int point) {
        return point >= 0x3005
                && (point == 0x3005
                        || (point >= 0x3040 && point <= 0x30ff)
                        || (point >= 0x31f0 && point <= 0x31ff)
                        || Character.isIdeographic(point));
    }

    private static boolean isLatin(String word) {
        for (int i = 0; i < word.length(); i++) {
            char letter = word.charAt(i);
            if (letter > 0x24f || (letter >= '0' && letter <= '9') || letter == '_') {
                return false;
            }
        }
        return true;
    }

    /** Strips plural s, ies, ing, ed, a doubled last letter and a final e. */
    static String stem(String word) {
        if (word.length() <= 3) {
            return word;
        }
        String stem = withoutPlural(word);
        if (stem.endsWith("ing") && stem.length() > 5) {
            stem = stem.substring(0, stem.length() - 3);
        } else if (stem.endsWith("ed") && stem.length() > 4) {
            stem = stem.substring(0, stem.length() - 2);
        }
        int last = stem.length() - 1;
        if (last > 2 && stem.charAt(last) == stem.charAt(last - 1) && "lsz".indexOf(stem.charAt(last)) < 0) {
            stem = stem.substring(0, last);
        }
        return stem.endsWith("e") && stem.length() > 4 ? stem.substring(0, stem.length() - 1) : stem;
    }

    private static String withoutPlural(String word) {
        if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") && !word.endsWith("is")) {
            return word.substring(0, word.length() - 1);
        }
        return word;
    }
}
