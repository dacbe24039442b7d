package org.autotrainer.application;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.autotrainer.application.memory.Memories;
import org.autotrainer.application.port.Entry;
import org.autotrainer.application.wire.Page;
import org.autotrainer.domain.evaluation.CleanText;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.evaluation.Limits;

/** Lists the facts of an agent's journal, the newest first. */
public final class BrowseJournal {
    private final Memories memories;

    BrowseJournal(Memories memories) {
        this.memories = memories;
    }

    /**
     * A fact, in short.
     *
     * @param position its place in the journal, from 1
     * @param kind what kind of fact it is
     * @param revision its version, 0 for the first
     * @param recordedAt when it was recorded
     * @param taskId the task that it is about; empty when it is about none
     * @param summary what happened, in a sentence
     */
    public record Item(
            long position, String kind, String id, int revision, String recordedAt, String taskId, String summary) {}

    /**
     * Lists facts as they were recorded, those that no longer count included.
     *
     * @param cursor {@code next} of the page before; empty for the newest
     * @param limit 1 to 500
     * @throws InvalidValueException if the limit or the cursor is not one
     */
    public Page<Item> list(String agent, String cursor, int limit) {
        CleanText.required("agent", agent, Limits.AGENT);
        Paging.check(limit);
        Cursor cursors = new Cursor("journal", agent);
        long before = cursor.isEmpty() ? Long.MAX_VALUE : cursors.number(cursor);
        return memories.readAlone(agent, snapshot -> {
            long last = Math.min(before - 1, snapshot.head(agent).position());
            long after = Math.max(0, last - limit);
            List<Item> items = new ArrayList<>();
            for (long reached = after; reached < last; ) {
                for (Entry entry : snapshot.entries(agent, reached, (int) (last - reached))) {
                    items.add(item(agent, entry));
                    reached = entry.position();
                }
            }
            Collections.reverse(items);
            return Page.of(items, after == 0 ? Optional.empty() : Optional.of(cursors.at(Long.toString(after + 1))));
        });
    }

    private static Item item(String agent, Entry entry) {
        FactSummary summary = FactSummary.of(entry.fact(agent));
        return new Item(
                entry.position(),
                entry.kind().word(),
                entry.id(),
                entry.revision(),
                entry.recordedAt().toString(),
                summary.taskId(),
                summary.sentence());
    }
}
