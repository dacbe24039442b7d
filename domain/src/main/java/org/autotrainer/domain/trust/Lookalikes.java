package org.autotrainer.domain.trust;

import org.autotrainer.domain.text.Invisible;

/** Reads letters that look like Latin ones as those: of Cyrillic and Greek, wide, mathematical and circled ones. */
final class Lookalikes {
    /** Small letters in pairs, each with the one of ASCII that it looks like. */
    private static final String PAIRS = "аaеeоoрpсcуyхxіiјjѕsԁdһhԛqԝwӏlкkмmтtнhвbґrпn"
            + "αaοoνvρpιiκkτtυuχxεeηnβbγyωw"
            + "օoսuհhոnցgզq"
            + "ıiɑaɡgɩi"
            + "ᴀaʙbᴄcᴅdᴇeꜰfɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpʀrꜱsᴛtᴜuᴠvᴡwʏyᴢz";

    /** For each code point that looks like a letter of ASCII that letter, for others zero. */
    private static final char[] LATIN = latin();

    private Lookalikes() {}

    /** The text in small letters as it looks: without what nobody sees, and without marks on letters. */
    static String plain(String lower) {
        StringBuilder plain = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); ) {
            int point = lower.codePointAt(i);
            i += Character.charCount(point);
            if (point < 0x7f) {
                plain.append((char) point);
            } else if (!Invisible.is(point) && (point < 0x300 || point > 0x36f)) {
                plain.appendCodePoint(latin(point));
            }
        }
        return plain.toString();
    }

    private static int latin(int point) {
        if (point >= 0xff01 && point <= 0xff5e) {
            return Character.toLowerCase(point - 0xff01 + '!');
        }
        if (point >= 0x1d400 && point <= 0x1d6a3) {
            return 'a' + (point - 0x1d400) % 26;
        }
        if (point >= 0x24b6 && point <= 0x24e9) {
            return 'a' + (point - 0x24b6) % 26;
        }
        return point < LATIN.length && LATIN[point] != 0 ? LATIN[point] : point;
    }

    private static char[] latin() {
        char[] latin = new char[0xa800];
        for (int i = 0; i < PAIRS.length(); i += 2) {
            latin[PAIRS.charAt(i)] = PAIRS.charAt(i + 1);
        }
        return latin;
    }
}
