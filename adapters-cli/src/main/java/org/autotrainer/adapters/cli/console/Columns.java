package org.autotrainer.adapters.cli.console;

import java.util.ArrayList;
import java.util.List;

/** Measures, fills and breaks text by the columns that it takes on a terminal. */
final class Columns {
    /** First and last code point of the blocks whose characters are two columns wide. */
    private static final int[] WIDE = {
        0x1100, 0x115f, 0x2e80, 0x303e, 0x3041, 0xa4cf, 0xac00, 0xd7a3, 0xf900, 0xfaff, 0xfe30, 0xfe6f, 0xff00, 0xff60,
        0xffe0, 0xffe6, 0x1f300, 0x1f64f, 0x1f680, 0x1f6ff, 0x1f900, 0x1f9ff, 0x20000, 0x3fffd
    };

    private Columns() {}

    /** How many columns a text takes. */
    static int of(String text) {
        int length = text.length();
        int columns = 0;
        for (int i = 0; i < length; ) {
            int point = text.codePointAt(i);
            columns += point < 0x300 ? 1 : of(point);
            i += Character.charCount(point);
        }
        return columns;
    }

    private static int of(int point) {
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        for (int i = 0; i < WIDE.length; i += 2) {
            if (point >= WIDE[i] && point <= WIDE[i + 1]) {
                return 2;
            }
        }
        return 1;
    }

    /** The text with spaces after it, or before it, up to a width. */
    static String fill(String text, int width, boolean right) {
        String spaces = " ".repeat(Math.max(0, width - of(text)));
        return right ? spaces + text : text + spaces;
    }

    /** As much of the beginning of a text as fits into a width. */
    static String begin(String text, int width) {
        return of(text) <= width ? text : width < 1 ? "" : text.substring(0, fitting(text, width));
    }

    /** A text that fits into a width: of one that is too wide, both ends with an ellipsis between them. */
    static String shorten(String text, int width) {
        if (of(text) <= width) {
            return text;
        }
        if (width < 3) {
            return width < 1 ? "" : "…";
        }
        int after = (width - 1) / 2;
        int from = text.length();
        while (from > 0 && of(text.substring(text.offsetByCodePoints(from, -1))) <= after) {
            from = text.offsetByCodePoints(from, -1);
        }
        return text.substring(0, fitting(text, width - 1 - after)) + "…" + text.substring(from);
    }

    /** Where the longest beginning ends that fits into a width. */
    private static int fitting(String text, int width) {
        int end = 0;
        while (end < text.length() && of(text.substring(0, text.offsetByCodePoints(end, 1))) <= width) {
            end = text.offsetByCodePoints(end, 1);
        }
        return end;
    }

    /** The text in lines of at most the given width, broken at spaces where there are any. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split(" +", 0)) {
            String rest = word;
            if (line.length() > 0 && of(line.toString()) + 1 + of(rest) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            while (of(rest) > width) {
                int end = end(rest, width);
                lines.add(rest.substring(0, end));
                rest = rest.substring(end);
            }
            line.append(line.length() > 0 ? " " : "").append(rest);
        }
        lines.add(line.toString());
        return lines;
    }

    /** Where to break a word that is wider than the width; never before its first character. */
    private static int end(String word, int width) {
        return Math.max(word.offsetByCodePoints(0, 1), fitting(word, width));
    }
}
