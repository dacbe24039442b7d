package org.autotrainer.application.memory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.autotrainer.application.port.Transaction;
import org.autotrainer.domain.journal.FactKind;

/** A transaction together with the memories of its agents, which nobody else reads or changes until it ends. Not thread-safe. */
public final class Writing {
    private final Residents residents;
    private final Outbox outbox;
    private final Transaction transaction;
    private final int mostLetters;
    private final Map<String, Resident> held = new HashMap<>();
    private final Map<String, List<Outbox.Letter>> delivered = new HashMap<>();

    Writing(Residents residents, Outbox outbox, Transaction transaction, int mostLetters) {
        this.residents = residents;
        this.outbox = outbox;
        this.transaction = transaction;
        this.mostLetters = mostLetters;
    }

    /** The transaction. */
    public Transaction transaction() {
        return transaction;
    }

    /** The memory of an agent, up to date, with the receipts that wait for the journal. */
    public Resident of(String agent) {
        return held.computeIfAbsent(agent, name -> {
            Resident resident = residents.of(name);
            resident.lock().writeLock().lock();
            try {
                resident.bringUpTo(transaction, true);
                deliver(name, resident);
                return resident;
            } catch (RuntimeException | Error failed) {
                resident.lock().writeLock().unlock(); // it is not held yet, so that nobody else would
                throw failed;
            }
        });
    }

    /** The memory of an agent, with the tables of its checkpoint up to date, too. */
    public Resident withTables(String agent) {
        Resident resident = of(agent);
        resident.checkpoint(transaction, 1);
        return resident;
    }

    private void deliver(String agent, Resident resident) {
        List<Outbox.Letter> letters = outbox.of(agent, mostLetters);
        if (letters.isEmpty()) {
            return;
        }
        Set<String> ids = letters.stream().map(letter -> letter.receipt().id()).collect(Collectors.toSet());
        Set<String> known = transaction.newest(agent, FactKind.RECALL, ids).keySet();
        for (Outbox.Letter letter : letters) {
            if (!known.contains(letter.receipt().id())) {
                resident.append(transaction, letter.draft(), letter.at());
            }
        }
        delivered.put(agent, letters);
    }

    /** Writes the changes of each memory into its checkpoint, if there are as many as that. */
    void checkpoint(int atLeast) {
        held.values().forEach(resident -> resident.checkpoint(transaction, atLeast));
    }

    /** The letters that are in the journal once this is committed, by agent. */
    Map<String, List<Outbox.Letter>> delivered() {
        return delivered;
    }

    /** Lets others at the memories. */
    void release() {
        held.values().forEach(resident -> resident.lock().writeLock().unlock());
    }
}
