package org.autotrainer.application.memory;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.autotrainer.application.port.Head;
import org.autotrainer.application.port.Snapshot;
import org.autotrainer.application.port.Store;

/** Runs the work of readers on the memories of agents, side by side, and brings memories up to the journal for it. Thread-safe. */
final class Readers {
    private static final int AT_ONCE = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());

    /** So long a turn waits for one agent: a receipt is learned in less, an agent's whole journal is not. */
    private static final long PATIENCE_MILLIS = 20;

    private final Store store;
    private final Residents residents;
    /**
     * Many at once would only take the processors from each other. Who comes while a turn is free takes it, before those who sleep: to
     * wake one for each reading costs more than a tenth of it, and turns are short.
     */
    private final Semaphore turns = new Semaphore(AT_ONCE);

    Readers(Store store, Residents residents) {
        this.store = store;
        this.residents = residents;
    }

    /** Runs work on a memory that is up to a snapshot, or a moment ahead of it. */
    <T> T beside(Snapshot snapshot, String agent, BiFunction<Snapshot, Resident, T> work) {
        Resident resident = residents.of(agent);
        try {
            while (true) {
                Optional<T> done = upTo(snapshot.head(agent), resident, memory -> work.apply(snapshot, memory));
                if (done.isPresent()) {
                    return done.get();
                }
                bringUpTo(snapshot, resident);
            }
        } finally {
            residents.evict();
        }
    }

    /** Runs work on a memory that knows all that is committed now, without a snapshot meanwhile. */
    <T> T alone(String agent, Function<Resident, T> work) {
        Resident resident = residents.of(agent);
        try {
            Optional<Head> seen = Optional.empty();
            while (true) {
                Optional<T> done = inTurn(agent, resident, seen, work);
                if (done.isPresent()) {
                    return done.get();
                }
                Head now = seen.orElseGet(() -> head(agent));
                seen = Optional.of(now); // the same to the end: others may append faster than is read
                if (isBehind(resident, now)) {
                    store.read(snapshot -> {
                        bringUpTo(snapshot, resident);
                        return agent;
                    });
                }
            }
        } finally {
            residents.evict();
        }
    }

    /** Whether a memory is behind a head of the journal, once nobody changes it: holds nothing meanwhile that others need. */
    private static boolean isBehind(Resident resident, Head now) {
        Lock lock = resident.lock().readLock();
        lock.lock();
        try {
            return !resident.isUpTo(now);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes a turn, and looks at the head of the journal, unless nothing was committed since the memory was last found to be up to it:
     * to ask for that costs a third. Who finds the memory being changed for long gives it up, so that those of
     * other agents do not wait, too.
     */
    private <T> Optional<T> inTurn(String agent, Resident resident, Optional<Head> seen, Function<Resident, T> work) {
        turns.acquireUninterruptibly();
        try {
            boolean asks =
                    seen.isEmpty() && resident.wasRead(); // a head that was seen earlier is not of the version now
            OptionalLong version = asks ? store.version() : OptionalLong.empty(); // before the head
            Optional<Head> now = seen.isPresent() || resident.isOf(version) ? seen : Optional.of(head(agent));
            Lock lock = resident.lock().readLock();
            if (isGot(lock)) {
                try {
                    if (now.isPresent() ? resident.isUpTo(now.get()) : resident.isUpTo(version)) {
                        resident.readAt(version);
                        return Optional.of(work.apply(resident));
                    }
                    return Optional.empty();
                } finally {
                    lock.unlock();
                }
            }
            return Optional.empty();
        } finally {
            turns.release();
        }
    }

    private Head head(String agent) {
        return store.read(snapshot -> snapshot.head(agent));
    }

    private static boolean isGot(Lock lock) {
        try {
            return lock.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return lock.tryLock();
        }
    }

    /** Runs work side by side with other readers, if the memory is up to a head of the journal. */
    private static <T> Optional<T> upTo(Head now, Resident resident, Function<Resident, T> work) {
        Lock lock = resident.lock().readLock();
        lock.lock();
        try {
            return resident.isUpTo(now) ? Optional.of(work.apply(resident)) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private static void bringUpTo(Snapshot snapshot, Resident resident) {
        Lock lock = resident.lock().writeLock();
        lock.lock();
        try {
            resident.bringUpTo(snapshot, false);
        } finally {
            lock.unlock();
        }
    }

    /** Runs work on a memory that is exactly what a snapshot shows, if the tables of its checkpoint are too. */
    <T> Optional<T> ofTables(Snapshot snapshot, String agent, BiFunction<Snapshot, Resident, T> work) {
        if (snapshot.checkpoint(agent) != snapshot.head(agent).position()) {
            return Optional.empty();
        }
        Resident resident = residents.of(agent);
        try {
            Optional<T> done = at(snapshot, resident, work);
            if (done.isEmpty()) {
                bringUpTo(snapshot, resident);
                done = at(snapshot, resident, work);
            }
            return done;
        } finally {
            residents.evict();
        }
    }

    /** Runs work side by side with other readers, if the memory is exactly what a view shows. */
    private static <T> Optional<T> at(Snapshot snapshot, Resident resident, BiFunction<Snapshot, Resident, T> work) {
        Lock lock = resident.lock().readLock();
        lock.lock();
        try {
            return resident.isAt(snapshot) ? Optional.of(work.apply(snapshot, resident)) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }
}
