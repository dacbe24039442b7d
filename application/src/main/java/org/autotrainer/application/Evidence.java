package org.autotrainer.application;

import java.util.Map;
import org.autotrainer.domain.memory.Heuristic;

/** What is known about the effect of a heuristic, as it stands on the wire. */
final class Evidence {
    private Evidence() {}

    static Map<String, Object> of(Heuristic heuristic) {
        return Map.of("shown", heuristic.shown());
    }
}
