package org.autotrainer.domain.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.Suggestion;
import org.autotrainer.domain.training.HeuristicUpdate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that nobody wrote: they are another fact or an {@link IllegalArgumentException}, and nothing else. */
class DamagedBytesTest {
    private static final int FACTS = 50;
    private static final int DAMAGES = 150;

    /** The local source, which is trusted. */
    private static final String LOCAL = "0a" + "6c6f63616c" + "0e" + "74727573746564";

    /** How a lesson of that source begins. */
    private static final String LESSON = "01" + LOCAL;

    @ParameterizedTest
    @EnumSource(FactKind.class)
    void a_fact_that_is_cut_short_is_refused(FactKind kind) {
        long seed = 11;
        RandomFacts facts = new RandomFacts(new Random(seed));
        for (int i = 0; i < FACTS; i++) {
            byte[] bytes = FactCodec.encode(facts.next(kind));
            for (int length = 0; length < bytes.length; length++) {
                byte[] cut = Arrays.copyOf(bytes, length);
                assertThat(decodes(kind, cut))
                        .as("seed %d, fact %d, %d bytes", seed, i, length)
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(FactKind.class)
    void a_fact_with_any_bytes_changed_is_another_fact_or_refused(FactKind kind) {
        long seed = 12;
        Random random = new Random(seed);
        RandomFacts facts = new RandomFacts(random);
        for (int i = 0; i < FACTS; i++) {
            byte[] bytes = FactCodec.encode(facts.next(kind));
            for (int damage = 0; damage < DAMAGES; damage++) {
                decodes(kind, damaged(bytes, random));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(FactKind.class)
    void bytes_by_chance_are_a_fact_or_refused(FactKind kind) {
        Random random = new Random(13);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[1 + random.nextInt(40)];
            random.nextBytes(bytes);
            bytes[0] = 1;
            decodes(kind, bytes);
        }
    }

    @Test
    void suggestions_that_are_cut_short_or_changed_are_refused_or_others() {
        long seed = 14;
        Random random = new Random(seed);
        RandomFacts facts = new RandomFacts(random);
        for (int i = 0; i < FACTS; i++) {
            byte[] bytes = FactCodec.encode(facts.suggestion());
            for (int damage = 0; damage < DAMAGES; damage++) {
                decodesSuggestion(damaged(bytes, random));
            }
            for (int length = 0; length < bytes.length; length++) {
                assertThat(decodesSuggestion(Arrays.copyOf(bytes, length)))
                        .as("seed %d, suggestion %d, %d bytes", seed, i, length)
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0a", "0d", "0e", "0f", "11", "12"})
    void a_count_without_end_is_refused_and_takes_no_memory(String field) {
        String mostElements = "feffffff0f";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> decode(FactKind.LESSON, LESSON + field + mostElements))
                .withMessage("a fact ends too early, after 21 bytes");
    }

    @Test
    void a_text_without_end_is_refused_and_takes_no_memory() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> decode(FactKind.LESSON, LESSON + "01" + "feffffff0f" + "61"))
                .withMessageStartingWith("a text in a fact is cut short");
    }

    @ParameterizedTest
    @ValueSource(strings = {"01", "80808080808080808001"})
    void counts_below_zero_and_above_two_billion_are_refused(String count) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> decode(FactKind.LESSON, LESSON + "0a" + count))
                .withMessageStartingWith("a count in a fact is ");
    }

    @Test
    void a_number_of_more_than_64_bits_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> decode(FactKind.LESSON, LESSON + "02" + "ff".repeat(10) + "01"))
                .withMessageStartingWith("a number in a fact is too long");
    }

    @Test
    void values_that_nest_without_end_are_refused() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(HexFormat.of().parseHex(LESSON + "12" + "02" + "0261"));
        for (int i = 0; i < 1_000_000; i++) {
            bytes.write('l');
            bytes.write(2);
        }

        assertThatIllegalArgumentException()
                .isThrownBy(() -> FactCodec.decode(RandomFacts.AGENT, FactKind.LESSON, bytes.toByteArray()))
                .withMessageStartingWith("a fact nests too deep");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"feffffffffffffffff01" + "00", "ffffffffffffffffff01" + "00", "00" + "01", "00" + "80a8d6b907"})
    void times_out_of_range_are_refused(String secondsAndNanos) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> decode(FactKind.LESSON, LESSON + "13" + secondsAndNanos + "00"))
                .withMessageStartingWith("a time in a fact is ");
    }

    @Test
    void fields_come_in_order_and_once() {
        assertThat(decode(FactKind.LESSON, LESSON + "0402" + "74" + "08" + "00"))
                .isEqualTo(new LessonKept(Evaluation.of("a", "t").success(true).build(), Source.LOCAL));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> decode(FactKind.LESSON, LESSON + "08" + "08" + "00"))
                .withMessage("an evaluation has field 8 after field 8");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> decode(FactKind.LESSON, LESSON + "08" + "0402" + "74" + "00"))
                .withMessage("an evaluation has field 4 after field 8");
    }

    @Test
    void a_newer_format_a_new_field_and_a_new_flag_ask_for_an_upgrade() {
        byte[] suggestion = FactCodec.encode(new HeuristicUpdate("k", "t", "", ""));
        suggestion[0] = 2;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> decode(FactKind.HEURISTIC, "02" + "0000"))
                .withMessage("a fact has format 2, this version knows up to 1: upgrade");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FactCodec.decodeSuggestion(suggestion))
                .withMessage("a fact has format 2, this version knows up to 1: upgrade");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> decode(FactKind.LESSON, LESSON + "14" + "00"))
                .withMessage("an evaluation has a field of number 20, which this version does not know: upgrade");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> decode(FactKind.EVALUATION, "01" + "04" + LOCAL + "00"))
                .withMessage("an evaluation has the flags 4, which this version does not know: upgrade");
    }

    @Test
    void a_flag_is_yes_or_no() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> decode(FactKind.TRAINING, "01" + "0261" + "02"))
                .withMessageStartingWith("a flag in a fact is 2");
    }

    @Test
    void bytes_after_the_end_are_refused() {
        byte[] suggestion = FactCodec.encode(new HeuristicUpdate("k", "t", "", ""));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> decode(FactKind.LESSON, LESSON + "00" + "00"))
                .withMessage("a fact of kind lesson has bytes after its end");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FactCodec.decodeSuggestion(Arrays.copyOf(suggestion, suggestion.length + 1)))
                .withMessage("a fact of kind heuristic_update has bytes after its end");
    }

    @Test
    void what_could_not_have_been_recorded_is_refused() {
        byte[] valid = FactCodec.encode(new LessonKept(
                Evaluation.of("a", "t")
                        .score(1)
                        .suggest(java.util.List.of(Suggestion.of("s")))
                        .build(),
                Source.LOCAL));
        byte[] other = valid.clone();
        other[indexOf(valid, 0x3f)] = 0x7f;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> FactCodec.decode("a", FactKind.LESSON, other))
                .withMessageStartingWith("score is ");
    }

    private static int indexOf(byte[] bytes, int value) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == value) {
                return i;
            }
        }
        throw new AssertionError(HexFormat.of().formatHex(bytes));
    }

    private static Fact decode(FactKind kind, String hex) {
        return FactCodec.decode(RandomFacts.AGENT, kind, HexFormat.of().parseHex(hex));
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        byte[] damaged = bytes.clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            damaged[random.nextInt(damaged.length)] ^=
                    (byte) (random.nextBoolean() ? 1 << random.nextInt(8) : random.nextInt(256));
        }
        return damaged;
    }

    private static boolean decodes(FactKind kind, byte[] bytes) {
        try {
            Fact fact = FactCodec.decode(RandomFacts.AGENT, kind, bytes);
            assertThat(FactCodec.decode(RandomFacts.AGENT, kind, FactCodec.encode(fact)))
                    .as(() -> kind + " " + HexFormat.of().formatHex(bytes))
                    .isEqualTo(fact);
            return true;
        } catch (IllegalArgumentException refused) {
            return false;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError wrong) {
            throw new AssertionError(kind + " " + HexFormat.of().formatHex(bytes), wrong);
        }
    }

    private static boolean decodesSuggestion(byte[] bytes) {
        try {
            FactCodec.decodeSuggestion(bytes).id(RandomFacts.AGENT);
            return true;
        } catch (IllegalArgumentException refused) {
            return false;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError wrong) {
            throw new AssertionError(HexFormat.of().formatHex(bytes), wrong);
        }
    }
}
