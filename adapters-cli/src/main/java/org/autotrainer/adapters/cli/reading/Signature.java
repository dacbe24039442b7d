package org.autotrainer.adapters.cli.reading;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.autotrainer.application.format.EvaluationFormats;
import org.autotrainer.application.spi.BinaryForm;

/** Recognises by its first bytes a file that holds no text in UTF-8, and passes over the mark that says it does. */
final class Signature {
    private static final int LOOK = 512;

    private Signature() {}

    /** What is wrong with the file as a whole, if anything is. */
    static Optional<String> of(ByteWindow window) throws IOException {
        window.know(LOOK);
        if (begins(window, 0xef, 0xbb, 0xbf)) {
            window.from += 3;
        }
        if (begins(window, 0xff, 0xfe) || begins(window, 0xfe, 0xff)) {
            return Optional.of("it is text in UTF-16; save it as UTF-8");
        }
        if (begins(window, 0x1f, 0x8b)) {
            return Optional.of("it is compressed with gzip; unpack it first: gunzip -c FILE | autotrainer train -");
        }
        if (begins(window, 0x28, 0xb5, 0x2f, 0xfd)) {
            return Optional.of("it is compressed with zstd; unpack it first: zstd -dc FILE | autotrainer train -");
        }
        if (begins(window, 'P', 'K', 3, 4)) {
            return Optional.of("it is a zip archive; name its file in place of sending it");
        }
        if (begins(window, 'S', 'Q', 'L', 'i', 't', 'e', ' ')) {
            return Optional.of("it is a SQLite database; evaluations are read from JSON");
        }
        for (int i = window.from; i < Math.min(window.to, window.from + LOOK); i++) {
            if (window.bytes[i] == 0) {
                return Optional.of("it holds the byte 0, so it is no JSON text in UTF-8");
            }
        }
        return Optional.empty();
    }

    /** The form of a file that holds what no text does. */
    static Optional<BinaryForm> form(ByteWindow window) throws IOException {
        window.know(LOOK);
        byte[] beginning = Arrays.copyOfRange(window.bytes, window.from, Math.min(window.to, window.from + LOOK));
        return isText(beginning) ? Optional.empty() : EvaluationFormats.binary(beginning);
    }

    private static boolean isText(byte[] bytes) {
        for (byte unit : bytes) {
            if (unit >= 0 && unit < ' ' && unit != '\n' && unit != '\r' && unit != '\t' && unit != '\f') {
                return false;
            }
        }
        return true;
    }

    private static boolean begins(ByteWindow window, int... bytes) {
        if (window.known() < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((window.bytes[window.from + i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
