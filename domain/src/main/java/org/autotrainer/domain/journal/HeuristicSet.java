package org.autotrainer.domain.journal;

/**
 * A person set a heuristic by hand.
 *
 * @param key under which key
 * @param text the advice
 */
public record HeuristicSet(String id, String key, String text) implements Fact {
    @Override
    public FactKind kind() {
        return FactKind.HEURISTIC;
    }
}
