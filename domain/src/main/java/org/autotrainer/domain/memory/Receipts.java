package org.autotrainer.domain.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.autotrainer.domain.journal.FactCodec;
import org.autotrainer.domain.journal.Receipt;
import org.autotrainer.domain.learning.Ring;

/** The last receipts of an agent, by id and by attempt; the bytes of one are dropped when it is answered. Working state. */
final class Receipts {
    static final String PREFIX = "receipt:";
    static final int MOST = 10_000;

    private final String agent;
    private final Consumer<String> touch;
    private final Ring<String, byte[]> ring = new Ring<>(MOST);
    private final Map<Long, List<String>> open = new HashMap<>();

    Receipts(String agent, Consumer<String> touch) {
        this.agent = agent;
        this.touch = touch;
    }

    /** Takes in a receipt whose id is new. */
    void add(Receipt receipt) {
        ring.oldest().map(this::receipt).ifPresent(oldest -> oldest.ifPresent(this::forget));
        touch.accept(PREFIX + ring.add(receipt.id(), FactCodec.encode(receipt)).slot());
        remember(receipt);
    }

    boolean knows(String id) {
        return ring.has(id);
    }

    /** A receipt that was not answered yet. */
    Optional<Receipt> find(String id) {
        return ring.find(id).flatMap(this::receipt);
    }

    /** The receipts of an attempt that were not answered yet, oldest first. */
    List<Receipt> of(long attempt) {
        return open.getOrDefault(attempt, List.of()).stream()
                .map(id -> find(id).orElseThrow())
                .toList();
    }

    /** Says that a receipt was answered. */
    void answer(Receipt receipt) {
        forget(receipt);
        ring.find(receipt.id()).ifPresent(place -> {
            ring.replace(place, Slot.NOTHING);
            touch.accept(PREFIX + place.slot());
        });
    }

    private Optional<Receipt> receipt(Ring.Place<String, byte[]> place) {
        return place.value().length == 0
                ? Optional.empty()
                : Optional.of(FactCodec.decodeReceipt(agent, place.value()));
    }

    private void remember(Receipt receipt) {
        long attempt = Attempts.hash(receipt.attempt());
        if (attempt != 0) {
            open.computeIfAbsent(attempt, any -> new ArrayList<>()).add(receipt.id());
        }
    }

    private void forget(Receipt receipt) {
        open.computeIfPresent(Attempts.hash(receipt.attempt()), (attempt, ids) -> {
            ids.remove(receipt.id());
            return ids.isEmpty() ? null : ids;
        });
    }

    Slot slot(String name) {
        Ring.Place<String, byte[]> place = ring.at(Slot.number(name));
        return new Slot(name, place.order() + "\n" + place.key(), place.value());
    }

    void restore(Slot slot) {
        List<String> lines = slot.lines();
        ring.restore(
                new Ring.Place<>(Slot.number(slot.name()), Long.parseLong(lines.get(0)), lines.get(1), slot.body()));
    }

    /** Brings what was restored into its order. */
    void restored() {
        ring.all().forEach(place -> receipt(place).ifPresent(this::remember));
    }
}
