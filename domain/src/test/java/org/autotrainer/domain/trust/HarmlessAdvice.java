package org.autotrainer.domain.trust;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Good advice in many languages, from a file with escapes for what cannot be seen. */
public final class HarmlessAdvice {
    private HarmlessAdvice() {}

    /** All of it, in the order of the file. */
    public static List<String> texts() {
        try (InputStream file = HarmlessAdvice.class.getResourceAsStream("harmless.txt")) {
            byte[] bytes = Objects.requireNonNull(file, "harmless.txt").readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .map(HarmlessAdvice::unescaped)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** With line feeds for {@code \n} and code points for {@code \}{@code uXXXX} and {@code \}{@code UXXXXXXXX}. */
    private static String unescaped(String line) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char kind = line.charAt(i) == '\\' ? line.charAt(i + 1) : ' ';
            int digits = kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
            if (digits > 0) {
                text.appendCodePoint(Integer.parseInt(line.substring(i + 2, i + 2 + digits), 16));
                i += digits + 1;
            } else if (kind == 'n') {
                text.append('\n');
                i++;
            } else {
                text.append(line.charAt(i));
            }
        }
        return text.toString();
    }
}
