package org.autotrainer.application;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.autotrainer.application.memory.Memories;
import org.autotrainer.application.port.Entry;
import org.autotrainer.application.port.Store;
import org.autotrainer.application.store.MemoryStore;
import org.autotrainer.domain.journal.Fact;
import org.autotrainer.domain.journal.FactKind;
import org.autotrainer.domain.journal.Retracted;

/**
 * A store that was only ever given what counts of another one's facts: each once, in its last revision, in the place of the first.
 * It knows nothing of retractions.
 */
final class OtherFacts {
    private final Map<String, Entry> newest = new HashMap<>();
    private final List<Entry> groupings = new ArrayList<>();
    private final Map<String, Entry> retractions = new HashMap<>();
    private final String agent;

    private OtherFacts(String agent) {
        this.agent = agent;
    }

    /** Makes one of an agent's journal. */
    static Store of(Store store, String agent) {
        List<Entry> journal = store.read(snapshot -> snapshot.entries(agent, 0, Integer.MAX_VALUE));
        OtherFacts facts = new OtherFacts(agent);
        journal.forEach(facts::note);
        MemoryStore other = new MemoryStore();
        Memories memories = new Memories(other);
        for (Entry grouping : facts.groupings) {
            Fact fact = grouping.fact(agent);
            memories.rewrite(
                    agent,
                    fact,
                    grouping.recordedAt(),
                    memories.aside(agent, fact, grouping.recordedAt()),
                    writing -> {},
                    writing -> agent);
        }
        Set<String> given = new HashSet<>();
        for (Entry entry : journal) {
            if (given.add(name(entry)) && facts.counts(entry)) {
                Entry last = facts.newest.getOrDefault(name(entry), entry);
                memories.write(
                        Set.of(agent),
                        writing ->
                                writing.of(agent).append(writing.transaction(), last.fact(agent), last.recordedAt()));
            }
        }
        return other;
    }

    private static String name(Entry entry) {
        return entry.kind() + " " + entry.id();
    }

    private void note(Entry entry) {
        if (entry.kind() == FactKind.RETRACTION) {
            retractions.put(entry.id(), entry);
        } else if (entry.kind() == FactKind.GROUPING) {
            groupings.add(entry);
        } else {
            newest.put(name(entry), entry);
        }
    }

    private boolean counts(Entry entry) {
        if (entry.kind() == FactKind.RETRACTION || entry.kind() == FactKind.GROUPING) {
            return false;
        }
        Entry last = newest.getOrDefault(name(entry), entry);
        return retractions.values().stream()
                .filter(retraction -> retraction.position() > entry.position())
                .map(retraction -> (Retracted) retraction.fact(agent))
                .noneMatch(retracted ->
                        retracted.isInForce() && retracted.selection().has(last.fact(agent), last.recordedAt()));
    }
}
