package org.autotrainer.domain.text;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names of programs in a text: {@code snake_case} and {@code call()}. */
final class Identifiers {
    private Identifiers() {}

    static Set<String> of(String text) {
        if (text.indexOf('_') < 0 && !text.contains("()")) {
            return Set.of();
        }
        Set<String> found = new HashSet<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inside = i < text.length() && isPart(text.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                String word = text.substring(start, i).toLowerCase(Locale.ROOT);
                boolean call = text.startsWith("()", i);
                int bar = word.indexOf('_', 1);
                if (call || (bar > 0 && bar < word.length() - 1)) {
                    found.add(word);
                }
                start = -1;
            }
        }
        return Set.copyOf(found);
    }

    private static boolean isPart(char letter) {
        return letter == '_' || Character.isLetterOrDigit(letter);
    }
}
