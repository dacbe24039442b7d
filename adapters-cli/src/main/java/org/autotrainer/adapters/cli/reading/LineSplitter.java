package org.autotrainer.adapters.cli.reading;

import java.io.IOException;

/** A record is a line that is not blank. */
final class LineSplitter extends RecordSplitter {
    private long line = 1;

    LineSplitter(ByteWindow window) {
        super(window);
    }

    @Override
    boolean next() throws IOException {
        int scanned = 0;
        while (true) {
            int end = lineFeed(scanned);
            if (end < 0) {
                scanned = window.known();
                if (scanned > LONGEST) {
                    return skip();
                }
                if (window.more()) {
                    continue;
                }
                end = window.to;
                if (scanned == 0) {
                    return false;
                }
            }
            int start = window.from;
            window.from = Math.min(end + 1, window.to);
            line++;
            if (!isBlank(start, end)) {
                return end - start > LONGEST ? tooLong() : found(start, end, line - 1);
            }
            scanned = 0;
        }
    }

    private boolean skip() throws IOException {
        int end = -1;
        do {
            window.from = window.to;
            if (!window.more()) {
                line++;
                return tooLong();
            }
            end = lineFeed(0);
        } while (end < 0);
        window.from = end + 1;
        line++;
        return tooLong();
    }

    private boolean tooLong() {
        return wrong("the line is longer than " + LONGEST / 1024 / 1024 + " MB", line - 1);
    }

    private int lineFeed(int scanned) {
        for (int i = window.from + scanned; i < window.to; i++) {
            if (window.bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private boolean isBlank(int start, int end) {
        for (int i = start; i < end; i++) {
            if (!ValueScan.isBlank(window.bytes[i])) {
                return false;
            }
        }
        return true;
    }
}
