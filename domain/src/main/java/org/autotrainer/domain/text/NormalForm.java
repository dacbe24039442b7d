package org.autotrainer.domain.text;

import java.text.Normalizer;
import java.util.StringTokenizer;

/**
 * The normal form of a text: two texts with the same one are the same advice.
 *
 * <p>Compatibility composition (NFKC), lower case, {@code n't} as {@code not}, and every run of other than letters,
 * marks, digits, {@code $}, {@code %} and {@code _} as one space. Letters of every script count.
 */
public final class NormalForm {
    private static final int ASCII = 0x80;

    private NormalForm() {}

    /** The normal form; empty for a text without any letter or digit. */
    public static String of(String text) {
        String composed = isAscii(text) ? text : Normalizer.normalize(withoutUnknown(text), Normalizer.Form.NFKC);
        String lower = lower(composed);
        StringBuilder normal = new StringBuilder(lower.length());
        boolean gap = false;
        for (int i = 0; i < lower.length(); ) {
            int point = lower.codePointAt(i);
            i += Character.charCount(point);
            if (!isWord(point)) {
                gap = true;
                continue;
            }
            if (gap && normal.length() > 0) {
                normal.append(' ');
            }
            gap = false;
            normal.appendCodePoint(point);
        }
        return normal.toString();
    }

    private static String lower(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            lower.appendCodePoint(point == '\u2019' ? '\'' : Character.toLowerCase(point));
        }
        String result = lower.toString();
        return result.contains("n't") ? result.replace("n't", " not") : result;
    }

    private static boolean isWord(int point) {
        if (point < ASCII) {
            return (point >= 'a' && point <= 'z')
                    || (point >= '0' && point <= '9')
                    || point == '$'
                    || point == '%'
                    || point == '_';
        }
        return (Character.isLetterOrDigit(point) || isMark(point)) && !Unicode.isNewerThan13(point);
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= ASCII) {
                return false;
            }
        }
        return true;
    }

    private static String withoutUnknown(String text) {
        if (text.codePoints().noneMatch(Unicode::isNewerThan13)) {
            return text;
        }
        StringBuilder known = new StringBuilder(text.length());
        text.codePoints().forEach(point -> known.appendCodePoint(Unicode.isNewerThan13(point) ? ' ' : point));
        return known.toString();
    }

    /** What Unicode 14 to 16 added to the word characters; all other additions are separators anyway. */
    private static final class Unicode {
        private static final String ADDED = ""
                + "870-89f 8b5-8b5 8c8-8d2 c3c-c3c c5d-c5d cdd-cdd cf3-cf3 ece-ece 170d-170d 1715-171f 180f-180f "
                + "1ac1-1ace 1b4c-1b4c 1c89-1c8a 1dfa-1dfa 2c2f-2c2f 2c5f-2c5f 9ffd-9fff a7c0-a7c1 a7cb-a7f4 "
                + "10570-105f3 10780-107ba 10d40-10d85 10ec2-10eff 10f70-10f85 11070-11075 110c2-110c2 1123f-11241 "
                + "11380-113e2 116d0-116e3 11740-11746 11ab0-11abf 11bc0-11bf9 11f00-11f5a 12f90-12ff0 1342f-1342f "
                + "13440-143fa 16100-16139 16a70-16ac9 16d40-16d79 18cff-18cff 1aff0-1affe 1b11f-1b132 1b155-1b155 "
                + "1ccf0-1cf46 1df00-1df2a 1e030-1e08f 1e290-1e2ae 1e4d0-1e7fe 2a6de-2a6df 2b735-2b739 2ebf0-2ee5d "
                + "31350-323af";
        private static final int[] BOUNDS = bounds();

        private Unicode() {}

        static boolean isNewerThan13(int point) {
            if (point < BOUNDS[0]) {
                return false;
            }
            int low = 0;
            int high = BOUNDS.length / 2 - 1;
            while (low <= high) {
                int middle = (low + high) >>> 1;
                if (point < BOUNDS[2 * middle]) {
                    high = middle - 1;
                } else if (point > BOUNDS[2 * middle + 1]) {
                    low = middle + 1;
                } else {
                    return true;
                }
            }
            return false;
        }

        private static int[] bounds() {
            StringTokenizer numbers = new StringTokenizer(ADDED, "- ");
            int[] bounds = new int[numbers.countTokens()];
            for (int i = 0; i < bounds.length; i++) {
                bounds[i] = Integer.parseInt(numbers.nextToken(), 16);
            }
            return bounds;
        }
    }
}
