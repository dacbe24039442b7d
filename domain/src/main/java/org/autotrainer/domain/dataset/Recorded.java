package org.autotrainer.domain.dataset;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.autotrainer.domain.evaluation.Evaluation;

/**
 * The recorded evaluations of one agent, as a data set reads them.
 *
 * <p>They are read more than once and must be the same each time: read them in one snapshot. Each stands once, at its
 * position in the journal and in its newest revision; evaluations that were retracted are left out.
 *
 * @param scan hands all evaluations to a visitor, by rising position
 * @param at gives the evaluation at a position that was visited
 */
public record Recorded(Consumer<Visitor> scan, LongFunction<Evaluation> at) {
    /** Takes evaluations one by one. */
    @FunctionalInterface
    public interface Visitor {
        /** Takes the evaluation at a position. */
        void visit(long position, Evaluation evaluation);
    }

    /** Evaluations that are in memory; their positions are their indexes. */
    public static Recorded of(List<Evaluation> evaluations) {
        return new Recorded(
                visitor -> {
                    for (int i = 0; i < evaluations.size(); i++) {
                        visitor.visit(i, evaluations.get(i));
                    }
                },
                position -> evaluations.get(Math.toIntExact(position)));
    }
}
