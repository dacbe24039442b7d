package org.autotrainer.domain.dataset;

/** Kinds of characters of ASCII: alike on every Java, whatever its tables of Unicode. */
final class Ascii {
    private Ascii() {}

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }

    static boolean isAlphanumeric(char c) {
        return isDigit(c) || isUpper(c) || isLower(c);
    }

    /** Upper case as lower case; any other character as it is. */
    static char folded(char c) {
        return isUpper(c) ? (char) (c + 'a' - 'A') : c;
    }
}
