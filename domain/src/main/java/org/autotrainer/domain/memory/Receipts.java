package org.autotrainer.domain.memory;

import java.util.ArrayList;
import java.util.Collections;
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
    private final Ring<String, Kept> ring = new Ring<>(MOST);
    private final Bodies bodies = new Bodies();
    private final Map<Long, List<String>> open = new HashMap<>();

    Receipts(String agent, Consumer<String> touch) {
        this.agent = agent;
        this.touch = touch;
    }

    /**
     * A receipt as it is kept.
     *
     * @param attempt the hash of the attempt that it was for
     * @param body its bytes; none when it is answered
     */
    private record Kept(long attempt, Bodies.Body body) {}

    /** Takes in a receipt whose id is new. */
    void add(Receipt receipt, byte[] body) {
        ring.oldest().filter(oldest -> !oldest.value().body.isEmpty()).ifPresent(this::close);
        long attempt = Attempts.hash(receipt.attempt());
        Kept kept = new Kept(attempt, bodies.add(body));
        touch.accept(PREFIX + ring.add(receipt.id(), kept).slot());
        remember(receipt.id(), attempt);
    }

    boolean knows(String id) {
        return ring.has(id);
    }

    /** A receipt that was not answered yet. */
    Optional<Receipt> find(String id) {
        return ring.find(id).flatMap(this::receipt);
    }

    /** Whether a receipt was not answered yet. */
    boolean isOpen(String id) {
        return ring.find(id).filter(place -> !place.value().body.isEmpty()).isPresent();
    }

    /** The ids of an attempt's receipts that were not answered yet, oldest first. */
    List<String> of(long attempt) {
        return Collections.unmodifiableList(open.getOrDefault(attempt, List.of()));
    }

    /** Says that a receipt was answered. */
    void answer(Receipt receipt) {
        ring.find(receipt.id()).ifPresent(place -> {
            close(place);
            ring.replace(place, new Kept(place.value().attempt, Bodies.Body.NONE));
            touch.accept(PREFIX + place.slot());
        });
    }

    private Optional<Receipt> receipt(Ring.Place<String, Kept> place) {
        Bodies.Body body = place.value().body;
        return body.isEmpty() ? Optional.empty() : Optional.of(FactCodec.decodeReceipt(agent, body.bytes()));
    }

    private void close(Ring.Place<String, Kept> place) {
        forget(place.key(), place.value().attempt);
        bodies.remove(place.value().body);
    }

    private void remember(String id, long attempt) {
        if (attempt != 0) {
            open.computeIfAbsent(attempt, any -> new ArrayList<>()).add(id);
        }
    }

    private void forget(String id, long ofAttempt) {
        open.computeIfPresent(ofAttempt, (attempt, ids) -> {
            ids.remove(id);
            return ids.isEmpty() ? null : ids;
        });
    }

    Slot slot(String name) {
        Ring.Place<String, Kept> place = ring.at(Slot.number(name));
        return new Slot(
                name, place.order() + "\n" + place.key(), place.value().body.bytes());
    }

    void restore(Slot slot) {
        List<String> lines = slot.lines();
        byte[] body = slot.body();
        long attempt = body.length == 0
                ? 0
                : Attempts.hash(FactCodec.decodeReceipt(agent, body).attempt());
        ring.restore(new Ring.Place<>(
                Slot.number(slot.name()),
                Long.parseLong(lines.get(0)),
                lines.get(1),
                new Kept(attempt, bodies.add(body))));
    }

    /** Brings what was restored into its order. */
    void restored() {
        ring.all().stream()
                .filter(place -> !place.value().body.isEmpty())
                .forEach(place -> remember(place.key(), place.value().attempt));
    }
}
