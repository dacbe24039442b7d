package org.autotrainer.domain.training;

import org.autotrainer.domain.evaluation.Identity;
import org.autotrainer.domain.evaluation.InvalidValueException;

/**
 * Proposes a value for a strategy parameter such as the temperature.
 *
 * @param key which parameter
 * @param value a {@link Double}, {@link Long}, {@link String} or {@link Boolean}
 */
public record StrategyParam(String key, Object value, String sourceTaskId, String reason)
        implements TrainingSuggestion {
    /** Checks the value's type. */
    public StrategyParam {
        if (!(value instanceof Double
                || value instanceof Long
                || value instanceof String
                || value instanceof Boolean)) {
            throw new InvalidValueException(
                    "value of " + key + " is no number, text or boolean; allowed are Double, Long, String and Boolean");
        }
    }

    @Override
    public Kind kind() {
        return Kind.STRATEGY_PARAM;
    }

    @Override
    public void identify(Identity identity) {
        identity.text(value.getClass().getSimpleName());
        if (value instanceof Double number) {
            identity.number(Double.doubleToLongBits(number)); // its text differs between Java versions
        } else {
            identity.text(value.toString());
        }
    }
}
