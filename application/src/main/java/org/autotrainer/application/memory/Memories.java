package org.autotrainer.application.memory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.autotrainer.application.port.Snapshot;
import org.autotrainer.application.port.Store;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.domain.evaluation.CleanText;
import org.autotrainer.domain.evaluation.Limits;
import org.autotrainer.domain.journal.Fact;
import org.autotrainer.domain.journal.Receipt;

/**
 * The memories of all agents in use, over one store. Thread-safe.
 *
 * <p>Agents that have not been used for long leave memory; their facts are in the journal.
 */
public final class Memories {
    private static final int AGENTS_AT_ONCE = 100;
    /** So many receipts are written with one commit: who wants to write waits meanwhile. */
    private static final int LETTERS_AT_ONCE = 200;

    /** So many rows a checkpoint waits for: callers wait while one commit writes them. */
    private static final int CHECKPOINT_ROWS = 25_000;
    /** The same for who writes many facts at a time, and waits for all of them anyway: some rows change less often. */
    private static final int CHECKPOINT_ROWS_OF_MANY = 100_000;

    private final Store store;
    private final Outbox outbox;
    private final Postman postman;
    private final Residents residents;
    private final Optional<String> only;
    private final AtomicInteger writing;
    private final AtomicLong writes;
    private final AtomicReference<byte[]> chanceKey;
    private final Readers readers;

    /** The memories over a store. */
    public Memories(Store store) {
        this.store = store;
        outbox = new Outbox();
        postman = new Postman(outbox, this::deliver);
        residents = new Residents();
        only = Optional.empty();
        writing = new AtomicInteger();
        writes = new AtomicLong();
        chanceKey = new AtomicReference<>(new byte[0]);
        readers = new Readers(store, residents);
    }

    private Memories(Memories all, String only) {
        store = all.store;
        outbox = all.outbox;
        postman = all.postman;
        residents = all.residents;
        this.only = Optional.of(only);
        writing = all.writing;
        writes = all.writes;
        chanceKey = all.chanceKey;
        readers = all.readers;
    }

    /** The same memories for someone who may reach one agent's alone; every other one is refused to them. */
    public Memories only(String agent) {
        return new Memories(this, agent);
    }

    /** The one agent whose memory can be reached; nothing when all can. */
    public Optional<String> only() {
        return only;
    }

    /**
     * Checks that an agent's memory can be reached from here.
     *
     * @throws AutoTrainerException {@link Problem#FORBIDDEN} if it cannot
     */
    public void requireReach(String agent) {
        if (only.isPresent() && !only.get().equals(agent)) {
            throw new AutoTrainerException(
                    Problem.FORBIDDEN, "the agent is \"" + agent + "\"; allowed here is " + only.get());
        }
    }

    /** Runs work on an agent's memory and a snapshot of the store; the memory may be a moment ahead of the snapshot. */
    public <T> T read(String agent, BiFunction<Snapshot, Resident, T> work) {
        requireAgent(agent);
        return store.read(snapshot -> readers.beside(snapshot, agent, work));
    }

    /**
     * Runs work on an agent's memory alone, which knows all that was committed when this was called. No snapshot is held
     * meanwhile, so that others get their turn at the store.
     */
    public <T> T readMemory(String agent, Function<Resident, T> work) {
        requireAgent(agent);
        return readers.alone(agent, work);
    }

    private void requireAgent(String agent) {
        CleanText.required("agent", agent, Limits.AGENT);
        requireReach(agent);
    }

    /** What all chance follows from: see {@link Snapshot#chanceKey}. Not to be called from within other work. */
    public byte[] chanceKey() {
        return chanceKey.updateAndGet(known -> known.length > 0 ? known : store.read(Snapshot::chanceKey));
    }

    /**
     * Runs work on an agent's memory together with the tables of its checkpoint, all of one state: they are brought up to the head
     * of the journal first. The work may be run again from the start.
     */
    public <T> T readTables(String agent, BiFunction<Snapshot, Resident, T> work) {
        requireAgent(agent);
        Optional<T> done = store.read(snapshot -> readers.ofTables(snapshot, agent, work));
        return done.orElseGet(() -> write(Set.of(agent), writing -> {
            Resident resident = writing.withTables(agent);
            return work.apply(writing.transaction(), resident);
        }));
    }

    /** Runs work on a snapshot that needs no memory, about one agent. */
    public <T> T readAlone(String agent, Function<Snapshot, T> work) {
        requireReach(agent);
        return store.read(work);
    }

    /** Runs work on a snapshot that is about no agent in particular; {@link #only} says of whom it may tell. */
    public <T> T readAll(Function<Snapshot, T> work) {
        return store.read(work);
    }

    /**
     * Hands a receipt to the journal without waiting for it: it is written with the next commit of its agent, or within
     * 50 ms. When the process is killed before, it is lost.
     *
     * @throws AutoTrainerException if thousands wait already, and the store takes none
     */
    public void writeSoon(Receipt receipt, Instant at) {
        requireReach(receipt.attempt().agent());
        Outbox.Letter letter = Outbox.Letter.of(receipt, at);
        while (!outbox.add(letter)) {
            deliver();
        }
        postman.start();
    }

    /** A receipt that waits for the journal. */
    public Optional<Receipt> waiting(String agent, String id) {
        requireReach(agent);
        return outbox.find(agent, id);
    }

    /** Writes what waits now, in several goes. */
    private void deliver() {
        int goes = 1 + outbox.size() / LETTERS_AT_ONCE;
        for (Set<String> some = outbox.agents(AGENTS_AT_ONCE);
                goes > 0 && !some.isEmpty();
                some = outbox.agents(AGENTS_AT_ONCE)) {
            Set<String> agents = some;
            write(agents, LETTERS_AT_ONCE, CHECKPOINT_ROWS, writing -> {
                agents.forEach(writing::deliver);
                return agents;
            });
            goes--;
        }
    }

    /** Writes the receipts that wait, and the checkpoints of all agents that have changed. */
    public void close() {
        postman.close();
        while (!outbox.agents(1).isEmpty()) {
            deliver();
        }
        checkpointAll();
    }

    /** Runs work that may append facts of the given agents: all of it is committed, or nothing. */
    public <T> T write(Set<String> agents, Function<Writing, T> work) {
        agents.forEach(this::requireReach);
        return write(agents, Outbox.MOST, CHECKPOINT_ROWS, work);
    }

    /** The same for work that appends many facts, of which more follows: checkpoints are fewer, and each takes longer. */
    public <T> T writeMany(Set<String> agents, Function<Writing, T> work) {
        agents.forEach(this::requireReach);
        return write(agents, Outbox.MOST, CHECKPOINT_ROWS_OF_MANY, work);
    }

    private <T> T write(Set<String> agents, int mostLetters, int checkpointRows, Function<Writing, T> work) {
        Map<String, List<Outbox.Letter>> delivered = new ConcurrentHashMap<>();
        writing.incrementAndGet();
        writes.incrementAndGet(); // after the other: see settled()
        try {
            T done = store.write(agents, transaction -> {
                Writing writing = new Writing(residents, outbox, transaction, mostLetters);
                try {
                    T result = work.apply(writing);
                    writing.checkpoint(residents.isCrowded() ? 1 : checkpointRows);
                    delivered.clear();
                    delivered.putAll(writing.delivered());
                    return result;
                } finally {
                    writing.release();
                }
            });
            delivered.forEach(outbox::remove);
            return done;
        } catch (RuntimeException | Error failed) {
            agents.forEach(this::suspect);
            throw failed;
        } finally {
            writing.decrementAndGet();
            residents.evict();
        }
    }

    /** How many works write to the store now, or wait for it. */
    public int writing() {
        return writing.get();
    }

    /** The version of the store; nothing if it cannot tell. */
    public OptionalLong version() {
        return store.version();
    }

    /**
     * How many works have begun to write, if none of them is under way. Where it is the same before and after a reading, that has
     * seen nothing but what was committed: a memory may be ahead of its commit.
     */
    public OptionalLong settled() {
        long begun = writes.get();
        return writing.get() == 0 ? OptionalLong.of(begun) : OptionalLong.empty();
    }

    /** The fold of an agent's journal as if a fact that changes the past stood in it. */
    public Aside aside(String agent, Fact fact, Instant at) {
        requireReach(agent);
        return store.read(snapshot -> Aside.of(snapshot, agent, Aside.provisional(fact, at)));
    }

    /**
     * Appends a fact that changes the past: folded aside, so that others are served meanwhile.
     *
     * @param before what is checked first
     * @param then what follows in the same transaction
     * @throws AutoTrainerException {@link Problem#CONFLICT} if somebody else has appended a fact of this id meanwhile
     */
    public <T> T rewrite(
            String agent, Fact fact, Instant at, Aside aside, Consumer<Writing> before, Function<Writing, T> then) {
        Draft draft = Draft.of(agent, fact);
        return write(Set.of(agent), writing -> {
            before.accept(writing);
            boolean isNew = writing.transaction()
                    .newest(agent, fact.kind(), fact.id())
                    .filter(known -> known.revision() >= fact.revision())
                    .isEmpty();
            if (!isNew) {
                throw new AutoTrainerException(
                        Problem.CONFLICT,
                        "somebody else did the same just now; look at what came of it before you try again");
            }
            writing.of(agent).adopt(writing.transaction(), draft, at, aside);
            return then.apply(writing);
        });
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

    private void checkpointAll() {
        Set<String> changed = residents.changed();
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

    private void suspect(String agent) {
        Resident resident = residents.of(agent);
        Lock writing = resident.lock().writeLock();
        writing.lock();
        try {
            resident.suspect();
        } finally {
            writing.unlock();
        }
    }
}
