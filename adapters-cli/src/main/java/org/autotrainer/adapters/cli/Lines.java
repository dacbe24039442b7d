package org.autotrainer.adapters.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Cuts what comes in into lines, as it comes; of a line that is too long it holds no more than shows that. Not thread-safe. */
final class Lines {
    private final InputStream in;
    private final int limit;

    /** Lines of up to so many bytes. */
    Lines(InputStream in, int limit) {
        this.in = new BufferedInputStream(in, 1 << 16);
        this.limit = limit;
    }

    /** The next line without its end, or one byte more than the limit of it; nothing at the end of all. */
    Optional<byte[]> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int letter = in.read();
        if (letter < 0) {
            return Optional.empty();
        }
        while (letter >= 0 && letter != '\n') {
            if (line.size() <= limit) {
                line.write(letter);
            }
            letter = in.read();
        }
        return Optional.of(line.toByteArray());
    }
}
