package org.autotrainer.application.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.autotrainer.application.port.Entry;
import org.autotrainer.application.port.Head;
import org.autotrainer.application.port.Transaction;
import org.autotrainer.domain.journal.FactKind;
import org.autotrainer.domain.memory.Answer;

/** A transaction together with the memories of its agents, which nobody else reads or changes until it ends. Not thread-safe. */
public final class Writing {
    /** So many receipts are learned in one go: readers of the agent wait meanwhile. */
    private static final int LEARNED_AT_ONCE = 40;

    private static final byte[] NO_ANSWER = ShortAnswer.of(Answer.NOTHING);

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
            deliver(name);
            Resident resident = residents.of(name);
            resident.lock().writeLock().lock();
            try {
                resident.bringUpTo(transaction, true);
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

    /**
     * Writes the receipts of an agent that wait into the journal, and learns them. All are written first, so that readers wait for
     * a few at a time to be learned, and not for the store.
     */
    void deliver(String agent) {
        List<Outbox.Letter> letters = delivered.containsKey(agent) ? List.of() : outbox.of(agent, mostLetters);
        if (letters.isEmpty()) {
            return;
        }
        Resident resident = residents.of(agent);
        alone(resident, () -> resident.bringUpTo(transaction, true));
        Head before = transaction.head(agent);
        List<Resident.Written> written = new ArrayList<>(letters.size());
        Set<String> ids = letters.stream().map(letter -> letter.receipt().id()).collect(Collectors.toSet());
        Set<String> known = transaction.newest(agent, FactKind.RECALL, ids).keySet();
        Head head = before;
        for (Outbox.Letter letter : letters) {
            if (!known.contains(letter.receipt().id())) {
                Draft draft = letter.draft();
                Entry entry = Entry.next(head, draft.encoded(), false, letter.at(), NO_ANSWER);
                transaction.append(agent, entry);
                written.add(new Resident.Written(entry, draft.prepared()));
                head = entry.head();
            }
        }
        for (int from = 0; from < written.size(); from += LEARNED_AT_ONCE) {
            List<Resident.Written> some = written.subList(from, Math.min(written.size(), from + LEARNED_AT_ONCE));
            Head behind = from == 0 ? before : written.get(from - 1).entry().head();
            alone(resident, () -> resident.learn(transaction, behind, some));
        }
        delivered.put(agent, letters);
    }

    /** Runs work on a memory alone, and leaves no checkpoint of it unfinished: others may load it anew or let go of it then. */
    private void alone(Resident resident, Runnable work) {
        resident.lock().writeLock().lock();
        try {
            work.run();
            if (resident.isDue(Integer.MAX_VALUE)) {
                resident.checkpoint(transaction, Integer.MAX_VALUE);
            }
        } finally {
            resident.lock().writeLock().unlock();
        }
    }

    /** Writes the changes of each memory into its checkpoint, if there are as many as that. */
    void checkpoint(int atLeast) {
        delivered.keySet().stream()
                .filter(agent -> residents.of(agent).isDue(atLeast))
                .forEach(this::of);
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
