package org.autotrainer.domain.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RarityTest {
    private final Rarity rarity = new Rarity();

    @Test
    void each_term_has_as_many_documents_as_were_told_however_many_terms_there_are() {
        for (int i = 0; i < 3_000; i++) {
            for (int times = 0; times <= i % 4; times++) {
                rarity.add("term-" + i);
            }
        }

        assertThat(IntStream.range(0, 3_000).map(i -> rarity.documents(("term-" + i).hashCode())))
                .containsExactlyElementsOf(
                        IntStream.range(0, 3_000).map(i -> 1 + i % 4).boxed().toList());
    }

    @Test
    void a_term_that_nobody_told_of_has_none() {
        rarity.add("parcel");

        assertThat(rarity.documents("letter".hashCode())).isZero();
    }

    @Test
    void tags_count_below_zero() {
        rarity.add("#refund");
        rarity.add("#refund");

        assertThat(rarity.documents("#refund".hashCode())).isEqualTo(-2);
    }

    @Test
    void terms_with_one_hash_code_count_together() {
        rarity.add("Aa");
        rarity.add("BB");

        assertThat(rarity.documents("Aa".hashCode())).isEqualTo(2);
    }
}
