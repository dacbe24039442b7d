package org.autotrainer.domain.training;

import org.autotrainer.domain.evaluation.Identity;

/**
 * Proposes a value for a strategy parameter such as the temperature.
 *
 * @param key which parameter
 * @param value a {@link Double}, {@link Long}, {@link String} or {@link Boolean}
 */
public record StrategyParam(String key, Object value, String sourceTaskId, String reason)
        implements TrainingSuggestion {
    @Override
    public Kind kind() {
        return Kind.STRATEGY_PARAM;
    }

    @Override
    public void identify(Identity identity) {
        identity.text(value.getClass().getSimpleName()).text(value.toString());
    }
}
