package org.autotrainer.application.port;

import java.util.Comparator;

/**
 * Orders text by code point, as databases order UTF-8 by its bytes; {@link String#compareTo} does not.
 */
public enum CodePointOrder implements Comparator<String> {
    /** The order. */
    BY_CODE_POINT;

    @Override
    public int compare(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int i = 0; i < length; i++) {
            char one = left.charAt(i);
            char other = right.charAt(i);
            if (one != other) {
                boolean outside = Character.isSurrogate(one);
                return outside == Character.isSurrogate(other) ? Character.compare(one, other) : outside ? 1 : -1;
            }
        }
        return Integer.compare(left.length(), right.length());
    }
}
