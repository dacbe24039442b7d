package org.autotrainer.application.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongPredicate;
import org.autotrainer.application.port.CodePointOrder;
import org.autotrainer.application.port.Row;
import org.autotrainer.application.port.Snapshot;
import org.autotrainer.application.port.Table;
import org.autotrainer.domain.memory.AgentMemory;
import org.autotrainer.domain.memory.HeuristicKey;
import org.autotrainer.domain.memory.StateHash;

/** A fold of an agent's journal beside the memory in use: up to a position, or without some of the facts. */
public final class Replay {
    private final List<Row> rows;
    private final AgentMemory memory;

    private Replay(String agent, History history) {
        Changes changes = new Changes();
        memory = new AgentMemory(agent, history.labels(), changes);
        history.forEachRemaining(
                event -> memory.fold(event.position(), event.entry().recordedAt(), event.fact()));
        rows = changes.drain(memory);
    }

    /** The fold of the facts up to a position, as they counted then. */
    public static Replay upTo(Snapshot snapshot, String agent, long position) {
        return new Replay(agent, History.upTo(snapshot, agent, position));
    }

    /** The fold of all facts but those at the given positions. */
    public static Replay without(Snapshot snapshot, String agent, LongPredicate leftOut) {
        return new Replay(agent, History.without(snapshot, agent, leftOut));
    }

    /** What was learned, as rows of a checkpoint. */
    public List<Row> rows() {
        return rows;
    }

    /** The hash of what was learned. */
    public String stateHash() {
        List<HeuristicKey> keys = new ArrayList<>();
        rows.stream().filter(row -> row.table() == Table.KEYS).forEach(row -> keys.add(Rows.key(row)));
        keys.sort(Comparator.comparing(HeuristicKey::key, CodePointOrder.BY_CODE_POINT));
        return StateHash.of(memory, keys.iterator());
    }
}
