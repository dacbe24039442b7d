package org.autotrainer.domain.journal;

/**
 * Heuristics were recalled for a task.
 *
 * @param receipt what was shown
 */
public record Recalled(Receipt receipt) implements Fact {
    @Override
    public FactKind kind() {
        return FactKind.RECALL;
    }

    @Override
    public String id() {
        return receipt.id();
    }
}
