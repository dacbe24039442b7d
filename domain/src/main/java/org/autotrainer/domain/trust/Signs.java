package org.autotrainer.domain.trust;

/**
 * Which kinds of characters a text has, so that scanners without anything to find need not run.
 *
 * @param bits the kinds
 * @param longestRun the longest run of characters of ASCII without spaces
 */
record Signs(int bits, int longestRun) {
    static final int ADDRESS = 1;
    static final int FENCE = 2;
    static final int MARKUP = 4;
    static final int COMMAND = 8;
    static final int CONTROL = 16;
    static final int BEYOND_ASCII = 32;

    private static final int ASCII = 0x80;
    private static final byte[] KINDS = kinds();

    static Signs of(String text) {
        int bits = 0;
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            bits |= unit < ASCII ? KINDS[unit] : BEYOND_ASCII;
            if (unit > ' ' && unit < ASCII) {
                run++;
            } else {
                longest = Math.max(longest, run);
                run = 0;
            }
        }
        return new Signs(bits, Math.max(longest, run));
    }

    boolean any(int kinds) {
        return (bits & kinds) != 0;
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[ASCII];
        for (char control = 0; control < ' '; control++) {
            kinds[control] = CONTROL;
        }
        kinds['\n'] = 0;
        kinds['\t'] = 0;
        kinds[0x7f] = CONTROL;
        add(kinds, ADDRESS, ":.");
        add(kinds, FENCE, "`~");
        add(kinds, MARKUP, "<&");
        add(kinds, COMMAND, "|$>&;`");
        return kinds;
    }

    private static void add(byte[] kinds, int kind, String characters) {
        for (int i = 0; i < characters.length(); i++) {
            kinds[characters.charAt(i)] |= (byte) kind;
        }
    }
}
