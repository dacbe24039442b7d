package org.autotrainer.domain.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Free-form objects: copied deep, and made of a few plain types. */
class FreeFormTest {
    @Test
    void a_copy_does_not_change_with_its_original() {
        List<Object> list = new ArrayList<>(List.of("a"));
        Map<String, Object> inner = new LinkedHashMap<>(Map.of("list", list));
        Map<String, Object> outer = new LinkedHashMap<>(Map.of("inner", inner));

        Map<String, Object> copy = FreeForm.copyOf("metadata", outer);
        list.add("b");
        inner.put("new", 1);
        outer.clear();

        assertThat(copy).isEqualTo(Map.of("inner", Map.of("list", List.of("a"))));
    }

    @Test
    void nothing_in_a_copy_can_be_changed() {
        Map<String, Object> copy = FreeForm.copyOf("metadata", Map.of("list", List.of(Map.of("a", 1))));
        List<?> list = (List<?>) copy.get("list");
        Map<?, ?> inner = (Map<?, ?>) list.get(0);

        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> copy.put("b", 2));
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> list.remove(0));
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> inner.remove("a"));
    }

    @Test
    void names_keep_their_order_on_every_level() {
        Map<String, Object> inner = new LinkedHashMap<>();
        Map<String, Object> outer = new LinkedHashMap<>();
        for (String name : List.of("z", "a", "m", "é", "0")) {
            inner.put(name, 1);
            outer.put(name, inner);
        }

        Map<String, Object> copy = FreeForm.copyOf("metadata", outer);

        assertThat(copy.keySet()).containsExactly("z", "a", "m", "é", "0");
        assertThat(copy.values())
                .allSatisfy(value -> assertThat(((Map<?, ?>) value).keySet())
                        .map(String::valueOf)
                        .containsExactly("z", "a", "m", "é", "0"));
    }

    @Test
    void whole_numbers_become_long_and_others_double() {
        Map<String, Object> numbers = new LinkedHashMap<>();
        numbers.put("byte", (byte) 1);
        numbers.put("short", (short) -2);
        numbers.put("int", Integer.MIN_VALUE);
        numbers.put("long", Long.MAX_VALUE);
        numbers.put("big", BigInteger.valueOf(Long.MIN_VALUE));
        numbers.put("float", 0.5f);
        numbers.put("double", 0.1);
        numbers.put("decimal", new BigDecimal("0.1"));

        assertThat(FreeForm.copyOf("metadata", numbers).values())
                .containsExactly(1L, -2L, (long) Integer.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, 0.5, 0.1, 0.1);
    }

    @Test
    void null_text_and_truth_stay_as_they_are() {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("null", null);
        plain.put("list", Arrays.asList(null, true, "", "text"));

        assertThat(FreeForm.copyOf("metadata", plain)).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void numbers_must_be_finite(double number) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> FreeForm.copyOf("metadata", Map.of("x", List.of(number))))
                .withMessage("metadata holds " + number + "; allowed are finite numbers");
    }

    @Test
    void decimals_beyond_the_range_of_double_are_refused() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> FreeForm.copyOf("metadata", Map.of("x", new BigDecimal("1e400"))));
    }

    @Test
    void integers_of_more_than_64_bits_are_refused_without_printing_them() {
        BigInteger long64 = BigInteger.ONE.shiftLeft(63);

        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> FreeForm.copyOf("metadata", Map.of("x", long64)))
                .withMessage("metadata holds an integer of 65 bits; allowed are integers of up to 64 bits");
    }

    @Test
    void other_types_are_refused() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> FreeForm.copyOf("tools.parameters", Map.of("x", Instant.EPOCH)))
                .withMessage("tools.parameters holds a Instant; allowed are texts, booleans, numbers, null, lists and"
                        + " objects");
    }

    @Test
    void names_that_are_no_texts_are_refused() {
        Map<Object, Object> numbered = new HashMap<>();
        numbered.put(1, "one");
        Map<Object, Object> unnamed = new HashMap<>();
        unnamed.put(null, "none");

        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> FreeForm.copyOf("metadata", Map.of("x", numbered)))
                .withMessage("metadata has the name 1; allowed are texts");
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> FreeForm.copyOf("metadata", Map.of("x", unnamed)))
                .withMessage("metadata has the name null; allowed are texts");
    }

    @Test
    void names_and_texts_are_transcripts() {
        assertThat(FreeForm.copyOf("metadata", Map.of("a\u001b", "\r\n"))).isEqualTo(Map.of("a\u001b", "\r\n"));
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> FreeForm.copyOf("metadata", Map.of("a", List.of("\u0000"))))
                .withMessageStartingWith("metadata holds a control character U+0000");
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> FreeForm.copyOf("metadata", Map.of("\ud800", 1)))
                .withMessageStartingWith("metadata holds an unpaired surrogate U+D800");
    }

    @Test
    void parameters_are_numbers_texts_and_truth_values_only() {
        Map<String, Object> withNull = new HashMap<>();
        withNull.put("seed", null);

        assertThat(FreeForm.scalars("parameters", Map.of("a", 1))).isEqualTo(Map.of("a", 1L));
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> FreeForm.scalars("parameters", Map.of("stop", List.of())))
                .withMessage("parameters.stop is a list; allowed are a number, a text or a boolean");
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> FreeForm.scalars("parameters", Map.of("stop", Map.of())))
                .withMessage("parameters.stop is an object; allowed are a number, a text or a boolean");
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> FreeForm.scalars("parameters", withNull))
                .withMessage("parameters.seed is null; allowed are a number, a text or a boolean");
    }
}
