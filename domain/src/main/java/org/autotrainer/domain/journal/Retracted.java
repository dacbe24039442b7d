package org.autotrainer.domain.journal;

import org.autotrainer.domain.evaluation.CleanText;
import org.autotrainer.domain.evaluation.Limits;

/**
 * Evaluations and receipts that stand before it no longer count; a higher revision takes that back, or says it again.
 *
 * @param revision 0 for the retraction, odd when it was taken back
 * @param selection which ones
 */
public record Retracted(String id, int revision, Selection selection) implements Fact {
    /** Checks the id. */
    public Retracted {
        CleanText.required("id", id, Limits.NAME);
    }

    /** Whether it counts, or was taken back. */
    public boolean isInForce() {
        return revision % 2 == 0;
    }

    @Override
    public FactKind kind() {
        return FactKind.RETRACTION;
    }
}
