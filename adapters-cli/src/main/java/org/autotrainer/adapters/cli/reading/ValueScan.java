package org.autotrainer.adapters.cli.reading;

/** Finds where a JSON value ends by its brackets and quotes alone, whatever else is wrong with it. */
final class ValueScan {
    private int depth;
    private boolean inText;
    private boolean escaped;
    private boolean begun;

    /** What a byte is to the value. */
    enum Step {
        /** It belongs to the value. */
        INSIDE,
        /** It is the last of the value. */
        LAST,
        /** The value ended before it. */
        BEHIND
    }

    Step step(byte b) {
        if (inText) {
            return inText(b);
        }
        if (depth == 0 && begun && (b == ',' || b == ']' || b == '}' || isBlank(b))) {
            return Step.BEHIND;
        }
        begun = true;
        if (b == '"') {
            inText = true;
        } else if (b == '{' || b == '[') {
            depth++;
        } else if (b == '}' || b == ']') {
            depth--;
            return depth <= 0 ? Step.LAST : Step.INSIDE;
        }
        return Step.INSIDE;
    }

    private Step inText(byte b) {
        if (escaped) {
            escaped = false;
        } else if (b == '\\') {
            escaped = true;
        } else if (b == '"') {
            inText = false;
            return depth == 0 ? Step.LAST : Step.INSIDE;
        }
        return Step.INSIDE;
    }

    /** Whether the bytes so far end in the middle of a text. */
    boolean isInText() {
        return inText;
    }

    /** Whether the bytes so far end in a text, and not behind a backslash. */
    boolean isPlain() {
        return inText && !escaped;
    }

    static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }
}
