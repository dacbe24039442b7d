package org.autotrainer.domain.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

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

    @Test
    void a_tag_and_a_word_of_one_hash_code_are_weighed_the_same_whichever_came_first() {
        String word = wordOf("#vip".hashCode());
        rarity.add(word);
        rarity.add("#vip");
        Rarity turned = new Rarity();
        turned.add("#vip");
        turned.add(word);

        assertThat(rarity.documents("#vip".hashCode()))
                .isEqualTo(turned.documents("#vip".hashCode()))
                .isEqualTo(-2);
    }

    @Test
    @Timeout(60)
    void terms_that_were_made_to_crowd_one_place_keep_their_counts_and_cost_no_more() {
        int inverse = 340573321; // of the factor in the table: hash codes that it makes neighbours of
        List<String> crowd = IntStream.range(0, 500_000)
                .mapToObj(i -> wordOf(inverse * (0x40000000 + i)))
                .toList();
        crowd.forEach(rarity::add);
        rarity.add(crowd.get(0));
        rarity.add(crowd.get(499_999));

        assertThat(rarity.documents(crowd.get(0).hashCode())).isEqualTo(2);
        assertThat(rarity.documents(crowd.get(1).hashCode())).isEqualTo(1);
        assertThat(rarity.documents(crowd.get(499_999).hashCode())).isEqualTo(2);
    }

    /** A word that has a hash code: its letters are the digits of a number to base 31. */
    private static String wordOf(int hash) {
        char[] letters = "\u0430".repeat(7).toCharArray();
        long rest = Integer.toUnsignedLong(hash - new String(letters).hashCode());
        for (int i = letters.length - 1; rest > 0; i--, rest /= 31) {
            letters[i] += (char) (rest % 31);
        }
        return new String(letters);
    }
}
