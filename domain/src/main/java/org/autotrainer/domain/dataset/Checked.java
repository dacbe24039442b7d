package org.autotrainer.domain.dataset;

import java.util.function.Function;

/**
 * What became of something that was checked: it was accepted, or it was rejected with a reason.
 *
 * <p>A transcript that cannot be trained on is an everyday matter, so it is a value and no exception.
 *
 * @param <T> what is accepted
 */
public sealed interface Checked<T> {
    /** Goes on with what was accepted; a rejection stays as it is. */
    <R> Checked<R> then(Function<? super T, Checked<R>> next);

    /**
     * It may stand in a data set.
     *
     * @param <T> what is accepted
     * @param value mended where it had to be
     */
    record Accepted<T>(T value) implements Checked<T> {
        @Override
        public <R> Checked<R> then(Function<? super T, Checked<R>> next) {
            return next.apply(value);
        }
    }

    /**
     * It is left out.
     *
     * @param <T> what would have been accepted
     * @param reason why
     */
    record Rejected<T>(Finding reason) implements Checked<T> {
        @Override
        public <R> Checked<R> then(Function<? super T, Checked<R>> next) {
            return new Rejected<>(reason);
        }
    }

    /** Leaves something out, for a reason. */
    static <T> Checked<T> rejected(String code, String sentence) {
        return new Rejected<>(new Finding(code, sentence));
    }
}
