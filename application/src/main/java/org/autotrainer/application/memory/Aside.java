package org.autotrainer.application.memory;

import java.util.ArrayList;
import java.util.List;
import org.autotrainer.application.port.Entry;
import org.autotrainer.application.port.Head;
import org.autotrainer.application.port.Snapshot;
import org.autotrainer.domain.journal.Fact;
import org.autotrainer.domain.memory.AgentMemory;

/**
 * A fold beside the memory in use, as if a fact that changes the past stood in the journal already: so that others are served
 * until it takes the memory's place.
 */
public final class Aside {
    private static final int PAGE = 1_000;

    private final String agent;
    private final Amendments amendments;
    private final Changes changes = new Changes();
    private final AgentMemory memory;
    private long changed;
    private Head head;
    private boolean taken;

    private Aside(String agent, Amendments amendments, Head head) {
        this.agent = agent;
        this.amendments = amendments;
        this.head = head;
        memory = new AgentMemory(agent, amendments.labels(), changes);
    }

    /** Folds an agent's journal as if the given fact stood at its end. */
    static Aside of(Snapshot snapshot, String agent, Entry fact) {
        List<Entry> rewrites = new ArrayList<>(snapshot.rewrites(agent));
        Amendments before = Amendments.of(agent, rewrites);
        rewrites.add(fact);
        Aside aside = new Aside(agent, Amendments.of(agent, rewrites), snapshot.head(agent));
        History.corrected(snapshot, agent, aside.amendments).forEachRemaining(event -> aside.meet(event, before));
        return aside;
    }

    private void meet(History.Event event, Amendments before) {
        boolean counts = amendments.counts(event);
        if (counts != before.counts(event)) {
            changed++;
        }
        if (counts) {
            fold(event);
        }
    }

    private void fold(History.Event event) {
        memory.fold(event.position(), event.entry().recordedAt(), event.fact());
    }

    /** Takes it for the memory in use; says no the second time, since what takes it goes on to change it. */
    boolean take() {
        boolean first = !taken;
        taken = true;
        return first;
    }

    /** Folds what came after; says no when that changes the past itself, or does not follow. */
    boolean catchUp(Snapshot snapshot) {
        while (true) {
            List<Entry> tail = snapshot.entries(agent, head.position(), PAGE);
            if (tail.isEmpty()) {
                return true;
            }
            for (Entry entry : tail) {
                if (!entry.follows(head) || entry.rewrites()) {
                    return false;
                }
                History.Event event = new History.Event(entry.position(), entry, entry.fact(agent));
                if (amendments.counts(event)) {
                    fold(event);
                }
                head = entry.head();
            }
        }
    }

    /** What would be learned. */
    public AgentMemory memory() {
        return memory;
    }

    /** How many facts would no longer count, or count again. */
    public long changed() {
        return changed;
    }

    Changes changes() {
        return changes;
    }

    Head head() {
        return head;
    }

    /** Encodes a fact that changes the past, before its place in the journal is known. */
    static Entry provisional(Fact fact, java.time.Instant at) {
        Head nowhere = new Head(Long.MAX_VALUE - 1, new byte[Head.none().chain().length]);
        return Entry.next(nowhere, fact, true, at, new byte[0]);
    }
}
