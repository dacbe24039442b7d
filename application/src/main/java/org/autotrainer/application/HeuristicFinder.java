package org.autotrainer.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.autotrainer.application.memory.Resident;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Missing;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.domain.memory.AgentMemory;
import org.autotrainer.domain.memory.Heuristic;

/** Finds the heuristic that a person means. */
final class HeuristicFinder {
    static final int SHORTEST_ID = 4;

    private HeuristicFinder() {}

    /** The heuristic of an id, of the beginning of one, or of another wording's id. */
    static Heuristic find(String agent, String id, Resident memory) {
        Optional<Heuristic> exact = memory.memory().heuristic(id);
        if (exact.isPresent()) {
            return exact.get();
        }
        List<Heuristic> found = new ArrayList<>();
        if (id.length() >= SHORTEST_ID) {
            memory.memory().heuristics().all().stream()
                    .filter(heuristic -> heuristic.id().startsWith(id))
                    .forEach(found::add);
        }
        if (found.size() > 1) {
            throw new AutoTrainerException(
                    Problem.INVALID, found.size() + " heuristics begin with " + id + "; give more of the id");
        }
        if (found.isEmpty()) {
            throw new AutoTrainerException(
                    new Missing(Missing.Kind.HEURISTIC, agent), "agent " + agent + " has no heuristic " + id);
        }
        return found.get(0);
    }

    /** The ids of all wordings of a heuristic, its own first. */
    static List<String> members(AgentMemory memory, Heuristic heuristic) {
        List<String> members = new ArrayList<>(List.of(heuristic.id()));
        memory.heuristics().members().forEach((member, of) -> {
            if (of.equals(heuristic.id())) {
                members.add(member);
            }
        });
        return members;
    }
}
