package org.autotrainer.adapters.cli.reading;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of a window as a stream that gives up on a record that is too long, so that no parser fills the memory. */
final class WindowStream extends InputStream {
    /** A record is too long. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;

        TooLong() {
            super("the record that begins here is longer than " + RecordSplitter.LONGEST / 1024 / 1024 + " MB");
        }
    }

    private final ByteWindow window;
    private long read;
    private long begun;

    WindowStream(ByteWindow window) {
        this.window = window;
    }

    /** Says that a record begins about here. */
    void begin() {
        begun = read;
    }

    /** About how many bytes were read since the record began. */
    int length() {
        return (int) (read - begun);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
        if (read - begun > RecordSplitter.LONGEST) {
            throw new TooLong();
        }
        if (!window.know(1)) {
            return -1;
        }
        int given = Math.min(count, window.known());
        System.arraycopy(window.bytes, window.from, target, offset, given);
        window.from += given;
        read += given;
        return given;
    }
}
