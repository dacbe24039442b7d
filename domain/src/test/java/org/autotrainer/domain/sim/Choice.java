package org.autotrainer.domain.sim;

import java.util.List;

/**
 * A strategy parameter that the caller offers to be chosen.
 *
 * @param name what it is called
 * @param values what may be chosen; the first is the default
 * @param ordered whether the values are numbers in ascending order
 */
record Choice(String name, List<String> values, boolean ordered) {
    Choice {
        values = List.copyOf(values);
    }
}
