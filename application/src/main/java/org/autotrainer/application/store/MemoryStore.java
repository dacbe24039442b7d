package org.autotrainer.application.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.autotrainer.application.port.Snapshot;
import org.autotrainer.application.port.Store;
import org.autotrainer.application.port.Transaction;
import org.autotrainer.domain.learning.Chance;

/**
 * A store that lives as long as the process: {@code memory:}.
 *
 * <p>Closing it loses nothing; it is gone with the last reference to it.
 */
public final class MemoryStore implements Store {
    private final Map<String, AgentLayer> committed = new HashMap<>();
    private final EmptySnapshot beginning;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);
    private final AtomicLong commits = new AtomicLong();

    /** An empty store with a chance key of its own. */
    public MemoryStore() {
        this(Chance.keyOf(UUID.randomUUID() + " " + UUID.randomUUID()));
    }

    /** An empty store with the given chance key. */
    public MemoryStore(byte[] chanceKey) {
        beginning = new EmptySnapshot(chanceKey.clone());
    }

    @Override
    public <T> T read(Function<? super Snapshot, ? extends T> work) {
        lock.readLock().lock();
        try {
            return work.apply(new Layer(beginning, committed, Set.of()));
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public <T> T write(Set<String> agents, Function<? super Transaction, ? extends T> work) {
        if (lock.isWriteLockedByCurrentThread()) {
            throw new IllegalStateException("a transaction cannot begin another");
        }
        lock.writeLock().lock();
        try {
            Layer transaction =
                    new Layer(new Layer(beginning, committed, Set.of()), new HashMap<>(), Set.copyOf(agents));
            T result = work.apply(transaction);
            transaction.mergeInto(committed);
            commits.incrementAndGet();
            return result;
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public OptionalLong version() {
        return OptionalLong.of(commits.get());
    }

    @Override
    public List<String> damage() {
        return List.of();
    }

    @Override
    public void close() {}
}
