package org.autotrainer.domain.text;

import java.util.HashSet;
import java.util.Set;

/** Names in a text: words with a capital that do not begin a sentence, in their normal form. */
final class Names {
    private Names() {}

    static Set<String> of(String text) {
        Set<String> found = new HashSet<>();
        boolean begins = true;
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean blank = i == text.length() || Character.isWhitespace(text.charAt(i));
            if (!blank && start < 0) {
                start = i;
            } else if (blank && start >= 0) {
                String word = text.substring(start, i);
                if (!begins && hasCapital(word)) {
                    String name = NormalForm.of(word);
                    if (name.length() > 1) {
                        found.add(name);
                    }
                }
                begins = endsSentence(word);
                start = -1;
            }
        }
        return Set.copyOf(found);
    }

    /** Whether the first letter is a capital; quotation marks may come before it. */
    private static boolean hasCapital(String word) {
        int first = word.codePoints().filter(Character::isLetter).findFirst().orElse('a');
        return Character.isUpperCase(first);
    }

    private static boolean endsSentence(String word) {
        return ".!?:;-*\u2022\u3002".indexOf(word.charAt(word.length() - 1)) >= 0;
    }
}
