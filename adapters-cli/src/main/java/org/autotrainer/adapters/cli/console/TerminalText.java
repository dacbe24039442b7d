package org.autotrainer.adapters.cli.console;

/**
 * Makes text from a memory safe to show: what a terminal would obey, or a reader would not see, becomes U+FFFD.
 *
 * <p>These are the control characters (C0, DEL and C1), the marks that turn the direction of writing, and the invisible
 * tag characters.
 */
public final class TerminalText {
    private static final int REPLACEMENT = 0xfffd;

    private TerminalText() {}

    /** The text in one line: tabs and line breaks become spaces. */
    public static String line(String text) {
        return clean(text, ' ');
    }

    /** The text in its lines: line feeds stay, tabs become spaces. */
    public static String lines(String text) {
        return clean(text.replace("\r\n", "\n"), '\n');
    }

    /** The beginning of a text that is too long to be read. */
    public static String brief(String text, int length) {
        return text.length() <= length ? text : text.substring(0, text.offsetByCodePoints(0, length / 2)) + "…";
    }

    private static String clean(String text, int lineFeed) {
        if (text.chars().allMatch(unit -> unit >= 0x20 && unit < 0x7f)) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(point -> clean.appendCodePoint(shown(point, lineFeed)));
        return clean.toString();
    }

    private static int shown(int point, int lineFeed) {
        return switch (point) {
            case '\n' -> lineFeed;
            case '\t', '\r', 0x2028, 0x2029, 0x85 -> ' ';
            default -> isUnsafe(point) ? REPLACEMENT : point;
        };
    }

    /** Whether a code point must not reach a terminal. */
    static boolean isUnsafe(int point) {
        boolean control = point < 0x20 || (point >= 0x7f && point < 0xa0);
        boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        boolean direction = point == 0x61c
                || point == 0x200e
                || point == 0x200f
                || (point >= 0x202a && point <= 0x202e)
                || (point >= 0x2066 && point <= 0x2069);
        boolean tag = point >= 0xe0000 && point <= 0xe007f;
        return control || surrogate || direction || tag;
    }
}
