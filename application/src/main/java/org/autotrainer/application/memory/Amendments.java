package org.autotrainer.application.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.autotrainer.application.port.Entry;
import org.autotrainer.application.port.Snapshot;
import org.autotrainer.domain.journal.Fact;
import org.autotrainer.domain.journal.FactKind;
import org.autotrainer.domain.journal.Regrouped;
import org.autotrainer.domain.journal.Retracted;

/**
 * What facts that change the past say of a journal: which facts stand corrected, which no longer count, and which wordings a
 * person put together.
 */
public final class Amendments {
    private final Map<Name, Entry> revised = new HashMap<>();
    private final List<Retraction> retractions = new ArrayList<>();
    private final Map<String, String> labels = new HashMap<>();

    private record Name(FactKind kind, String id) {}

    /**
     * A retraction that is in force.
     *
     * @param position where it stands: what comes after it is not retracted by it
     */
    public record Retraction(long position, Retracted fact) {}

    private Amendments() {}

    /** What stands in a journal up to a position. */
    static Amendments upTo(Snapshot snapshot, String agent, long end) {
        return of(
                agent,
                snapshot.rewrites(agent).stream()
                        .filter(entry -> entry.position() <= end)
                        .toList());
    }

    /** What facts that change the past say together, in the order of their positions. */
    public static Amendments of(String agent, List<Entry> rewrites) {
        Amendments amendments = new Amendments();
        Map<String, Retraction> newest = new LinkedHashMap<>();
        for (Entry entry : rewrites) {
            switch (entry.kind()) {
                case RETRACTION -> {
                    Retracted retracted = (Retracted) entry.fact(agent);
                    Retraction before = newest.get(retracted.id());
                    if (before == null || before.fact.revision() < retracted.revision()) {
                        newest.put(retracted.id(), new Retraction(entry.position(), retracted));
                    }
                }
                case GROUPING -> {
                    Regrouped regrouped = (Regrouped) entry.fact(agent);
                    regrouped.members().forEach(member -> amendments.labels.put(member, regrouped.id()));
                }
                default -> amendments.revised.merge(new Name(entry.kind(), entry.id()), entry, Entry::newer);
            }
        }
        newest.values().stream().filter(one -> one.fact.isInForce()).forEach(amendments.retractions::add);
        return amendments;
    }

    /** The fact that counts in the place of one: itself, or the one that corrects it. */
    public Entry counting(Entry entry) {
        return revised.getOrDefault(new Name(entry.kind(), entry.id()), entry);
    }

    /** The retractions in force that a fact fits, wherever they stand; one counts only for what stands before it. */
    public List<Retraction> fitting(Fact fact, Instant recordedAt) {
        return isRetractable(fact.kind())
                ? retractions.stream()
                        .filter(one -> one.fact.selection().has(fact, recordedAt))
                        .toList()
                : List.of();
    }

    /** Whether a fact still counts: no retraction that came after it has it. */
    boolean counts(History.Event event) {
        if (retractions.isEmpty() || !isRetractable(event.fact().kind())) {
            return true;
        }
        for (Retraction retraction : retractions) {
            if (event.position() < retraction.position
                    && retraction
                            .fact
                            .selection()
                            .has(event.fact(), event.entry().recordedAt())) {
                return false;
            }
        }
        return true;
    }

    /** Whether facts of a kind can be retracted. */
    static boolean isRetractable(FactKind kind) {
        return kind == FactKind.EVALUATION
                || kind == FactKind.LESSON
                || kind == FactKind.RECALL
                || kind == FactKind.HEURISTIC;
    }

    /** Which wordings a person put together: those with one label are one heuristic. */
    Map<String, String> labels() {
        return labels;
    }
}
