package org.autotrainer.application.memory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The agents that are in memory, the one used last at the end: those that have not been used for long leave. Thread-safe. */
final class Residents {
    private static final int MOST = 500;

    private final Map<String, Resident> residents = new LinkedHashMap<>(16, 0.75f, true);

    /** The memory of an agent, as it stands in this process; empty at first. */
    synchronized Resident of(String agent) {
        return residents.computeIfAbsent(agent, Resident::new);
    }

    /** Whether there are more than stay. */
    synchronized boolean isCrowded() {
        return residents.size() > MOST;
    }

    /** The agents whose checkpoint is not up to date. */
    synchronized Set<String> changed() {
        return residents.entrySet().stream()
                .filter(entry -> entry.getValue().hasChanges())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Lets go of agents that have not been used for long and have nothing to write. */
    synchronized void evict() {
        int surplus = residents.size() - MOST;
        if (surplus > 0) {
            List<String> idle = residents.entrySet().stream()
                    .filter(entry -> !entry.getValue().hasChanges())
                    .limit(surplus)
                    .map(Map.Entry::getKey)
                    .toList();
            idle.forEach(residents::remove);
        }
    }
}
