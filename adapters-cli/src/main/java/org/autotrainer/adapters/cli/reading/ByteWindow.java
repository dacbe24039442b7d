package org.autotrainer.adapters.cli.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The bytes of a file around the place where it is read: {@code bytes[from]} is next, {@code bytes[to]} is not known yet. */
final class ByteWindow {
    private static final int FIRST_SIZE = 1 << 16;

    private final InputStream in;
    private long read;
    byte[] bytes = new byte[FIRST_SIZE];
    int from;
    int to;

    ByteWindow(InputStream in) {
        this.in = in;
    }

    /** How many bytes were read from the file. */
    long read() {
        return read;
    }

    /** How many bytes are known from the place on. */
    int known() {
        return to - from;
    }

    /** Reads more bytes behind the known ones, which may move; false at the end of the file. */
    boolean more() throws IOException {
        if (to == bytes.length) {
            makeRoom();
        }
        int count = in.read(bytes, to, bytes.length - to);
        if (count <= 0) {
            return false;
        }
        read += count;
        to += count;
        return true;
    }

    /** Reads until so many bytes are known, or the file ends. */
    boolean know(int count) throws IOException {
        while (known() < count) {
            if (!more()) {
                return false;
            }
        }
        return true;
    }

    /** Takes the next bytes: so many, or all that are left. */
    byte[] take(int most) throws IOException {
        know(most);
        byte[] taken = Arrays.copyOfRange(bytes, from, from + Math.min(most, known()));
        from += taken.length;
        return taken;
    }

    private void makeRoom() {
        if (from > bytes.length / 2) {
            System.arraycopy(bytes, from, bytes, 0, known());
        } else {
            bytes = Arrays.copyOfRange(bytes, from, from + 2 * bytes.length);
        }
        to -= from;
        from = 0;
    }
}
