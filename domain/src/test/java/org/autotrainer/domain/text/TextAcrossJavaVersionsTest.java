package org.autotrainer.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.autotrainer.domain.evaluation.Identity;
import org.junit.jupiter.api.Test;

/**
 * Text means the same on every Java version, whatever Unicode it knows: ids and state hashes stand on it.
 *
 * <p>The hashes were taken on Java 17 and are the same on Java 25.
 */
class TextAcrossJavaVersionsTest {
    private static final int BLOCK = 0x100;

    @Test
    void every_code_point_has_the_same_normal_form() {
        assertThat(hash(digest -> eachBlock(block -> {
                    StringBuilder text = new StringBuilder();
                    block.forEach(point -> text.append("a" + point + "b " + point + "\u0301 " + point + point + " "));
                    add(digest, NormalForm.of(text.toString()));
                })))
                .isEqualTo("d36281b8b7188f0ecd6b4d011f30401d2f328a89e376e90cd7df91e0ba19062b");
    }

    @Test
    void every_code_point_gives_the_same_terms() {
        assertThat(hash(digest -> eachBlock(block -> {
                    StringBuilder text = new StringBuilder();
                    block.forEach(point -> text.append("walking" + point + "航空 "));
                    add(digest, Terms.of(text.toString()).toString());
                })))
                .isEqualTo("70f4544b861c4bde0ffb7844f82b3541926a215879294206527d3372bb04fa90");
    }

    @Test
    void every_letter_gives_the_same_tag() {
        assertThat(hash(digest -> eachBlock(block -> block.stream()
                        .filter(point -> Character.isLetter(point.codePointAt(0)))
                        .filter(point -> !NormalForm.of(point).isEmpty())
                        .forEach(point -> add(digest, Terms.tag(point))))))
                .isEqualTo("11cff09c7ced6de87d0514bed81800d9f5f7a12d8f1585175d49a114fe239415");
    }

    @Test
    void sequences_of_code_points_have_the_same_normal_form() {
        Random random = new Random(1);
        assertThat(hash(digest -> {
                    for (int i = 0; i < 100_000; i++) {
                        add(digest, NormalForm.of(RandomTexts.anything(random, 12)));
                    }
                }))
                .isEqualTo("e512b4f2cd5ec62db79feeeb30587f77361e9d0a59af2f91dbfc9a68ae07025f");
    }

    @Test
    void letters_with_marks_are_composed_alike() {
        Random random = new Random(2);
        assertThat(hash(digest -> {
                    for (int letter = 0x20; letter < 0x3100; letter++) {
                        for (int i = 0; i < 20; i++) {
                            add(digest, NormalForm.of(marked(letter, random)));
                        }
                    }
                }))
                .isEqualTo("f9a12aa89d7913bac57b886143952e624cd47340124599bf6b44cd229f48f0b3");
    }

    @Test
    void what_came_after_unicode_13_parts_words() {
        assertThat(NormalForm.of("a\u0870b")).as("a letter of Unicode 14").isEqualTo("a b");
        assertThat(NormalForm.of("a\ud81b\udd40b")).as("a letter of Unicode 16").isEqualTo("a b");
        assertThat(NormalForm.of("a\ud833\udcd6b"))
                .as("an outlined A of Unicode 16")
                .isEqualTo("a b");
        assertThat(NormalForm.of("a\ud88e\udc00b")).as("an ideograph to come").isEqualTo("a b");
    }

    @Test
    void what_unicode_13_has_is_known() {
        assertThat(NormalForm.of("\u08be\ua7ca\ud884\udf4a")).isEqualTo("\u08be\ua7ca\ud884\udf4a");
    }

    private static String marked(int letter, Random random) {
        StringBuilder text = new StringBuilder().appendCodePoint(letter);
        for (int marks = random.nextInt(1, 5); marks > 0; marks--) {
            text.appendCodePoint(random.nextInt(4) == 0 ? random.nextInt(0x590, 0xe80) : random.nextInt(0x300, 0x370));
        }
        return text.toString();
    }

    /** Shows all code points, so many at once. */
    private static void eachBlock(Consumer<List<String>> action) {
        for (int first = 0; first <= Character.MAX_CODE_POINT; first += BLOCK) {
            List<String> block = new ArrayList<>();
            for (int point = first; point < first + BLOCK; point++) {
                if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
                    block.add(Character.toString(point));
                }
            }
            action.accept(block);
        }
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static String hash(Consumer<MessageDigest> adding) {
        MessageDigest digest = Identity.sha256();
        adding.accept(digest);
        return HexFormat.of().formatHex(digest.digest());
    }
}
