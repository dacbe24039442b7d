package org.autotrainer.application.memory;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.autotrainer.domain.journal.Recalled;
import org.autotrainer.domain.journal.Receipt;

/** Receipts that were handed out and are not in the journal yet. Thread-safe. */
final class Outbox {
    /** How many wait at most. */
    static final int MOST = 10_000;

    private final Map<String, Map<String, Letter>> waiting = new LinkedHashMap<>();
    private int size;

    /** A receipt, and when it was handed out. */
    record Letter(Receipt receipt, Draft draft, Instant at) {
        static Letter of(Receipt receipt, Instant at) {
            return new Letter(receipt, Draft.of(receipt.attempt().agent(), new Recalled(receipt)), at);
        }
    }

    /** Takes a letter in; says no when there are too many. One whose id waits already is not taken a second time. */
    synchronized boolean add(Letter letter) {
        if (size >= MOST) {
            return false;
        }
        String agent = letter.receipt().attempt().agent();
        Map<String, Letter> letters = waiting.computeIfAbsent(agent, any -> new LinkedHashMap<>());
        if (letters.putIfAbsent(letter.receipt().id(), letter) == null) {
            size++;
            notifyAll();
        }
        return true;
    }

    /** How many wait. */
    synchronized int size() {
        return size;
    }

    /** The letters of an agent that have waited longest, oldest first. */
    synchronized List<Letter> of(String agent, int most) {
        Map<String, Letter> letters = waiting.get(agent);
        return letters == null
                ? List.of()
                : letters.values().stream().limit(most).toList();
    }

    /** The letter of an agent with the given id. */
    synchronized Optional<Receipt> find(String agent, String id) {
        Map<String, Letter> letters = waiting.get(agent);
        return Optional.ofNullable(letters == null ? null : letters.get(id)).map(Letter::receipt);
    }

    /** Takes out letters that are in the journal now. */
    synchronized void remove(String agent, Collection<Letter> delivered) {
        Map<String, Letter> letters = waiting.get(agent);
        if (letters == null) {
            return;
        }
        for (Letter letter : delivered) {
            if (letters.remove(letter.receipt().id(), letter)) {
                size--;
            }
        }
        if (letters.isEmpty()) {
            waiting.remove(agent);
        }
    }

    /** Some agents that letters wait for. */
    synchronized Set<String> agents(int limit) {
        return waiting.keySet().stream().limit(limit).collect(java.util.stream.Collectors.toSet());
    }

    /** Waits until there is a letter. */
    synchronized void await() throws InterruptedException {
        while (size == 0) {
            wait();
        }
    }
}
