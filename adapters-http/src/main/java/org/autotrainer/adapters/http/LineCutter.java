package org.autotrainer.adapters.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Cuts bytes that come in parts into lines; what has no end of line is not given on. Not thread-safe. */
final class LineCutter {
    private final Consumer<String> lines;
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private long whole;

    LineCutter(Consumer<String> lines) {
        this.lines = lines;
    }

    /** Takes the next bytes. */
    void take(byte[] bytes, int length) {
        int begin = 0;
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\n') {
                begun.write(bytes, begin, i - begin);
                whole += begun.size() + 1L;
                lines.accept(begun.toString(StandardCharsets.UTF_8));
                begun.reset();
                begin = i + 1;
            }
        }
        begun.write(bytes, begin, length - begin);
    }

    /** How many bytes the whole lines have, with their ends. */
    long whole() {
        return whole;
    }
}
