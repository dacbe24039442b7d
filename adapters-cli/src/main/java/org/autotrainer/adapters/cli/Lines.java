package org.autotrainer.adapters.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Cuts what comes in into lines, as it comes; of a line that is too long it holds no more than shows that. Not thread-safe. */
final class Lines {
    private final InputStream in;
    private final int limit;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;

    /** Lines of up to so many bytes. */
    Lines(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /** The next line without its end, or one byte more than the limit of it; nothing at the end of all. */
    Optional<byte[]> next() throws IOException {
        if (at == end && !fill()) {
            return Optional.empty();
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        do {
            int begin = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            line.write(buffer, begin, Math.min(at - begin, limit + 1 - line.size()));
        } while (at == end && fill());
        at = Math.min(at + 1, end);
        return Optional.of(line.toByteArray());
    }

    /** Brings more, if there is more; all that was brought before is read. */
    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }
}
