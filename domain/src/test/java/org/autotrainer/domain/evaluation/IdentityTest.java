package org.autotrainer.domain.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Ids from content: they stand in journals and must never change. */
class IdentityTest {
    @Test
    void ids_are_those_of_the_first_release() {
        assertThat(Identity.of("heuristic").id()).isEqualTo("eac0212b3b41a87c64b2faeb62670cee");
        assertThat(Identity.of("heuristic").text("a").text("").id()).isEqualTo("f615b190700100b0bcc612b1f49d1fdf");
        assertThat(Identity.of("suggestion")
                        .text("é👍")
                        .number(-1)
                        .bytes(new byte[] {1, -1})
                        .id())
                .isEqualTo("974cc152aef7fa09a9344611b3425d39");
        assertThat(Identity.of("task").text("t1").hash()).isEqualTo(-2230813096444011522L);
    }

    @Test
    void parts_are_not_mixed_up_with_their_neighbours() {
        assertThat(Identity.of("k").text("ab").text("c").id())
                .isNotEqualTo(Identity.of("k").text("a").text("bc").id());
        assertThat(Identity.of("k").text("").text("a").id())
                .isNotEqualTo(Identity.of("k").text("a").text("").id());
        assertThat(Identity.of("k").text("").id()).isNotEqualTo(Identity.of("k").id());
    }

    @Test
    void ids_of_different_kinds_never_meet() {
        assertThat(Identity.of("heuristic").text("a").id())
                .isNotEqualTo(Identity.of("suggestion").text("a").id());
    }

    @Test
    void a_text_counts_by_its_bytes() {
        assertThat(Identity.of("k").text("é").id())
                .isEqualTo(Identity.of("k")
                        .bytes("é".getBytes(StandardCharsets.UTF_8))
                        .id());
    }

    @Test
    void an_id_is_32_hexadecimal_digits_and_begins_as_its_hash() {
        String id = Identity.of("k").text("x").id();

        assertThat(id).matches("[0-9a-f]{32}");
        assertThat(id.substring(0, 16))
                .isEqualTo(HexFormat.of().toHexDigits(Identity.of("k").text("x").hash()));
    }

    @Test
    void bytes_are_told_in_digits() {
        assertThat(Identity.hex(new byte[] {0, 15, 16, -1, 7}, 4)).isEqualTo("000f10ff");
    }
}
