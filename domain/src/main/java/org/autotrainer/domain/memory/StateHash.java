package org.autotrainer.domain.memory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.Iterator;
import org.autotrainer.domain.evaluation.Identity;
import org.autotrainer.domain.learning.Evidence;
import org.autotrainer.domain.learning.Part;

/**
 * The hash of what an agent has learned: equal on every store, Java version and machine after the same facts.
 *
 * <p>{@code v1:} and SHA-256 over heuristics, the evidence on them, keys, what was learned from outcomes, and settings. Positions,
 * times, suggestions and receipts are left out.
 */
public final class StateHash {
    private static final String VERSION = "v1:";

    private final MessageDigest digest = Identity.sha256();

    private StateHash() {}

    /**
     * The state hash of one agent.
     *
     * @param memory what was learned; settings count as far as they are not as at first
     * @param keys ordered by key, by code point
     */
    public static String of(AgentMemory memory, Iterator<HeuristicKey> keys) {
        StateHash hash = new StateHash();
        Heuristics heuristics = memory.heuristics();
        heuristics.all().stream()
                .sorted(Comparator.comparing(Heuristic::id))
                .forEach(heuristic -> hash.add(heuristic, heuristics.evidence(heuristics.find(heuristic.id()))));
        hash.number(-1);
        heuristics.members().forEach((member, heuristic) -> hash.text(member).text(heuristic));
        hash.number(-1);
        keys.forEachRemaining(key -> hash.text(key.key()).text(key.text()).text(key.heuristic()));
        hash.number(-1);
        memory.learner().parts().forEach(name -> hash.add(memory.learner().part(name)));
        hash.number(-1);
        memory.settings()
                .changed()
                .forEach((setting, value) -> hash.text(setting.word()).text(value));
        return hash.end();
    }

    /** The state hash of several agents together: of names and hashes, in order of the names. */
    public static String combined(java.util.SortedMap<String, String> hashes) {
        StateHash hash = new StateHash();
        hashes.forEach((agent, state) -> hash.text(agent).text(state));
        return hash.end();
    }

    private void add(Heuristic heuristic, Evidence evidence) {
        text(heuristic.id()).text(heuristic.text());
        number(heuristic.support().tasks());
        for (long task : heuristic.support().recent()) {
            number(task);
        }
        number(heuristic.suggested());
        heuristic.critics().forEach((critic, count) -> text(critic).number(count));
        number(-1);
        heuristic.strangers().forEach((source, count) -> text(source).number(count));
        number(-1);
        heuristic.contexts().counts().forEach((term, count) -> text(term).number(count));
        number(-1);
        evidence.tags().forEach(this::text);
        number(-1);
        evidence.markCritics().forEach(this::text);
        numbers(evidence.numbers());
    }

    private void add(Part part) {
        text(part.name()).text(part.about());
        numbers(part.numbers());
    }

    private void numbers(double[] numbers) {
        number(numbers.length);
        for (double one : numbers) {
            number(Double.doubleToLongBits(one));
        }
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
