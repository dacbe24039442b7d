package org.autotrainer.domain.text;

/**
 * Tells characters that nobody sees, and where writing needs them nevertheless.
 *
 * <p>Text can hide in them: a person reads one thing, a model another. But Persian, Hindi or Khmer cannot be written
 * without some, and emoji are joined by them. By tables of its own, hence alike on every Java version.
 */
public final class Invisible {
    /** Zero width space: it parts words in scripts that are written without spaces. */
    private static final int SPACE = 0x200b;
    /** Zero width non-joiner. */
    private static final int NON_JOINER = 0x200c;
    /** Zero width joiner. */
    private static final int JOINER = 0x200d;

    /** The selector that makes an emoji of a sign. */
    private static final int EMOJI = 0xfe0f;

    /** First and last of each range; planes end with two noncharacters more. */
    private static final int[] INVISIBLE = {
        0x0, 0x8, // controls but tab and line feed
        0xb, 0xc,
        0xe, 0x1f,
        0x7f, 0x9f,
        0xad, 0xad, // soft hyphen
        0x34f, 0x34f, // combining grapheme joiner
        0x61c, 0x61c, // Arabic letter mark
        0x115f, 0x1160, // Hangul fillers
        0x17b4, 0x17b5, // Khmer vowels that are not written
        0x180b, 0x180f, // Mongolian selectors
        0x200b, 0x200f, // zero width, directions
        0x202a, 0x202e, // directions
        0x2060, 0x206f, // word joiner, operators, isolates
        0x3164, 0x3164, // Hangul filler
        0xd800, 0xf8ff, // surrogates, private use
        0xfdd0, 0xfdef, // noncharacters
        0xfe00, 0xfe0f, // variation selectors
        0xfeff, 0xfeff, // byte order mark
        0xffa0, 0xffa0, // Hangul filler
        0xfff0, 0xfffb, // annotations
        0x13430, 0x1343f, // controls of hieroglyphs
        0x1bca0, 0x1bca3, // controls of shorthand
        0x1d173, 0x1d17a, // controls of musical notes
        0xe0000, 0xe0fff, // tags, variation selectors
        0xf0000, 0x10ffff, // private use
    };

    /** First and last of each range: scripts whose letters join, or are shaped by joiners. */
    private static final int[] JOINING = {
        0x590, 0x7ff, // Hebrew, Arabic, Syriac, Thaana, N'Ko
        0x860, 0xdff, // Syriac, Arabic, the scripts of India
        0xf00, 0x109f, // Tibetan, Burmese
        0x1780, 0x18af, // Khmer, Mongolian
        0x1900, 0x1aaf,
        0x1b00, 0x1c4f,
        0xa800, 0xaaff,
        0xabc0, 0xabff,
        0xfb1d, 0xfdcf, // presentation forms
        0xfdf0, 0xfdff,
        0xfe70, 0xfefc,
        0x10a00, 0x10bff,
        0x10d00, 0x10fff,
        0x11000, 0x11fff,
        0x1e900, 0x1e95f,
    };

    /** First and last of each range: scripts without spaces between words. */
    private static final int[] SPACELESS = {
        0xe00, 0xeff, // Thai, Lao
        0x1000, 0x109f, // Burmese
        0x1780, 0x17ff, // Khmer
        0x1950, 0x19ff,
        0x1a20, 0x1aaf,
        0xa9e0, 0xa9ff,
        0xaa60, 0xaadf,
        0x3040, 0x30ff, // Japanese
        0x3400, 0x9fff, // Chinese
    };

    /** First and last of each range: what can be shown as text or as an emoji. */
    private static final int[] PICTURES = {
        '#', '#', '*', '*', '0', '9', 0xa9, 0xa9, 0xae, 0xae, 0x203c, 0x3299, 0x1f000, 0x1faff,
    };

    private Invisible() {}

    /** Whether the code point shows nothing: controls but tab and line breaks among them, spaces not. */
    public static boolean is(int point) {
        if (point >= ' ' && point < 0x7f) {
            return false;
        }
        return isIn(INVISIBLE, point) || (point & 0xfffe) == 0xfffe;
    }

    /**
     * Whether an invisible code point stands where writing needs it.
     *
     * <p>So it is with a joiner beside a letter of a script that joins or between emoji, a zero width space in a script
     * without spaces, a selector after a sign that can be an emoji or after a Mongolian letter.
     *
     * @param before the code point before it, -1 at the beginning
     * @param after the code point after it, -1 at the end
     */
    public static boolean isAtHome(int before, int point, int after) {
        return switch (point) {
            case NON_JOINER -> isBeside(JOINING, before, after);
            case JOINER ->
                isBeside(JOINING, before, after) || ((before == EMOJI || isPicture(before)) && isPicture(after));
            case SPACE -> isBeside(SPACELESS, before, after);
            case 0xfe0e, EMOJI -> isIn(PICTURES, before) && !is(before);
            case 0x180b, 0x180c, 0x180d, 0x180e, 0x180f -> before >= 0x1820 && before <= 0x18aa;
            default -> false;
        };
    }

    /** Whether it is a letter of a script that is written from right to left. */
    public static boolean isRightToLeft(int point) {
        return (point >= 0x5d0 && point <= 0x8ff && point != 0x61c)
                || (point >= 0xfb1d && point <= 0xfdff)
                || (point >= 0xfe70 && point <= 0xfefc)
                || (point >= 0x1e900 && point <= 0x1e95f);
    }

    private static boolean isBeside(int[] scripts, int before, int after) {
        return before > ' '
                && before != 0xa0
                && !is(before)
                && !(after >= 0 && is(after))
                && (isIn(scripts, before) || isIn(scripts, after));
    }

    private static boolean isPicture(int point) {
        return point > '9' && isIn(PICTURES, point) && !is(point);
    }

    private static boolean isIn(int[] ranges, int point) {
        for (int i = 0; i < ranges.length && ranges[i] <= point; i += 2) {
            if (point <= ranges[i + 1]) {
                return true;
            }
        }
        return false;
    }
}
