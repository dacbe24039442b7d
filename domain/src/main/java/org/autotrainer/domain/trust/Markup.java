package org.autotrainer.domain.trust;

/** Looks for tags, comments and character references of HTML and XML; type parameters of code are none. */
final class Markup {
    /** No character has a number with more digits. */
    private static final int DIGITS = 7;

    private Markup() {}

    static boolean in(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == '&' && text.startsWith("#", i + 1) && isReference(text, i + 2)) {
                return true;
            }
            if (unit == '<' && opensTag(text, i)) {
                int end = endOfTag(text, i + 1);
                if (end < text.length() && text.charAt(end) == '>') {
                    return true;
                }
                i = end - 1;
            }
        }
        return false;
    }

    private static boolean opensTag(String text, int start) {
        if (start + 1 == text.length()) {
            return false;
        }
        char next = text.charAt(start + 1);
        boolean isParameter = start > 0 && isLetter(text.charAt(start - 1)) && next >= 'A' && next <= 'Z';
        return next == '!' || next == '?' || next == '/' || (isLetter(next) && !isParameter);
    }

    /** Where the tag ends, or the next one begins, or the text ends. */
    private static int endOfTag(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != '>' && text.charAt(end) != '<') {
            end++;
        }
        return end;
    }

    /** Whether the number of a character follows, decimal or hexadecimal. */
    private static boolean isReference(String text, int start) {
        int first = text.startsWith("x", start) ? start + 1 : start;
        int end = first;
        while (end < Math.min(text.length(), first + DIGITS) && isDigit(text.charAt(end))) {
            end++;
        }
        return end > first && text.startsWith(";", end);
    }

    private static boolean isDigit(char unit) {
        return (unit >= '0' && unit <= '9') || (unit >= 'a' && unit <= 'f') || (unit >= 'A' && unit <= 'F');
    }

    private static boolean isLetter(char unit) {
        return (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z');
    }
}
