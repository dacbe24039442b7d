package org.autotrainer.domain.trust;

import java.util.Set;

/** Looks for addresses of the web, with or without a scheme. */
final class Addresses {
    /** Ends of names that make a word with a slash after it an address rather than a path. */
    private static final Set<String> DOMAINS = Set.of(
            "com", "net", "org", "io", "dev", "app", "ai", "co", "me", "ru", "cn", "xyz", "info", "biz", "site", "top",
            "online", "cloud", "link", "click", "eu", "de", "uk", "fr", "example", "test");

    private static final int LONGEST_DOMAIN = 7;

    private Addresses() {}

    static boolean in(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if ((unit == ':' && isScheme(text, i)) || (unit == '.' && isHost(text, i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isScheme(String text, int colon) {
        return (text.startsWith("//", colon + 1) && isAlphanumeric(text, colon - 1))
                || (endsWith(text, "mailto", colon) && isAlphanumeric(text, colon + 1))
                || (endsWith(text, "javascript", colon) && isAlphanumeric(text, colon + 1))
                || (endsWith(text, "data", colon) && hasType(text, colon + 1));
    }

    /** Whether a media type follows, such as {@code text/html}. */
    private static boolean hasType(String text, int start) {
        int end = endOfLetters(text, start, start + 12);
        return end > start && end < text.length() && text.charAt(end) == '/';
    }

    private static boolean isHost(String text, int dot) {
        if (endsWith(text, "www", dot) && isAlphanumeric(text, dot + 1)) {
            return true;
        }
        boolean isDefused = text.startsWith("[.]", dot - 1);
        int before = isDefused ? dot - 2 : dot - 1;
        int start = isDefused ? dot + 2 : dot + 1;
        int end = endOfLetters(text, start, start + LONGEST_DOMAIN);
        if (!isAlphanumeric(text, before) || !DOMAINS.contains(text.substring(Math.min(start, end), end))) {
            return false;
        }
        return isDefused
                || (end < text.length() && (text.charAt(end) == '/' || text.charAt(end) == '?'))
                || (text.startsWith(":", end) && isAlphanumeric(text, end + 1));
    }

    private static boolean endsWith(String text, String word, int end) {
        int start = end - word.length();
        return text.regionMatches(true, start, word, 0, word.length()) && !isAlphanumeric(text, start - 1);
    }

    private static int endOfLetters(String text, int start, int most) {
        int end = start;
        while (end < Math.min(most, text.length()) && text.charAt(end) >= 'a' && text.charAt(end) <= 'z') {
            end++;
        }
        return end;
    }

    private static boolean isAlphanumeric(String text, int index) {
        if (index < 0 || index >= text.length()) {
            return false;
        }
        char unit = text.charAt(index);
        return (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z') || (unit >= '0' && unit <= '9');
    }
}
