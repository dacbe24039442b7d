package org.autotrainer.domain.trust;

/** Looks for long runs of base64 or of hexadecimal digits. */
final class EncodedRuns {
    /** So many hexadecimal digits in a row are a long run. */
    static final int HEXADECIMAL = 32;
    /** So many characters of base64 in a row are a long run. */
    private static final int BASE64 = 40;
    /** In base64 one of 32 characters is a separator of paths or names; in paths and names there are more. */
    private static final int CHARACTERS_PER_SEPARATOR = 12;

    private EncodedRuns() {}

    static boolean in(String text) {
        int start = 0;
        int hexadecimal = 0;
        for (int i = 0; i <= text.length(); i++) {
            char unit = i < text.length() ? text.charAt(i) : ' ';
            hexadecimal = isHexadecimal(unit) ? hexadecimal + 1 : 0;
            if (hexadecimal >= HEXADECIMAL) {
                return true;
            }
            if (!isBase64(unit)) {
                if (i - start >= BASE64 && looksEncoded(text, start, i)) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }

    /** Whether letters of both cases and digits are mixed, with few separators. */
    private static boolean looksEncoded(String text, int start, int end) {
        int lower = 0;
        int upper = 0;
        int digits = 0;
        int separators = 0;
        for (int i = start; i < end; i++) {
            char unit = text.charAt(i);
            if (unit >= 'a' && unit <= 'z') {
                lower++;
            } else if (unit >= 'A' && unit <= 'Z') {
                upper++;
            } else if (isDigit(unit)) {
                digits++;
            } else {
                separators++;
            }
        }
        return lower > 0 && upper > 0 && digits > 0 && separators * CHARACTERS_PER_SEPARATOR <= end - start;
    }

    private static boolean isHexadecimal(char unit) {
        return isDigit(unit) || (unit >= 'a' && unit <= 'f') || (unit >= 'A' && unit <= 'F');
    }

    private static boolean isBase64(char unit) {
        return isDigit(unit)
                || (unit >= 'a' && unit <= 'z')
                || (unit >= 'A' && unit <= 'Z')
                || unit == '+'
                || unit == '/'
                || unit == '='
                || unit == '-'
                || unit == '_';
    }

    private static boolean isDigit(char unit) {
        return unit >= '0' && unit <= '9';
    }
}
