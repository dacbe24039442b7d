package org.autotrainer.domain.trust;

import org.autotrainer.domain.text.Invisible;

/** Looks for characters that nobody sees, where writing has no need of them. */
final class HiddenCharacters {
    /** So many selectors of rare forms of characters are ordinary in a text, as in Japanese names. */
    private static final int RARE_FORMS = 4;

    private HiddenCharacters() {}

    static boolean in(String text) {
        int rareForms = 0;
        boolean hasMarks = false;
        boolean isRightToLeft = false;
        int before = -1;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (Invisible.isRightToLeft(point)) {
                isRightToLeft = true;
            } else if (Invisible.is(point)) {
                int after = i < text.length() ? text.codePointAt(i) : -1;
                if (isDirection(point) && !isDirection(before)) {
                    hasMarks = true;
                } else if (selectsRareForm(before, point)) {
                    rareForms++;
                } else if (!Invisible.isAtHome(before, point, after)) {
                    return true;
                }
            }
            before = point;
        }
        return rareForms > RARE_FORMS || (hasMarks && !isRightToLeft);
    }

    /** A single mark of direction is what keyboards for Hebrew and Arabic write beside punctuation. */
    private static boolean isDirection(int point) {
        return point == 0x200e || point == 0x200f || point == 0x61c;
    }

    private static boolean selectsRareForm(int before, int point) {
        boolean isHan = (before >= 0x3400 && before <= 0x9fff)
                || (before >= 0xf900 && before <= 0xfaff)
                || (before >= 0x20000 && before <= 0x3fffd);
        boolean isSelector = (point >= 0xfe00 && point <= 0xfe0d) || (point >= 0xe0100 && point <= 0xe01ef);
        return isHan && isSelector;
    }
}
