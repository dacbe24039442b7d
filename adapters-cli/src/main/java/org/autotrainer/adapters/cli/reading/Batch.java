package org.autotrainer.adapters.cli.reading;

import java.util.List;
import org.autotrainer.application.ImportEvaluations.Item;
import org.autotrainer.application.ImportEvaluations.Trouble;

/**
 * Some records of a file in their order.
 *
 * @param items those that can be recorded
 * @param rejected those that cannot, and why
 */
public record Batch(List<Item> items, List<Trouble> rejected) {
    /** Keeps copies. */
    public Batch {
        items = List.copyOf(items);
        rejected = List.copyOf(rejected);
    }
}
