package org.autotrainer.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.autotrainer.application.memory.Aside;
import org.autotrainer.application.memory.Memories;
import org.autotrainer.application.memory.Recorder;
import org.autotrainer.application.memory.Resident;
import org.autotrainer.application.port.Snapshot;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.domain.evaluation.CleanText;
import org.autotrainer.domain.evaluation.Identity;
import org.autotrainer.domain.evaluation.Limits;
import org.autotrainer.domain.journal.Curated;
import org.autotrainer.domain.journal.Regrouped;
import org.autotrainer.domain.learning.Standing;
import org.autotrainer.domain.memory.AgentMemory;
import org.autotrainer.domain.memory.Heuristic;

/** Lets a person decide on heuristics, above what the evidence says. */
public final class CurateHeuristics {
    private final Memories memories;
    private final Recorder recorder;
    private final Shown shown;

    CurateHeuristics(Memories memories, Recorder recorder, Shown shown) {
        this.memories = memories;
        this.recorder = recorder;
        this.shown = shown;
    }

    /** What people see of a heuristic before they decide. */
    @FunctionalInterface
    interface Shown {
        /** A heuristic, with its story; the tables of the checkpoint are up to date. */
        Object of(Heuristic heuristic, Snapshot snapshot, Resident memory);
    }

    /**
     * A heuristic after a decision.
     *
     * @param id its id
     * @param text its text
     * @param status where it stands now
     * @param changed whether the decision changed anything
     */
    public record Response(String id, String text, String status, boolean changed) {}

    /** Shows it whenever it is relevant, and never withholds it. */
    public Response pin(String agent, String id) {
        return decide(agent, id, Curated.Action.PIN, Standing.PINNED);
    }

    /** Does not hand it out any more, until it is restored. */
    public Response retire(String agent, String id) {
        return decide(agent, id, Curated.Action.RETIRE, Standing.RETIRED);
    }

    /** Lets it begin anew: neither pinned nor retired, and what was believed of it is forgotten. */
    public Response restore(String agent, String id) {
        return decide(agent, id, Curated.Action.RESTORE, Standing.NONE);
    }

    /**
     * Lets in what was held back.
     *
     * @throws AutoTrainerException {@link Problem#CONFLICT} if it is not held back
     */
    public Response approve(String agent, String id) {
        return decide(agent, id, Curated.Action.APPROVE, Standing.APPROVED);
    }

    private Response decide(String agent, String id, Curated.Action action, Standing wanted) {
        CleanText.required("agent", agent, Limits.AGENT);
        return memories.write(Set.of(agent), writing -> {
            Resident memory = writing.of(agent);
            Heuristic heuristic = HeuristicFinder.find(agent, id, memory);
            var evidence = memory.memory()
                    .heuristics()
                    .evidence(memory.memory().heuristics().find(heuristic.id()));
            recorder.check(() -> shown.of(heuristic, writing.transaction(), writing.withTables(agent)));
            if (action == Curated.Action.APPROVE && evidence.standing() == Standing.APPROVED) {
                return recorder.answered(writing, agent, response(memory.memory(), heuristic, false));
            }
            if (action == Curated.Action.APPROVE && evidence.standing() != Standing.QUARANTINED) {
                throw new AutoTrainerException(
                        Problem.CONFLICT,
                        "heuristic " + heuristic.id() + " is "
                                + evidence.status().word() + ", not quarantined");
            }
            boolean changes = action == Curated.Action.RESTORE || evidence.standing() != wanted;
            if (changes) {
                memory.append(
                        writing.transaction(),
                        new Curated(name(agent, memory), heuristic.id(), action),
                        recorder.now());
            }
            return recorder.answered(writing, agent, response(memory.memory(), heuristic, changes));
        });
    }

    private static String name(String agent, Resident memory) {
        return Identity.of("curation").text(agent).number(memory.position() + 1).id();
    }

    private static Response response(AgentMemory memory, Heuristic heuristic, boolean changed) {
        Heuristic now = memory.heuristic(heuristic.id()).orElse(heuristic);
        return new Response(now.id(), now.text(), EvidenceBody.status(memory, now), changed);
    }

    /**
     * Puts two heuristics together, as if they had always been one: the evidence of both counts, and the text that came first is
     * shown.
     */
    public Response merge(String agent, String id, String into) {
        return regroup(agent, id, memory -> {
            Heuristic one = HeuristicFinder.find(agent, id, memory);
            Heuristic other = HeuristicFinder.find(agent, into, memory);
            if (one.id().equals(other.id())) {
                throw new AutoTrainerException(Problem.CONFLICT, "heuristic " + one.id() + " is both of them already");
            }
            List<String> members = new ArrayList<>(HeuristicFinder.members(memory.memory(), other));
            members.addAll(HeuristicFinder.members(memory.memory(), one));
            return regrouped(agent, memory, members);
        });
    }

    /**
     * Makes a wording of a heuristic one of its own, as if it had always been: the story of a heuristic names its wordings.
     *
     * @param wording the id of the wording, or the beginning of it, at least four characters
     */
    public Response split(String agent, String wording) {
        return regroup(agent, wording, memory -> {
            String member = wordingOf(memory.memory(), wording);
            Heuristic heuristic = HeuristicFinder.find(agent, member, memory);
            if (HeuristicFinder.members(memory.memory(), heuristic).size() == 1) {
                throw new AutoTrainerException(
                        Problem.CONFLICT,
                        "heuristic " + heuristic.id() + " has one wording only; there is nothing to split");
            }
            return regrouped(agent, memory, List.of(member));
        });
    }

    /** Named by what it does, too: others may do something else at this moment. */
    private static Regrouped regrouped(String agent, Resident memory, List<String> members) {
        Identity id = Identity.of("curation").text(agent).number(memory.position() + 1);
        members.forEach(id::text);
        return new Regrouped(id.id(), members);
    }

    private Response regroup(String agent, String id, Function<Resident, Regrouped> grouping) {
        CleanText.required("agent", agent, Limits.AGENT);
        Instant now = recorder.now();
        Regrouped fact = memories.readTables(agent, (snapshot, memory) -> {
            recorder.check(() -> seen(agent, id, snapshot, memory));
            return grouping.apply(memory);
        });
        Aside aside = memories.aside(agent, fact, now);
        return memories.rewrite(
                agent,
                fact,
                now,
                aside,
                writing -> recorder.check(() -> seen(agent, id, writing.transaction(), writing.withTables(agent))),
                writing -> {
                    AgentMemory memory = writing.of(agent).memory();
                    Heuristic heuristic =
                            memory.heuristic(fact.members().get(0)).orElseThrow();
                    return recorder.answered(writing, agent, response(memory, heuristic, true));
                });
    }

    private Object seen(String agent, String id, Snapshot snapshot, Resident memory) {
        String member = wordingOf(memory.memory(), id);
        return shown.of(HeuristicFinder.find(agent, member, memory), snapshot, memory);
    }

    /** The id of the one wording whose id begins so; as written, if there is none or several. */
    private static String wordingOf(AgentMemory memory, String wording) {
        if (wording.length() < HeuristicFinder.SHORTEST_ID) {
            return wording;
        }
        List<String> found = Stream.concat(
                        memory.heuristics().all().stream().map(Heuristic::id),
                        memory.heuristics().members().keySet().stream())
                .filter(id -> id.startsWith(wording))
                .limit(2)
                .toList();
        return found.size() == 1 ? found.get(0) : wording;
    }
}
