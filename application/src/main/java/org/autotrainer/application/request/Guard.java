package org.autotrainer.application.request;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;

/**
 * Stands over a write: it is carried out once under its key, and only if what it changes is as its caller has seen it. Both
 * are settled in the transaction of the write. Immutable.
 *
 * @param once under which key; nothing for a request that may be carried out again
 * @param expected whether a representation is what the caller has seen
 */
public record Guard(Optional<Once> once, Optional<Predicate<Object>> expected) {
    /** Lets everything through, as often as it comes. */
    public static final Guard NONE = new Guard(Optional.empty(), Optional.empty());

    /**
     * A request that is to be carried out once.
     *
     * @param id the hash of its key
     * @param request the hash of the request
     * @param answer the text that is kept of a response
     */
    public record Once(String id, String request, Function<Object, String> answer) {}

    /**
     * Refuses a write whose caller has seen something else than there is now.
     *
     * @param now what the caller may have seen; it is asked for only if there is something to compare
     * @throws AutoTrainerException {@link Problem#STALE} if it is not what was expected
     */
    public void check(Supplier<?> now) {
        if (expected.isPresent() && !expected.get().test(now.get())) {
            throw new AutoTrainerException(
                    Problem.STALE, "it was changed since it was read; nothing was done, read it again");
        }
    }
}
