package org.autotrainer.adapters.cli;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.autotrainer.application.wire.Page;
import org.autotrainer.domain.evaluation.InvalidValueException;
import picocli.CommandLine.Option;

/** The option that says how many items of a list are shown. */
final class LimitOption {
    private static final int MOST = 1_000_000_000;
    private static final int PAGE = 500;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "The most items to show. Default: 50.")
    private long limit;

    /** Reads a page. */
    @FunctionalInterface
    interface Pages<T> {
        /** At most so many items after a cursor. */
        Page<T> after(String cursor, int count);
    }

    /**
     * Checks the number.
     *
     * @throws InvalidValueException if it is none
     */
    void check() {
        if (limit < 1 || limit > MOST) {
            throw new InvalidValueException("--limit is " + limit + "; allowed are 1 to " + MOST);
        }
    }

    /** Goes through the pages until so many items were taken. */
    <T> Listed list(Pages<T> pages, Consumer<T> taker) {
        int count = 0;
        Optional<String> cursor = Optional.of("");
        while (cursor.isPresent() && count < limit) {
            Page<T> page = pages.after(cursor.get(), (int) Math.min(PAGE, limit - count));
            page.items().forEach(taker);
            count += page.items().size();
            cursor = page.following();
        }
        return new Listed(count, cursor.isPresent());
    }

    /** Goes through the pages until so many items of one kind were taken. */
    <T> Listed list(Pages<T> pages, Predicate<T> kind, Consumer<T> taker) {
        int count = 0;
        Optional<String> cursor = Optional.of("");
        while (cursor.isPresent()) {
            Page<T> page = pages.after(cursor.get(), PAGE);
            for (T item : page.items()) {
                if (kind.test(item) && count++ < limit) {
                    taker.accept(item);
                }
            }
            if (count > limit) {
                return new Listed((int) limit, true);
            }
            cursor = page.following();
        }
        return new Listed(count, false);
    }
}
