package org.autotrainer.adapters.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** Spoils the body of a request: what is sent is HTTP, and other JSON than expected, or none. */
final class BodyMutations {
    private static final Pattern VALUE = Pattern.compile(":(\"[^\"]*\"|[0-9.]+|true|\\{[^{}]*}|\\[[^\\[\\]]*])");
    private static final Pattern FIELD = Pattern.compile("\"([a-z_]+)\":");
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "false",
            "0",
            "-1",
            "1.5",
            "\"\"",
            "\"x\"",
            "[]",
            "{}",
            "[null]",
            "[[]]",
            "{\"a\":null}",
            "[1,2]",
            "1e309",
            "-1e309",
            "1e-400",
            "2147483648",
            "9223372036854775808",
            "1E+2147483647",
            "-0",
            "0.1e1",
            "NaN",
            "Infinity",
            "01",
            "+1",
            ".5",
            "1.",
            "0x10",
            "'x'",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\udc00x\"",
            "\"\\uFFFF\"",
            "\"\\x\"",
            "\"\t\"",
            "\"\u202e\"",
            "\"2026-13-41T99:99:99Z\"",
            "\"+999999999-12-31T23:59:59Z\"",
            "undefined",
            "{\"text\":{\"text\":\"x\"}}",
            "[\"a\",[\"b\",[\"c\"]]]",
            "{\"\":{\"\":{\"\":1}}}",
            "/*c*/1",
            "\"unfinished");
    private static final List<String> WHOLE = List.of(
            "",
            " ",
            "null",
            "true",
            "[]",
            "\"x\"",
            "{}",
            "{",
            "}",
            "{}{}",
            "{} x",
            "[{}]",
            "\uFEFF{}",
            "{\"a\"}",
            "{,}",
            "{\"a\":1,}",
            "<xml/>",
            "agent=support",
            "--x\r\n\r\n",
            "\0",
            "{}\0",
            "\n\n\n",
            "{\"\":1}",
            "{\"agent\":1}");

    private final Random random;

    BodyMutations(Random random) {
        this.random = random;
    }

    void mutate(Draft draft) {
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> draft.text(replaced(draft.text(), VALUE, ":" + one(VALUES)));
            case 3 -> draft.text(one(WHOLE));
            case 4 -> draft.text(replaced(draft.text(), VALUE, ":" + large()));
            case 5 -> draft.text(replaced(draft.text(), FIELD, "\"" + name() + "\":"));
            case 6 -> draft.text(twice(draft.text()));
            case 7 -> draft.body = bytes(draft.text());
            case 8 ->
                draft.text(draft.text().substring(0, random.nextInt(draft.text().length())));
            default -> flip(draft.body);
        }
        if (random.nextInt(8) == 0) {
            lines(draft);
        }
        if (random.nextInt(6) == 0) {
            pack(draft);
        }
    }

    private String large() {
        int size = List.of(65, 1_000, 10_000, 100_000).get(random.nextInt(4));
        return switch (random.nextInt(8)) {
            case 0 -> "1" + "0".repeat(400);
            case 1 -> "9".repeat(size);
            case 2 -> "0." + "1".repeat(size);
            case 3 -> "[".repeat(size) + "]".repeat(size);
            case 4 -> "{\"a\":".repeat(size) + "1" + "}".repeat(size);
            case 5 -> "\"" + "a".repeat(size * 3) + "\"";
            case 6 -> "[" + "1,".repeat(size) + "1]";
            default -> "{" + members(size) + "\"z\":1}";
        };
    }

    private static String members(int size) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < size; i++) {
            all.append('"').append('m').append(i).append("\":").append(i).append(',');
        }
        return all.toString();
    }

    private String name() {
        return one(List.of(
                "agent", "task_id", "x", "", "agent\\u0000", "@class", "__proto__", "a".repeat(2_000), "\\ud800"));
    }

    /** The same field a second time, at the top or further in. */
    private String twice(String text) {
        Matcher field = FIELD.matcher(text);
        List<Integer> places = new ArrayList<>();
        while (field.find()) {
            places.add(field.start());
        }
        if (places.isEmpty()) {
            return "{\"a\":1,\"a\":1}";
        }
        int place = places.get(random.nextInt(places.size()));
        field.find(place);
        return text.substring(0, place) + "\"" + field.group(1) + "\":" + one(VALUES) + "," + text.substring(place);
    }

    private byte[] bytes(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        byte[][] wrong = {
            {(byte) 0xC0, (byte) 0x80},
            {(byte) 0xE0, (byte) 0x80, (byte) 0xAF},
            {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
            {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
            {(byte) 0xF8, (byte) 0x88, (byte) 0x80, (byte) 0x80, (byte) 0x80},
            {(byte) 0xFF},
            {(byte) 0x80},
            {0},
            {0x1B, '['}
        };
        return switch (random.nextInt(8)) {
            case 0 -> text.getBytes(StandardCharsets.UTF_16);
            case 1 -> text.getBytes(StandardCharsets.UTF_16LE);
            case 2 -> text.getBytes(StandardCharsets.UTF_16BE);
            default -> {
                int place = 1 + random.nextInt(utf8.length - 1);
                yield Draft.joined(
                        Arrays.copyOf(utf8, place),
                        wrong[random.nextInt(wrong.length)],
                        Arrays.copyOfRange(utf8, place, utf8.length));
            }
        };
    }

    private void flip(byte[] body) {
        for (int i = 0; i <= random.nextInt(4); i++) {
            body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        }
    }

    private void lines(Draft draft) {
        draft.header("Content-Type", "Content-Type: application/x-ndjson");
        byte[] end = {'\n'};
        draft.body = Draft.joined(draft.body, end, end, draft.body, end);
    }

    /** Packs the body: well, or cut off, or damaged, or so that it unpacks to very much. */
    private void pack(Draft draft) {
        draft.headers.add("Content-Encoding: gzip");
        byte[] packed = packed(random.nextInt(6) == 0 ? new byte[random.nextInt(20 << 20)] : draft.body);
        switch (random.nextInt(4)) {
            case 0 -> draft.body = Arrays.copyOf(packed, random.nextInt(packed.length));
            case 1 -> {
                flip(packed);
                draft.body = packed;
            }
            default -> draft.body = packed;
        }
    }

    private static byte[] packed(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private String replaced(String text, Pattern pattern, String by) {
        Matcher place = pattern.matcher(text);
        List<int[]> places = new ArrayList<>();
        while (place.find()) {
            places.add(new int[] {place.start(), place.end()});
        }
        if (places.isEmpty()) {
            return by;
        }
        int[] chosen = places.get(random.nextInt(places.size()));
        return text.substring(0, chosen[0]) + by + text.substring(chosen[1]);
    }

    private String one(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
