package org.autotrainer.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.autotrainer.application.memory.Memories;
import org.autotrainer.application.port.Snapshot;
import org.autotrainer.application.wire.Page;
import org.autotrainer.domain.evaluation.CleanText;
import org.autotrainer.domain.evaluation.Limits;

/** Lists the agents that have a memory. */
public final class BrowseAgents {
    private static final Cursor CURSOR = new Cursor("agents");

    private final Memories memories;

    BrowseAgents(Memories memories) {
        this.memories = memories;
    }

    /**
     * An agent.
     *
     * @param facts how many facts its journal holds; 0 for a caller's own that has none yet
     */
    public record Item(String agent, long facts) {}

    /**
     * Lists agents with facts, in the order of their names; for a caller with one agent that one, with facts or without.
     *
     * @param cursor {@code next} of the page before; empty for the first
     * @param limit 1 to 500
     * @throws org.autotrainer.domain.evaluation.InvalidValueException if the limit or the cursor is not one
     */
    public Page<Item> list(String cursor, int limit) {
        Paging.check(limit);
        return memories.readAll(snapshot -> {
            List<String> names = names(snapshot, cursor, limit + 1);
            List<Item> items = new ArrayList<>();
            for (String name : names.subList(0, Math.min(limit, names.size()))) {
                items.add(new Item(name, snapshot.head(name).position()));
            }
            return Page.of(
                    items, names.size() > limit ? Optional.of(CURSOR.at(names.get(limit - 1))) : Optional.empty());
        });
    }

    /** Whether the journal of an agent holds facts. */
    public boolean has(String agent) {
        CleanText.required("agent", agent, Limits.AGENT);
        return memories.readAlone(agent, snapshot -> snapshot.head(agent).position() > 0);
    }

    /** The next names; of a caller with one agent, that one. */
    private List<String> names(Snapshot snapshot, String cursor, int limit) {
        String after = CURSOR.place(cursor);
        return memories.only()
                .map(one -> after.isEmpty() ? List.of(one) : List.<String>of())
                .orElseGet(() -> snapshot.agents(after, limit));
    }
}
