package org.autotrainer.application.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.autotrainer.application.port.Snapshot;
import org.autotrainer.application.port.Store;
import org.autotrainer.application.port.Transaction;

/**
 * A store that reads another one and keeps to itself what is written: a rehearsal that leaves no trace.
 *
 * <p>What others write to the store below it meanwhile is not its concern: it is for one short rehearsal.
 */
public final class DryRunStore implements Store {
    private final Store real;
    private final Map<String, AgentLayer> pretended = new HashMap<>();
    private boolean writing;

    /** A rehearsal over a store, which is closed together with it. */
    public DryRunStore(Store real) {
        this.real = real;
    }

    @Override
    public synchronized <T> T read(Function<? super Snapshot, ? extends T> work) {
        return real.read(snapshot -> work.apply(new Layer(snapshot, pretended, Set.of())));
    }

    @Override
    public synchronized <T> T write(Set<String> agents, Function<? super Transaction, ? extends T> work) {
        if (writing) {
            throw new IllegalStateException("a transaction cannot begin another");
        }
        writing = true;
        try {
            return real.read(snapshot -> {
                Layer below = new Layer(snapshot, pretended, Set.of());
                Layer transaction = new Layer(below, new HashMap<>(), Set.copyOf(agents));
                T result = work.apply(transaction);
                transaction.mergeInto(pretended);
                return result;
            });
        } finally {
            writing = false;
        }
    }

    @Override
    public List<String> damage() {
        return real.damage();
    }

    @Override
    public void close() {
        real.close();
    }
}
