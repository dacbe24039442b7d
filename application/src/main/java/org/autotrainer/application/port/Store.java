package org.autotrainer.application.port;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/**
 * Keeps the journals of all agents, and a checkpoint of what each has learned.
 *
 * <p>Several processes, on several machines if the store allows it, may use one store at once. Implementations are
 * thread-safe. Problems are {@link org.autotrainer.application.problem.AutoTrainerException}s; exceptions of the work
 * itself pass through unchanged.
 */
public interface Store extends AutoCloseable {
    /**
     * Runs work on one consistent snapshot of what is committed.
     *
     * <p>The snapshot is valid only within the call, and only on the thread that runs the work.
     */
    <T> T read(Function<? super Snapshot, ? extends T> work);

    /**
     * Runs work that may change the journals and checkpoints of the given agents: all of it, or nothing.
     *
     * <p>While the work runs, nobody else in the world appends to these agents' journals. It returns after the changes are
     * durable. If the work throws, nothing is changed. After a conflict the work is run again from the start, so it must
     * not have effects besides those on the transaction. Callers at the same time may share one commit. The work may run
     * on another thread.
     *
     * @param agents the agents whose journals may be appended to; others can only be read
     */
    <T> T write(Set<String> agents, Function<? super Transaction, ? extends T> work);

    /**
     * A number that is another one as soon as anything more is committed, by whoever in the world; nothing if the store cannot
     * tell for much less than a read costs. What was read while it stayed the same need not be read again.
     */
    default OptionalLong version() {
        return OptionalLong.empty();
    }

    /** What the store itself finds damaged, a sentence each; empty when it is sound. May take long. */
    List<String> damage();

    /** Ends the use of the store. What was acknowledged stays. Closing twice does nothing. */
    @Override
    void close();
}
