package org.autotrainer.application.port;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.autotrainer.domain.journal.FactKind;

/**
 * A consistent view of the journals and checkpoints.
 *
 * <p>Text is ordered by code point everywhere, as {@link CodePointOrder} does it. An agent that has no facts is empty,
 * not an error.
 */
public interface Snapshot {
    /**
     * Thirty-two bytes that were drawn at random when the store was made, and never change: all chance follows from them. Whoever
     * knows them knows what will be withheld; they are shown to nobody.
     */
    byte[] chanceKey();

    /** The names of agents with facts that come after the given name, in order, at most {@code limit}. */
    List<String> agents(String after, int limit);

    /** Where the journal of an agent ends. */
    Head head(String agent);

    /** The facts of the given kind and ids, by id, each in its highest revision; ids that are unknown are left out. */
    Map<String, Entry> newest(String agent, FactKind kind, Set<String> ids);

    /** The fact of the given kind and id, in its highest revision. */
    default Optional<Entry> newest(String agent, FactKind kind, String id) {
        return Optional.ofNullable(newest(agent, kind, Set.of(id)).get(id));
    }

    /**
     * The facts after a position, in order.
     *
     * @param limit at most so many; a store may give fewer so as not to hold too much in memory, but none only when there
     *     are none
     */
    List<Entry> entries(String agent, long after, int limit);

    /** All facts that change the past ({@link Entry#rewrites}), in order. */
    List<Entry> rewrites(String agent);

    /** The position at which the agent's checkpoint stands; 0 when there is none. */
    long checkpoint(String agent);

    /** The row with the given key. */
    Optional<Row> row(String agent, Table table, String key);

    /**
     * Rows in the table's order.
     *
     * @param after the value of the table's order column after which to begin; empty for the first
     * @param limit at most so many
     */
    List<Row> rows(String agent, Table table, String after, int limit);
}
