package org.autotrainer.domain.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether two texts are the same advice in other words. */
class WordingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Look up the order before promising a refund | Look up the order before you promise a refund",
                "Always verify the booking ID | Verify booking IDs",
                "Always verify the Booking ID of the Order | always verify the booking id of the order",
                "Then ask the Airline for the Booking Code | Then ask the Airline about the Booking Code",
                "Run the tests before committing | Run all tests before you commit",
                "Ask for the travel date first | First ask for the date of travel",
                "Quote the fare rules when cancelling | When you cancel, quote the fare rule",
                "Überprüfe die Buchungsnummer vor der Erstattung | Überprüfe vor der Erstattung die Buchungsnummer",
                "Vérifie le numéro de réservation | Vérifie les numéros de réservation",
                "Проверьте номер бронирования заранее | Заранее проверьте номер бронирования",
                "退款前请先核对订单号码 | 请先核对订单号码退款前"
            })
    void the_same_in_other_words_is_the_same(String one, String other) {
        assertThat(isSame(one, other)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Cancel within 24 hours of booking | Cancel within 48 hours of booking",
                "Refund up to $20 without asking | Refund up to $50 without asking",
                "Retry the request 3 times | Retry the request three times",
                "Show the total in the report | Never show the total in the report",
                "Refund the order for late parcels | Do not refund the order for late parcels",
                "Refund the order for late parcels | Don't refund the order for late parcels",
                "Commit with the failing tests | Commit without the failing tests",
                "Erstatte die Bestellung sofort | Erstatte die Bestellung nicht sofort",
                "Rembourse la commande aussitôt | Ne rembourse jamais la commande aussitôt",
                "Reembolsa el pedido en seguida | Nunca reembolsa el pedido en seguida",
                "Верните деньги сразу клиенту | Не верните деньги сразу клиенту",
                "Betala tillbaka ordern direkt | Betala inte tillbaka ordern direkt",
                "Call load_config() at the start of the run | Call save_state() at the start of the run",
                "Use user_id as the key of the table | Use order_id as the key of the table",
                "Validate the form before submitting it | Validate the form after submitting it",
                "Sort the rows by date ascending | Sort the rows by date descending",
                "Take the first match of the list | Take the last match of the list",
                "Increase the timeout of the client | Decrease the timeout of the client",
                "Enable the cache for the build | Disable the cache for the build",
                "Read more about the Missouri Compromise before you answer again | Read more about the Warsaw Festival before you answer again",
                "Return null when the list is missing | Return empty when the list is missing",
                "Compare the words in uppercase letters | Compare the words in lowercase letters",
                "Take the rows at even places of the table | Take the rows at odd places of the table",
                "Return the sum of the numbers in the list | Return the product of the numbers in the list",
                "Tell the traveller the arrival time of the train | Tell the traveller the departure time of the train"
            })
    void what_looks_alike_and_means_something_else_is_kept_apart(String one, String other) {
        assertThat(Wording.of(one).likeness(Wording.of(other)))
                .as("they look alike")
                .isGreaterThan(.5);
        assertThat(Wording.of(one).contradicts(Wording.of(other))).isTrue();
    }

    @Test
    void a_text_that_names_both_sides_contradicts_neither() {
        Wording both = Wording.of("Validate the form before and after submitting it");

        assertThat(both.contradicts(Wording.of("Validate the form before submitting it")))
                .isFalse();
        assertThat(both.contradicts(Wording.of("Validate the form after submitting it")))
                .isFalse();
    }

    @Test
    void half_of_the_identifiers_in_common_is_enough() {
        assertThat(Wording.of("Call load_config() and save_state()").contradicts(Wording.of("Call load_config()")))
                .isFalse();
        assertThat(Wording.of("Call load_config()").contradicts(Wording.of("Call it")))
                .isTrue();
    }

    @Test
    void two_texts_are_at_least_as_alike_as_their_likeness_says() {
        Random random = new Random(7);
        int alike = 0;
        for (int round = 0; round < 20_000; round++) {
            Wording one = Wording.of(RandomTexts.sentence(random, 12));
            Wording other = Wording.of(RandomTexts.sentence(random, 12));
            double likeness = one.likeness(other);
            double least = random.nextBoolean() ? likeness : random.nextDouble();
            boolean isLike = likeness >= least && likeness > 0;
            assertThat(one.isLike(other, Math.max(least, Double.MIN_VALUE)))
                    .as("%s, at least %s", likeness, least)
                    .isEqualTo(isLike);
            alike += isLike ? 1 : 0;
        }
        assertThat(alike).isBetween(4_000, 16_000);
    }

    @Test
    void likeness_and_contradiction_are_the_same_both_ways() {
        long seed = 8;
        Random random = new Random(seed);
        for (int i = 0; i < 3_000; i++) {
            Wording one = Wording.of(text(random));
            Wording other = Wording.of(text(random));

            assertThat(one.likeness(other))
                    .as("seed %d, pair %d", seed, i)
                    .isEqualTo(other.likeness(one))
                    .isBetween(0.0, 1.0);
            assertThat(one.contradicts(other)).isEqualTo(other.contradicts(one));
            assertThat(one.contradicts(one)).isFalse();
        }
    }

    @Test
    void a_text_is_wholly_like_itself_and_like_nothing_where_there_are_no_terms() {
        assertThat(Wording.of("Verify the ID").likeness(Wording.of("verify THE id!")))
                .isCloseTo(1, within(1e-12));
        assertThat(Wording.of("👍").likeness(Wording.of("👍"))).isZero();
        assertThat(Wording.of("").likeness(Wording.of("Verify the ID"))).isZero();
    }

    private static String text(Random random) {
        return random.nextBoolean() ? RandomTexts.sentence(random, 8) : RandomTexts.anything(random, 40);
    }

    private static boolean isSame(String one, String other) {
        Wording wording = Wording.of(one);
        Wording second = Wording.of(other);
        return wording.likeness(second) >= Wording.SAME && !wording.contradicts(second);
    }
}
