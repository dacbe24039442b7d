package org.autotrainer.domain.trust;

/** Where lines begin and what may stand before their first word, as models read them. */
final class Lines {
    private Lines() {}

    /** Whether any reader takes the character for the end of a line. */
    static boolean isBreak(char unit) {
        return (unit >= '\n' && unit <= '\r')
                || (unit >= 0x1c && unit <= 0x1e)
                || unit == 0x85
                || unit == 0x2028
                || unit == 0x2029;
    }

    static boolean isSpace(char unit) {
        return unit == ' ' || unit == '\t' || unit == 0xa0 || (unit >= 0x2000 && unit <= 0x200a) || unit == 0x3000;
    }

    /** Signs that stand around a heading, an item, a quotation or a name. */
    static boolean isDecoration(char unit) {
        return isSpace(unit) || "#*-=_~<>[](){}|/\\\"'`+•·—–«»“”„「」『』【】《》".indexOf(unit) >= 0;
    }

    static boolean endsSentence(char unit) {
        return ".!?。！？؟।".indexOf(unit) >= 0;
    }

    static int skipDecoration(String text, int start) {
        int at = start;
        while (at < text.length() && isDecoration(text.charAt(at))) {
            at++;
        }
        return at;
    }

    static boolean isEnd(String text, int at) {
        return at >= text.length() || isBreak(text.charAt(at));
    }
}
