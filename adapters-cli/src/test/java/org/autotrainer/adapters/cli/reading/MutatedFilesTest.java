package org.autotrainer.adapters.cli.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.autotrainer.application.ImportEvaluations.Trouble;
import org.autotrainer.application.problem.AutoTrainerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged files of every format give a clear sentence with a place, never a stack trace and never a hang. A few hundred are
 * read in the build; {@code -Dmutations=2000} reads more.
 */
class MutatedFilesTest {
    private static final int COUNT = Integer.getInteger("mutations", 400);
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final List<String> TOKENS = List.of(
            "null",
            "[]",
            "{}",
            "\"\"",
            "-1",
            "1e999",
            "NaN",
            "1e400",
            "9".repeat(120),
            "\"\\ud800\"",
            "\"\\u0000\"",
            "{\"a\":{\"a\":1,\"a\":2}}",
            "true",
            "[null]",
            "\"x\"",
            "0.5",
            "\"" + "é".repeat(3_000) + "\"");

    @TempDir
    Path folder;

    @Test
    void damaged_files_are_told_of_in_a_sentence_with_a_place() throws IOException {
        int told = 0;
        for (int seed = 0; seed < COUNT; seed++) {
            Random random = new Random(seed);
            String name = seed % 12 == 0 ? "inspect.eval" : Samples.ALL.get(random.nextInt(Samples.ALL.size()));
            byte[] bytes = mutated(original(name, random), random);
            Path file = Files.write(folder.resolve(seed + "-" + name), bytes);
            List<Trouble> troubles = assertTimeoutPreemptively(LONGEST, () -> read(file), "seed " + seed);
            told += troubles.isEmpty() ? 0 : 1;
            int of = seed;
            assertThat(troubles).allSatisfy(trouble -> {
                assertThat(trouble.file()).as("seed " + of).endsWith(name);
                assertThat(trouble.line()).as("seed " + of).isPositive();
                assertThat(trouble.reason())
                        .as("seed " + of)
                        .isNotBlank()
                        .hasSizeLessThanOrEqualTo(601)
                        .doesNotContain("Exception", "java.", "com.fasterxml", "\tat ", "null:", "Optional[");
            });
            Files.delete(file);
        }
        assertThat(told).as("files of which something was told").isGreaterThan(COUNT / 3);
    }

    private byte[] original(String name, Random random) throws IOException {
        if (!name.equals("inspect.eval")) {
            return Samples.bytes(name);
        }
        ZipMethod method =
                List.of(ZipMethod.STORED, ZipMethod.DEFLATED, ZipMethod.ZSTD).get(random.nextInt(3));
        Path file = Samples.eval(folder.resolve("original"), method, random.nextBoolean());
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        return bytes;
    }

    private static List<Trouble> read(Path file) {
        try {
            return Imported.of(file).troubles();
        } catch (AutoTrainerException told) {
            return List.of(new Trouble(file.toString(), 1, String.valueOf(told.getMessage())));
        }
    }

    private static byte[] mutated(byte[] bytes, Random random) throws IOException {
        byte[] mutated = bytes;
        for (int i = 0; i <= random.nextInt(3); i++) {
            mutated = once(mutated, random);
        }
        return mutated;
    }

    private static byte[] once(byte[] bytes, Random random) throws IOException {
        if (bytes.length < 8) {
            return bytes;
        }
        int at = random.nextInt(bytes.length);
        return switch (random.nextInt(11)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> flipped(bytes, random);
            case 2 -> spliced(bytes, at, Math.min(bytes.length, at + random.nextInt(40)), new byte[0]);
            case 3 -> recoded(bytes, random);
            case 4 -> spliced(bytes, at, at, "x".repeat(random.nextInt(300_000)).getBytes(StandardCharsets.UTF_8));
            case 5 ->
                spliced(bytes, at, at, "[".repeat(1 + random.nextInt(20_000)).getBytes(StandardCharsets.UTF_8));
            case 6 ->
                spliced(
                        bytes,
                        at,
                        at,
                        "{\"a\":".repeat(1 + random.nextInt(5_000)).getBytes(StandardCharsets.UTF_8));
            case 7 ->
                spliced(
                        bytes,
                        0,
                        0,
                        "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>".getBytes(StandardCharsets.UTF_8));
            case 8 -> spliced(bytes, at, at, new byte[] {(byte) 0xc0, (byte) 0x80, 0, (byte) 0xff});
            default -> retyped(bytes, random);
        };
    }

    /** Puts another value in place of one behind a colon. */
    private static byte[] retyped(byte[] bytes, Random random) throws IOException {
        List<Integer> colons = new ArrayList<>();
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == ':' || bytes[i] == ',') {
                colons.add(i + 1);
            }
        }
        if (colons.isEmpty()) {
            return bytes;
        }
        int start = colons.get(random.nextInt(colons.size()));
        int end = start;
        while (end < bytes.length && ",}]\n".indexOf(bytes[end]) < 0) {
            end++;
        }
        String token = TOKENS.get(random.nextInt(TOKENS.size()));
        return spliced(bytes, start, end, token.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        byte[] flipped = bytes.clone();
        for (int i = 0; i < 1 + random.nextInt(8); i++) {
            flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
        }
        return flipped;
    }

    private static byte[] recoded(byte[] bytes, Random random) {
        Charset charset = List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1)
                .get(random.nextInt(3));
        return new String(bytes, StandardCharsets.UTF_8).getBytes(charset);
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] middle) throws IOException {
        ByteArrayOutputStream spliced = new ByteArrayOutputStream();
        spliced.write(bytes, 0, from);
        spliced.write(middle);
        spliced.write(bytes, to, bytes.length - to);
        return spliced.toByteArray();
    }
}
