package org.autotrainer.domain.sim;

import java.util.HashMap;
import java.util.Map;

/** How often each text was truly shown, and what it truly did there. */
final class Shows {
    /** The shows of one text and the sum of what they did. */
    record Show(int count, double sum) {
        static final Show NEVER = new Show(0, 0);

        /** The mean effect over the tasks where it was shown; 0 if there are none. */
        double mean() {
            return count == 0 ? 0 : sum / count;
        }
    }

    private final Map<String, Show> byId = new HashMap<>();

    void add(String id, double effect) {
        byId.merge(id, new Show(1, effect), (a, b) -> new Show(a.count() + b.count(), a.sum() + b.sum()));
    }

    Show of(String id) {
        return byId.getOrDefault(id, Show.NEVER);
    }
}
