package org.autotrainer.application.port;

import java.util.List;

/** A view of the journals and checkpoints that can be changed; it sees its own changes. */
public interface Transaction extends Snapshot {
    /**
     * Appends a fact to the journal of an agent.
     *
     * @throws IllegalStateException if its position is not the one after the head, a fact of the same kind and id is there
     *     already in the same revision or a higher one, or the agent is not among those that the work was begun for
     */
    void append(String agent, Entry entry);

    /**
     * Puts rows into an agent's checkpoint, each in the place of the one with the same key.
     *
     * @param position the position that the checkpoint stands at from now on
     * @param anew whether the agent's rows of all tables are removed first
     * @throws IllegalStateException if the position is below the one that the checkpoint stands at, or above the head, or
     *     the agent is not among those that the work was begun for
     */
    void checkpoint(String agent, long position, boolean anew, List<Row> rows);
}
