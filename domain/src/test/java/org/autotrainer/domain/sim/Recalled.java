package org.autotrainer.domain.sim;

import java.util.List;
import java.util.Map;

/**
 * What a rule gives for a task.
 *
 * @param items texts for the prompt, best first
 * @param chosen values by name of parameter; the default stands for a missing one
 */
record Recalled(List<Item> items, Map<String, String> chosen) {
    /** A text for the prompt, under the id that marks and beliefs name it by. */
    record Item(String id, String text) {}

    /** No text, and the default of every parameter. */
    static final Recalled NOTHING = new Recalled(List.of(), Map.of());

    Recalled {
        items = List.copyOf(items);
        chosen = Map.copyOf(chosen);
    }
}
