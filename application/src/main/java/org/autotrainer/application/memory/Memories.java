package org.autotrainer.application.memory;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.autotrainer.application.port.Snapshot;
import org.autotrainer.application.port.Store;
import org.autotrainer.application.port.Transaction;

/**
 * The memories of all agents in use, over one store. Thread-safe.
 *
 * <p>Agents that have not been used for long leave memory; their facts are in the journal.
 */
public final class Memories {
    private static final int AGENTS = 500;
    private static final int CHECKPOINT_ROWS = 40_000;

    private final Store store;
    private final Map<String, Resident> residents = new LinkedHashMap<>(16, 0.75f, true);

    /** The memories over a store. */
    public Memories(Store store) {
        this.store = store;
    }

    /** A transaction together with the memories of its agents. */
    public final class Writing {
        private final Transaction transaction;
        private final Map<String, Resident> held = new HashMap<>();

        private Writing(Transaction transaction) {
            this.transaction = transaction;
        }

        /** The transaction. */
        public Transaction transaction() {
            return transaction;
        }

        /** The memory of an agent, up to date. */
        public Resident of(String agent) {
            return held.computeIfAbsent(agent, name -> {
                Resident resident = resident(name);
                resident.lock().lock();
                resident.bringUpTo(transaction, true);
                return resident;
            });
        }

        private void release() {
            held.values().forEach(resident -> resident.lock().unlock());
        }
    }

    /** Runs work on an agent's memory and a snapshot of the store; the memory may be a moment ahead of the snapshot. */
    public <T> T read(String agent, BiFunction<Snapshot, Resident, T> work) {
        return store.read(snapshot -> {
            Resident resident = resident(agent);
            resident.lock().lock();
            try {
                resident.bringUpTo(snapshot, false);
                return work.apply(snapshot, resident);
            } finally {
                resident.lock().unlock();
            }
        });
    }

    /** Runs work on a snapshot that needs no memory. */
    public <T> T readAlone(Function<Snapshot, T> work) {
        return store.read(work);
    }

    /** Runs work that may append facts of the given agents: all of it is committed, or nothing. */
    public <T> T write(Set<String> agents, Function<Writing, T> work) {
        try {
            return store.write(agents, transaction -> {
                Writing writing = new Writing(transaction);
                try {
                    T result = work.apply(writing);
                    int due = isCrowded() ? 1 : CHECKPOINT_ROWS;
                    writing.held.values().forEach(resident -> resident.checkpoint(transaction, due));
                    return result;
                } finally {
                    writing.release();
                }
            });
        } catch (RuntimeException | Error failed) {
            agents.forEach(this::suspect);
            throw failed;
        } finally {
            evict();
        }
    }

    /** Brings the tables of an agent's checkpoint up to the head of its journal, so that lists can read them. */
    public void checkpoint(String agent) {
        boolean current = store.read(
                snapshot -> snapshot.checkpoint(agent) == snapshot.head(agent).position());
        if (!current) {
            checkpoint(Set.of(agent));
        }
    }

    /** Learns everything about an agent anew from its journal, and replaces its checkpoint. */
    public void rebuild(String agent) {
        write(Set.of(agent), writing -> {
            Resident resident = writing.of(agent);
            resident.foldAnew(writing.transaction());
            resident.checkpoint(writing.transaction(), 0);
            return agent;
        });
    }

    /** Writes the checkpoints of all agents that have changed. */
    public void checkpointAll() {
        Set<String> changed;
        synchronized (residents) {
            changed = residents.entrySet().stream()
                    .filter(entry -> entry.getValue().hasChanges())
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
        }
        if (!changed.isEmpty()) {
            checkpoint(changed);
        }
    }

    private void checkpoint(Set<String> agents) {
        write(agents, writing -> {
            agents.forEach(agent -> writing.of(agent).checkpoint(writing.transaction(), 1));
            return agents;
        });
    }

    private Resident resident(String agent) {
        synchronized (residents) {
            return residents.computeIfAbsent(agent, Resident::new);
        }
    }

    private void suspect(String agent) {
        Resident resident = resident(agent);
        resident.lock().lock();
        try {
            resident.suspect();
        } finally {
            resident.lock().unlock();
        }
    }

    private boolean isCrowded() {
        synchronized (residents) {
            return residents.size() > AGENTS;
        }
    }

    /** Lets go of agents that have not been used for long and have nothing to write. */
    private void evict() {
        synchronized (residents) {
            int surplus = residents.size() - AGENTS;
            if (surplus > 0) {
                List<String> idle = residents.entrySet().stream()
                        .filter(entry -> !entry.getValue().hasChanges())
                        .limit(surplus)
                        .map(Map.Entry::getKey)
                        .toList();
                idle.forEach(residents::remove);
            }
        }
    }
}
