package org.autotrainer.application.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.autotrainer.application.port.Transaction;
import org.autotrainer.application.store.MemoryStore;
import org.autotrainer.domain.evaluation.Attempt;
import org.autotrainer.domain.evaluation.Context;
import org.autotrainer.domain.journal.HeuristicSet;
import org.autotrainer.domain.journal.Receipt;
import org.autotrainer.domain.journal.Source;
import org.autotrainer.domain.memory.AgentMemory;
import org.junit.jupiter.api.Test;

/** Transactions while others let go of memories. */
class WritingTest {
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
    /** More changes than a fold keeps before it writes some of them. */
    private static final int FACTS = 12_000;

    private final MemoryStore store = new MemoryStore();
    private final Residents residents = new Residents();
    private final Outbox outbox = new Outbox();

    @Test
    void a_checkpoint_is_written_whole_though_its_memory_is_let_go_of_while_it_is_loaded() {
        set("a", new Resident("a"), FACTS);
        IntStream.range(0, 600).mapToObj(i -> "other" + i).forEach(other -> set(other, residents.of(other), 1));
        outbox.add(Outbox.Letter.of(receipt(), NOON));

        store.write(Set.of("a"), transaction -> {
            Writing writing = new Writing(residents, outbox, evicting(transaction), 10);
            writing.deliver("a");
            writing.checkpoint(100_000);
            writing.release();
            return writing;
        });

        assertThat(loaded().heuristics().size()).isEqualTo(FACTS);
    }

    private void set(String agent, Resident resident, int facts) {
        store.write(Set.of(agent), transaction -> {
            resident.bringUpTo(transaction, true);
            for (int i = 0; i < facts; i++) {
                resident.append(transaction, new HeuristicSet("s" + i, "k" + i, "Rule " + i, Source.LOCAL), NOON);
            }
            return resident;
        });
    }

    private AgentMemory loaded() {
        Resident fresh = new Resident("a");
        return store.read(snapshot -> {
            fresh.bringUpTo(snapshot, false);
            return fresh.memory();
        });
    }

    /** A transaction at whose checkpoints others let go of what is idle. */
    private Transaction evicting(Transaction transaction) {
        return (Transaction) Proxy.newProxyInstance(
                WritingTest.class.getClassLoader(), new Class<?>[] {Transaction.class}, (proxy, method, arguments) -> {
                    residents.evict();
                    try {
                        return method.invoke(transaction, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    private static Receipt receipt() {
        return new Receipt(
                "r", Attempt.at("a", "t"), 0, Context.NONE, "", 500, 0, false, false, List.of(), List.of(), List.of());
    }
}
