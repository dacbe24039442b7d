package org.autotrainer.domain.memory;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.autotrainer.domain.journal.FactCodec;
import org.autotrainer.domain.journal.Receipt;
import org.autotrainer.domain.learning.Support;

/**
 * The last receipts of an agent, by id and by attempt; the bytes of one are dropped when it is answered. Working state of the fold.
 *
 * <p>A ring of places that lies in arrays, with no object for a receipt: many come, live for as long as ten thousand others take,
 * and go.
 */
final class Receipts {
    static final String PREFIX = "receipt:";
    static final int MOST = 10_000;

    private final String agent;
    private final Consumer<String> touch;
    private final Bodies names = new Bodies();
    private final Bodies bodies = new Bodies();
    /** All receipts by the hash of their id. */
    private final Places byId = new Places();
    /** Those that were not answered yet by the hash of their attempt, unless that names no task. */
    private final Places byAttempt = new Places();

    /** By place: how many were added before it, and the numbers of its id and of its bytes, which are none once it is answered. */
    private long[] orders = new long[16];

    private long[] ids = none(16);
    private long[] open = none(16);
    private long added;

    Receipts(String agent, Consumer<String> touch) {
        this.agent = agent;
        this.touch = touch;
    }

    /** Takes in a receipt whose id is new; the oldest is gone when all places are taken. */
    void add(Receipt receipt, byte[] body) {
        int place = (int) (added % MOST);
        put(place, added, receipt.id(), body, Attempts.hash(receipt.attempt()));
        touch.accept(PREFIX + place);
    }

    private void put(int place, long order, String id, byte[] body, long attempt) {
        if (place >= ids.length) {
            grow(Math.max(place + 1, Math.min(MOST, 2 * ids.length)));
        }
        if (ids[place] != Bodies.NONE) {
            close(place);
            byId.remove(place);
            names.remove(ids[place]);
        }
        orders[place] = order;
        ids[place] = names.add(bytes(id));
        open[place] = bodies.add(body);
        byId.put(place, Support.hash(id));
        if (attempt != 0) {
            byAttempt.put(place, attempt);
        }
        added = Math.max(added, order + 1);
    }

    private void grow(int length) {
        int before = ids.length;
        orders = Arrays.copyOf(orders, length);
        ids = Arrays.copyOf(ids, length);
        open = Arrays.copyOf(open, length);
        Arrays.fill(ids, before, length, Bodies.NONE);
        Arrays.fill(open, before, length, Bodies.NONE);
    }

    private static long[] none(int length) {
        long[] none = new long[length];
        Arrays.fill(none, Bodies.NONE);
        return none;
    }

    private static byte[] bytes(String id) {
        return id.getBytes(StandardCharsets.UTF_8);
    }

    private OptionalInt place(String id) {
        byte[] name = bytes(id);
        return byId.of(Support.hash(id))
                .filter(place -> names.holds(ids[place], name))
                .findFirst();
    }

    boolean knows(String id) {
        return place(id).isPresent();
    }

    /** A receipt that was not answered yet. */
    Optional<Receipt> find(String id) {
        return place(id).stream().filter(this::isOpen).mapToObj(this::receipt).findFirst();
    }

    /** Whether a receipt was not answered yet. */
    boolean isOpen(String id) {
        return place(id).stream().anyMatch(this::isOpen);
    }

    private boolean isOpen(int place) {
        return open[place] != Bodies.NONE;
    }

    /** The receipts of an attempt that were not answered yet, oldest first, except one. */
    List<Receipt> others(long attempt, String except) {
        byte[] name = bytes(except);
        return byAttempt
                .of(attempt)
                .filter(place -> !names.holds(ids[place], name))
                .boxed()
                .sorted((one, other) -> Long.compare(orders[one], orders[other]))
                .map(this::receipt)
                .toList();
    }

    private Receipt receipt(int place) {
        return FactCodec.decodeReceipt(agent, bodies.bytes(open[place]));
    }

    /** Says that a receipt was answered. */
    void answer(Receipt receipt) {
        place(receipt.id()).ifPresent(place -> {
            close(place);
            touch.accept(PREFIX + place);
        });
    }

    /** Drops the bytes of a receipt. */
    private void close(int place) {
        if (isOpen(place)) {
            byAttempt.remove(place);
            bodies.remove(open[place]);
            open[place] = Bodies.NONE;
        }
    }

    Slot slot(String name) {
        int place = Slot.number(name);
        String id = new String(names.bytes(ids[place]), StandardCharsets.UTF_8);
        return new Slot(name, orders[place] + "\n" + id, bodies.bytes(open[place]));
    }

    /**
     * Puts a receipt back where it was.
     *
     * @throws IllegalArgumentException if the ring has no such place
     */
    void restore(Slot slot) {
        int place = Slot.number(slot.name());
        if (place < 0 || place >= MOST) {
            throw new IllegalArgumentException("place " + place + " is outside a ring of " + MOST);
        }
        List<String> lines = slot.lines();
        byte[] body = slot.body();
        long attempt = body.length == 0
                ? 0
                : Attempts.hash(FactCodec.decodeReceipt(agent, body).attempt());
        put(place, Long.parseLong(lines.get(0)), lines.get(1), body, attempt);
    }
}
