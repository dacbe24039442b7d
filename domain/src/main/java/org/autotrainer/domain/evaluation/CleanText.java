package org.autotrainer.domain.evaluation;

/**
 * The one door for text: what passes it is stored and read back alike by every store.
 *
 * <p>Refused everywhere are unpaired surrogates, NUL and Unicode noncharacters, since databases disagree
 * about them. Prose and names refuse other control characters too; transcripts keep them, since the
 * output of tools is full of them.
 */
public final class CleanText {
    private static final int EXCERPT = 40;

    private CleanText() {}

    /**
     * Text of one or more lines: TAB and line feed are the only control characters, CR LF becomes a line feed.
     *
     * @throws InvalidValueException if it holds other control characters or more than {@code max} code points
     */
    public static String prose(String what, String text, int max) {
        String clean =
                text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
        check(what, clean, max, Controls.LINES);
        return clean;
    }

    /**
     * A name or an id: one line without control characters; may be empty, which means absent.
     *
     * @throws InvalidValueException if it holds control characters or more than {@code max} code points
     */
    public static String name(String what, String text, int max) {
        check(what, text, max, Controls.NONE);
        return text;
    }

    /**
     * A name or an id that must be there.
     *
     * @throws InvalidValueException if it is blank, holds control characters or more than {@code max} code points
     */
    public static String required(String what, String text, int max) {
        if (text.isBlank()) {
            throw new InvalidValueException(what + " is missing; allowed are 1 to " + max + " characters");
        }
        return name(what, text, max);
    }

    /**
     * Text of a transcript: any control character but NUL.
     *
     * @throws InvalidValueException if it holds NUL, unpaired surrogates or noncharacters
     */
    public static String transcript(String what, String text) {
        check(what, text, Limits.CONVERSATION, Controls.ALL);
        return text;
    }

    private enum Controls {
        NONE,
        LINES,
        ALL
    }

    private static void check(String what, String text, int max, Controls controls) {
        int length = text.length();
        int points = 0;
        for (int i = 0; i < length; points++) {
            char first = text.charAt(i);
            if (first >= 0x20 && first < 0x7f) {
                i++;
                continue;
            }
            int point = text.codePointAt(i);
            refuse(what, point, controls);
            i += Character.charCount(point);
        }
        if (points > max) {
            throw new InvalidValueException(
                    what + " has " + points + " characters; allowed are up to " + max + ": " + excerpt(text));
        }
    }

    private static void refuse(String what, int point, Controls controls) {
        boolean control = point < 0x20 || (point >= 0x7f && point < 0xa0);
        boolean allowedControl = point != 0
                && (controls == Controls.ALL || (controls == Controls.LINES && (point == '\t' || point == '\n')));
        boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        boolean noncharacter = (point & 0xfffe) == 0xfffe || (point >= 0xfdd0 && point <= 0xfdef);
        if ((control && !allowedControl) || surrogate || noncharacter) {
            String kind = surrogate ? "an unpaired surrogate" : control ? "a control character" : "a noncharacter";
            throw new InvalidValueException(
                    what + " holds " + kind + " U+" + hex(point) + ", which no store keeps safely");
        }
    }

    private static String hex(int point) {
        String digits = Integer.toHexString(point).toUpperCase(java.util.Locale.ROOT);
        return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }

    /** The beginning of a text that is too long, for an error message. */
    private static String excerpt(String text) {
        int end = text.offsetByCodePoints(0, Math.min(EXCERPT, text.codePointCount(0, text.length())));
        return '"' + text.substring(0, end).replace('\n', ' ') + "…\"";
    }
}
