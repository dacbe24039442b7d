package org.autotrainer.domain.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The normal form of a text: two texts with the same one are the same advice.
 *
 * <p>Compatibility composition (NFKC), lower case, {@code n't} as {@code not}, and every run of other than letters with
 * their marks, digits, {@code $}, {@code %} and {@code _} as one space. Letters of every script count; variation
 * selectors, joiners and soft hyphens, which nobody sees, do not. The normal form of a normal form is itself.
 */
public final class NormalForm {
    private static final int ASCII = 0x80;

    private NormalForm() {}

    /** The normal form; empty for a text without any letter or digit. */
    public static String of(String text) {
        String lower =
                isAscii(text) ? expanded(text.toLowerCase(Locale.ROOT)) : composed(lower(composed(visible(text))));
        StringBuilder normal = new StringBuilder(lower.length());
        boolean gap = true;
        for (int i = 0; i < lower.length(); ) {
            int point = lower.codePointAt(i);
            i += Character.charCount(point);
            if (isWord(point) || (!gap && isMark(point))) {
                if (gap && normal.length() > 0) {
                    normal.append(' ');
                }
                gap = false;
                normal.appendCodePoint(point);
            } else {
                gap = true;
            }
        }
        return normal.toString();
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    private static String lower(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            lower.appendCodePoint(lower(point));
        }
        return expanded(lower.toString());
    }

    private static String expanded(String lower) {
        return lower.contains("n't") ? lower.replace("n't", " not") : lower;
    }

    private static int lower(int point) {
        return switch (point) {
            case '\u2019', '\u02bc' -> '\''; // apostrophes
            case '\u03c2' -> '\u03c3'; // the sigma at the end of a word
            default -> Character.toLowerCase(point);
        };
    }

    private static boolean isWord(int point) {
        if (point < ASCII) {
            return (point >= 'a' && point <= 'z')
                    || (point >= '0' && point <= '9')
                    || point == '$'
                    || point == '%'
                    || point == '_';
        }
        return Character.isLetterOrDigit(point);
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

    /** The text without what nobody sees, and with a space for what Unicode 13 lacks. */
    private static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints()
                .filter(point -> !isInvisible(point))
                .forEach(point -> visible.appendCodePoint(Unicode13.lacks(point) ? ' ' : point));
        return visible.toString();
    }

    /** Soft hyphen, joiners and variation selectors: they change how a letter looks, not which one it is. */
    private static boolean isInvisible(int point) {
        return point == 0xad
                || point == 0x34f
                || point == 0x200d
                || point == 0x2060
                || point == 0xfeff
                || (point >= 0x180b && point <= 0x180d)
                || (point >= 0xfe00 && point <= 0xfe0f)
                || (point >= 0xe0100 && point <= 0xe01ef);
    }
}
