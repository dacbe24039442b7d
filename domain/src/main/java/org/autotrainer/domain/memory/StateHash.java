package org.autotrainer.domain.memory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.Iterator;
import org.autotrainer.domain.evaluation.Identity;

/**
 * The hash of what an agent has learned: equal on every store, Java version and machine after the same facts.
 *
 * <p>{@code v1:} and SHA-256 over heuristics, keys and settings. Positions, times, suggestions and receipts are left out.
 */
public final class StateHash {
    private static final String VERSION = "v1:";

    private final MessageDigest digest = Identity.sha256();

    private StateHash() {}

    /**
     * The state hash of one agent.
     *
     * @param heuristics in any order
     * @param keys ordered by key, by code point
     * @param settings count as far as they are not as at first
     */
    public static String of(Iterable<Heuristic> heuristics, Iterator<HeuristicKey> keys, Settings settings) {
        StateHash hash = new StateHash();
        java.util.stream.StreamSupport.stream(heuristics.spliterator(), false)
                .sorted(Comparator.comparing(Heuristic::id))
                .forEach(hash::add);
        hash.number(-1);
        keys.forEachRemaining(key -> hash.text(key.key()).text(key.text()).text(key.heuristic()));
        settings.changed().forEach((setting, value) -> hash.text(setting.word()).text(value));
        return hash.end();
    }

    /** The state hash of several agents together: of names and hashes, in order of the names. */
    public static String combined(java.util.SortedMap<String, String> hashes) {
        StateHash hash = new StateHash();
        hashes.forEach((agent, state) -> hash.text(agent).text(state));
        return hash.end();
    }

    private void add(Heuristic heuristic) {
        text(heuristic.id()).text(heuristic.text());
        number(heuristic.support().tasks());
        for (long task : heuristic.support().recent()) {
            number(task);
        }
        number(heuristic.suggested()).number(heuristic.shown());
        heuristic.critics().forEach((critic, count) -> text(critic).number(count));
        number(-1);
        heuristic.contexts().forEach((term, count) -> text(term).number(count));
        number(-1);
    }

    private StateHash text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        digest.update(bytes);
        return this;
    }

    private StateHash number(long number) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            digest.update((byte) (number >>> shift));
        }
        return this;
    }

    private String end() {
        return VERSION + Identity.hex(digest.digest(), 32);
    }
}
