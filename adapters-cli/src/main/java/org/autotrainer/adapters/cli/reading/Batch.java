package org.autotrainer.adapters.cli.reading;

import java.util.List;
import org.autotrainer.application.ImportEvaluations.Item;
import org.autotrainer.application.ImportEvaluations.Trouble;
import org.autotrainer.application.spi.EvaluationFormat.Advice;

/**
 * Some records of a file in their order.
 *
 * @param file its name
 * @param items those that can be recorded
 * @param advice what playbooks among them say
 * @param rejected those that cannot, and why
 */
public record Batch(String file, List<Item> items, List<Advice> advice, List<Trouble> rejected) {
    /** Keeps copies. */
    public Batch {
        items = List.copyOf(items);
        advice = List.copyOf(advice);
        rejected = List.copyOf(rejected);
    }

    /** Whether it brings nothing. */
    boolean isEmpty() {
        return items.isEmpty() && advice.isEmpty() && rejected.isEmpty();
    }
}
