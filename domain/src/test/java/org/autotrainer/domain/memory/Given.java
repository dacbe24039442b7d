package org.autotrainer.domain.memory;

import java.util.List;
import org.autotrainer.domain.evaluation.Attempt;
import org.autotrainer.domain.evaluation.Context;
import org.autotrainer.domain.journal.Receipt;

/** Receipts that tests give, with as little in them as they need. */
final class Given {
    private Given() {}

    /** A receipt with coins, no control. */
    static Receipt receipt(String id, Attempt attempt, List<Receipt.Chosen> chosen) {
        return new Receipt(id, attempt, 0, Context.NONE, "", 500, 10, true, false, chosen, List.of(), List.of());
    }
}
