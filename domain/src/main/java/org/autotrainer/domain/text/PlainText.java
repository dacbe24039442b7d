package org.autotrainer.domain.text;

/** Texts that most advice is: nothing but printable ASCII on one line, with no space at either end. Nothing in them needs a look. */
public final class PlainText {
    private PlainText() {}

    /** Whether a text is plain; one without characters is not. */
    public static boolean is(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit < ' ' || unit >= 0x7f) {
                return false;
            }
        }
        return !text.isEmpty() && text.charAt(0) != ' ' && text.charAt(text.length() - 1) != ' ';
    }
}
