package org.autotrainer.domain.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.autotrainer.domain.evaluation.Attempt;
import org.autotrainer.domain.journal.FactCodec;
import org.autotrainer.domain.journal.Receipt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptsTest {
    private static final String AGENT = "default";

    private final List<String> touched = new ArrayList<>();
    private final Receipts receipts = new Receipts(AGENT, touched::add);

    /** Receipts as they are remembered: the oldest first, and whether each is open. */
    private final Map<String, Boolean> known = new LinkedHashMap<>();

    private static Receipt receipt(int number) {
        String task = number % 7 == 0 ? "" : "task-" + number / 3;
        return Given.receipt("receipt-" + number, Attempt.at(AGENT, task), List.of());
    }

    private void add(int number) {
        if (known.size() == Receipts.MOST) {
            known.remove(known.keySet().iterator().next());
        }
        Receipt receipt = receipt(number);
        receipts.add(receipt, FactCodec.encode(receipt));
        known.put(receipt.id(), true);
    }

    private void answer(int number) {
        Receipt receipt = receipt(number);
        receipts.answer(receipt);
        known.computeIfPresent(receipt.id(), (id, open) -> false);
    }

    private void life(Random random) {
        for (int number = 0; number < Receipts.MOST + 3_000; number++) {
            add(number);
            if (random.nextInt(3) == 0) {
                answer(number - random.nextInt(Math.min(number + 1, 40)));
            }
        }
    }

    /** Compares all that is told of every receipt that was ever added. */
    private void assertAsRemembered(Receipts told) {
        for (int number = 0; number < Receipts.MOST + 3_000; number++) {
            Receipt receipt = receipt(number);
            boolean open = known.getOrDefault(receipt.id(), false);
            assertThat(told.knows(receipt.id())).isEqualTo(known.containsKey(receipt.id()));
            assertThat(told.isOpen(receipt.id())).isEqualTo(open);
            assertThat(told.find(receipt.id()).filter(receipt::equals).isPresent())
                    .isEqualTo(open);
        }
    }

    @Test
    void the_last_ten_thousand_are_known_and_open_until_they_are_answered() {
        life(new Random(1));

        assertAsRemembered(receipts);
    }

    @Test
    void from_its_slots_the_same_is_restored_in_whatever_order_they_come() {
        life(new Random(2));
        Receipts restored = new Receipts(AGENT, touched::add);
        List<String> slots = new ArrayList<>(touched.stream().distinct().toList());
        java.util.Collections.shuffle(slots, new Random(3));

        slots.forEach(slot -> restored.restore(receipts.slot(slot)));

        assertAsRemembered(restored);
        restored.add(receipt(20_000), FactCodec.encode(receipt(20_000)));
        assertThat(restored.knows("receipt-3000")).as("the oldest makes room").isFalse();
        assertThat(restored.knows("receipt-3001")).isTrue();
    }

    @Test
    void the_open_ones_of_an_attempt_are_told_oldest_first_except_the_one_that_is_quoted() {
        for (int number = 1; number < 7; number++) {
            add(number);
        }
        long attempt = Attempts.hash(Attempt.at(AGENT, "task-1"));

        assertThat(receipts.others(attempt, "receipt-4")).containsExactly(receipt(3), receipt(5));

        answer(3);

        assertThat(receipts.others(attempt, "")).containsExactly(receipt(4), receipt(5));
    }

    @Test
    void a_receipt_without_a_task_is_of_no_attempt() {
        add(7);

        assertThat(receipts.others(0, "")).isEmpty();
        assertThat(receipts.find("receipt-7")).contains(receipt(7));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Receipts.MOST})
    void a_place_that_the_ring_does_not_have_is_refused(int place) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> receipts.restore(new Slot(Receipts.PREFIX + place, "0\nreceipt-1", Slot.NOTHING)))
                .withMessage("place " + place + " is outside a ring of " + Receipts.MOST);
    }
}
