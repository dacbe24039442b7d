package org.autotrainer.adapters.persistence;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.autotrainer.application.port.Transaction;

/**
 * What one caller wants to have written, and the way to tell the caller what became of it.
 */
final class Work<T> {
    private final Set<String> agents;
    private final Function<? super Transaction, ? extends T> function;
    private final CompletableFuture<T> told = new CompletableFuture<>();
    private Runnable outcome = () -> {};
    private boolean undone;

    Work(Set<String> agents, Function<? super Transaction, ? extends T> function) {
        this.agents = Set.copyOf(agents);
        this.function = function;
    }

    /**
     * Does the work, perhaps once more; the caller is not told before the commit.
     *
     * @param journals what the works before it in the same transaction have learned of the journals
     */
    void run(Statements statements, Map<String, SqliteTransaction.Journal> journals) {
        SqliteTransaction transaction = new SqliteTransaction(statements, agents, journals);
        try {
            T result = function.apply(transaction);
            transaction.flush();
            outcome = () -> told.complete(result);
        } finally {
            transaction.end();
        }
    }

    /** Notes that the work was undone; the first reason is the one that is told. */
    void undone(Throwable reason) {
        if (!undone) {
            undone = true;
            outcome = () -> told.completeExceptionally(reason);
        }
    }

    /** Tells the caller what became of the work. */
    void tell() {
        outcome.run();
    }

    boolean isTold() {
        return told.isDone();
    }

    /** Waits until the caller is told; an interrupt does not cut it short, since what became of the work must be known. */
    T await() {
        try {
            return told.join();
        } catch (CompletionException wrapped) {
            if (wrapped.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (wrapped.getCause() instanceof Error failure) {
                throw failure;
            }
            throw wrapped;
        }
    }
}
