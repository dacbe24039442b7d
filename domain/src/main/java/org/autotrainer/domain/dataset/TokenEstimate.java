package org.autotrainer.domain.dataset;

import java.util.List;
import java.util.Map;

/**
 * Estimates how many tokens a row has: its characters divided by 3.5, rounded up.
 *
 * <p>Characters are the code points of all texts and keys of the row. It is an estimate, good enough to find rows that
 * a trainer would cut; only the trainer's own tokenizer counts.
 */
public final class TokenEstimate {
    /** Rows with more tokens than this are pointed out: trainers commonly cut them off at the end. */
    public static final long LONG_ROW = 65_536;

    private TokenEstimate() {}

    /** The estimate for a row. */
    public static long of(Map<String, ?> row) {
        return (2 * characters(row) + 6) / 7;
    }

    private static long characters(Object value) {
        if (value instanceof String text) {
            return text.codePointCount(0, text.length());
        }
        long sum = 0;
        if (value instanceof Map<?, ?> object) {
            for (Map.Entry<?, ?> entry : object.entrySet()) {
                sum += characters(entry.getKey()) + characters(entry.getValue());
            }
        } else if (value instanceof List<?> list) {
            for (Object each : list) {
                sum += characters(each);
            }
        }
        return sum;
    }
}
