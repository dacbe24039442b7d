package org.autotrainer.adapters.http;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.autotrainer.application.port.Snapshot;
import org.autotrainer.application.port.Store;
import org.autotrainer.application.port.Transaction;
import org.autotrainer.application.store.MemoryStore;

/** A store in memory that lets nobody read until it is let go. */
final class HeldStore implements Store {
    private final Store store = new MemoryStore();
    private final CountDownLatch readers;
    private final CountDownLatch letGo = new CountDownLatch(1);

    HeldStore(int readers) {
        this.readers = new CountDownLatch(readers);
    }

    /** Waits until so many read. */
    void awaitReaders() throws InterruptedException {
        readers.await();
    }

    void letGo() {
        letGo.countDown();
    }

    @Override
    public <T> T read(Function<? super Snapshot, ? extends T> work) {
        readers.countDown();
        try {
            letGo.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return store.read(work);
    }

    @Override
    public <T> T write(Set<String> agents, Function<? super Transaction, ? extends T> work) {
        return store.write(agents, work);
    }

    @Override
    public List<String> damage() {
        return store.damage();
    }

    @Override
    public void close() {
        store.close();
    }
}
