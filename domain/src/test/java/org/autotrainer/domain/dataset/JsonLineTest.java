package org.autotrainer.domain.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.autotrainer.domain.dataset.check.StrictJson;
import org.autotrainer.domain.evaluation.Identity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonLineTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0.0",
        "-0.0, -0.0",
        "1, 1.0",
        "-1, -1.0",
        "0.1, 0.1",
        "0.30000000000000004, 0.30000000000000004",
        "100, 100.0",
        "123456789012, 123456789012.0",
        "1e20, 100000000000000000000.0",
        "1e21, 1.0E21",
        "-1.5e300, -1.5E300",
        "0.0000001, 0.0000001",
        "0.00000001, 1.0E-8",
        "2e-3, 0.002",
        "2.2250738585072014e-308, 2.2250738585072014E-308",
        "4.9e-324, 5.0E-324",
        "1.7976931348623157e308, 1.7976931348623157E308"
    })
    void doubles_show_the_fewest_digits_that_read_back(double number, String text) {
        assertThat(JsonLine.of(Map.of("n", number))).isEqualTo("{\"n\":" + text + "}");
    }

    @Test
    void doubles_read_back_as_the_same_number() {
        Random random = new Random(20261122);
        for (int i = 0; i < 50_000; i++) {
            double number = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(number)) {
                Object read =
                        StrictJson.object(JsonLine.of(Map.of("n", number))).get("n");
                assertThat(Double.doubleToLongBits((Double) read)).isEqualTo(Double.doubleToLongBits(number));
            }
        }
    }

    @Test
    void doubles_have_no_more_digits_than_the_platform_gives_them() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            double number = i % 2 == 0 ? random.nextDouble() : Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(number)) {
                assertThat(digits(JsonLine.number(number))).isLessThanOrEqualTo(digits(Double.toString(number)));
            }
        }
    }

    @Test
    void doubles_print_alike_on_every_java() {
        Random random = new Random(11);
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            all.append(JsonLine.number(random.nextDouble())).append(' ');
            all.append(JsonLine.number((random.nextInt(2_000_000) - 1_000_000) / 1_000.0))
                    .append(' ');
        }
        byte[] sum = Identity.sha256().digest(all.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(Identity.hex(sum, 8)).isEqualTo("ccd0d8493628b9ac");
    }

    @Test
    void objects_read_back_as_they_were() {
        Random random = new Random(3);
        for (int i = 0; i < 2_000; i++) {
            Map<String, Object> object = new LinkedHashMap<>();
            for (int key = random.nextInt(5); key > 0; key--) {
                object.put(text(random), value(random, 4));
            }
            String line = JsonLine.of(object);
            assertThat(StrictJson.object(line)).isEqualTo(object);
            assertThat(List.copyOf(StrictJson.object(line).keySet())).isEqualTo(List.copyOf(object.keySet()));
            assertThat(line.chars()).allMatch(c -> c >= 0x20 && c != 0x2028 && c != 0x2029 && c != 0x85);
        }
    }

    @Test
    void control_characters_and_line_ends_of_unicode_are_escaped() {
        assertThat(JsonLine.of(Map.of("t", "a\"b\\c\n\t\r\b\f\u0001\u007f\u0085\u2028\u2029é😀/")))
                .isEqualTo("{\"t\":\"a\\\"b\\\\c\\n\\t\\r\\b\\f\\u0001\\u007f\\u0085\\u2028\\u2029é😀/\"}");
    }

    @Test
    void unpaired_surrogates_are_replaced() {
        assertThat(JsonLine.of(Map.of("t", "a\ud83dz\ude00\ud83d"))).isEqualTo("{\"t\":\"a\ufffdz\ufffd\ufffd\"}");
    }

    @Test
    void empty_objects_and_lists_and_null_have_a_form() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("o", Map.of());
        object.put("l", List.of());
        object.put("n", null);
        object.put("i", 7);
        object.put("b", true);
        assertThat(JsonLine.of(object)).isEqualTo("{\"o\":{},\"l\":[],\"n\":null,\"i\":7,\"b\":true}");
    }

    @Test
    void what_json_cannot_say_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> JsonLine.of(Map.of("n", Double.NaN)));
        assertThatIllegalArgumentException().isThrownBy(() -> JsonLine.of(Map.of("n", Double.NEGATIVE_INFINITY)));
        assertThatIllegalArgumentException().isThrownBy(() -> JsonLine.of(Map.of("n", new StringBuilder())));
    }

    private static int digits(String number) {
        return number.replaceFirst("E.*", "")
                .replaceAll("[^0-9]", "")
                .replaceAll("^0+|0+$", "")
                .length();
    }

    private static Object value(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 5 : 7)) {
            case 0 -> random.nextLong();
            case 1 -> (double) random.nextInt(1_000) / 8;
            case 2 -> random.nextBoolean();
            case 3, 4 -> text(random);
            case 5 -> {
                List<Object> list = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    list.add(random.nextInt(9) == 0 ? null : value(random, depth - 1));
                }
                yield list;
            }
            default -> {
                Map<String, Object> object = new LinkedHashMap<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    object.put(text(random), value(random, depth - 1));
                }
                yield object;
            }
        };
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int[] points = {'a', '"', '\\', '\n', 0, 0x1f, 0x7f, 0x9f, 0x2028, 0x1f600, 0xe9, '/', ' '};
        for (int i = random.nextInt(6); i > 0; i--) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }
}
