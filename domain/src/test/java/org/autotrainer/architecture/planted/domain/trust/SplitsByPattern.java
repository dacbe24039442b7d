package org.autotrainer.architecture.planted.domain.trust;

/** Breaks the rule that what anybody wrote is read without regular expressions, of which it shows none. */
public final class SplitsByPattern {
    boolean speaks(String text) {
        return text.matches("(system|user)+:.*");
    }
}
