package org.autotrainer.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
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
    private static final int LAST_LETTER = 0x3ffff;

    @Test
    void every_code_point_has_the_same_normal_form() {
        assertThat(hash(digest -> eachPoint(Character.MAX_CODE_POINT, point -> add(
                        digest, NormalForm.of("a" + point + "b " + point + "\u0301 " + point + point)))))
                .isEqualTo("aaa8e3bca8b4f983a2fa8b7e03096e2da1b4c83c8619ad1b982ed93dffc3db37");
    }

    @Test
    void every_letter_gives_the_same_terms() {
        assertThat(hash(digest -> eachPoint(LAST_LETTER, point -> {
                    add(digest, Terms.of("walking" + point + "航空").toString());
                    add(digest, Terms.tag(point));
                })))
                .isEqualTo("03f331086a9841155c33d062a0a1120261b89b6b58e89c9e4c0b9026fd523292");
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
        assertThat(NormalForm.of("a\ud833\udcd6b")).as("an outlined A of Unicode 16").isEqualTo("a b");
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

    private static void eachPoint(int last, Consumer<String> action) {
        for (int point = 0; point <= last; point++) {
            if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
                action.accept(Character.toString(point));
            }
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
