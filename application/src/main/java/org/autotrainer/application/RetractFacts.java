package org.autotrainer.application;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.autotrainer.application.memory.Aside;
import org.autotrainer.application.memory.Memories;
import org.autotrainer.application.memory.Recorder;
import org.autotrainer.application.port.Entry;
import org.autotrainer.application.port.Snapshot;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.application.wire.EvaluationBody;
import org.autotrainer.domain.evaluation.CleanText;
import org.autotrainer.domain.evaluation.Identity;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.evaluation.Limits;
import org.autotrainer.domain.journal.FactKind;
import org.autotrainer.domain.journal.Retracted;
import org.autotrainer.domain.journal.Selection;
import org.autotrainer.domain.memory.AgentMemory;
import org.autotrainer.domain.memory.Heuristic;

/**
 * Un-learns: what evaluations taught is gone as if they had never come, and comes back when the retraction is taken back.
 *
 * <p>Others are served meanwhile.
 */
public final class RetractFacts {
    /** How many changes are told, one by one. */
    public static final int MOST_CHANGES = 500;

    private static final int MOST_NAMED = 5;
    private static final List<String> TELLING = List.of("gone", "back", "status", "evidence");
    private static final Comparator<Change> MOST_TELLING_FIRST = Comparator.comparingInt(
                    (Change change) -> TELLING.indexOf(change.change()))
            .thenComparing(Change::id);

    private final Memories memories;
    private final Recorder recorder;

    RetractFacts(Memories memories, Recorder recorder) {
        this.memories = memories;
        this.recorder = recorder;
    }

    /**
     * What is to be retracted: evaluations and receipts that fit all that is said.
     *
     * @param id names the retraction; absent for a new one
     * @param undo whether the retraction of the id is taken back; nothing else is said then, and the beginning of the id is
     *     enough, at least four characters
     * @param source the file or credential that the evaluations came by: {@code import} on the wire
     * @param after from this moment on, in ISO 8601 with zone: {@code 2026-05-21T09:30:00Z}
     * @param before up to this moment, not included
     * @param dryRun whether to tell only what would change
     */
    public record Request(
            String agent,
            String id,
            Boolean undo,
            String critic,
            String task,
            String run,
            String source,
            String tag,
            String after,
            String before,
            Boolean dryRun) {}

    /**
     * What changes for a heuristic.
     *
     * @param change {@code gone}, {@code back}, {@code status} or {@code evidence}
     * @param before its status and support before
     * @param now its status and support afterwards; empty when it is gone
     */
    public record Change(String id, String text, String change, String before, String now) {}

    /**
     * What a retraction did, or would do.
     *
     * @param retraction its id, by which it can be taken back
     * @param dryRun whether nothing was written
     * @param facts how many facts no longer count, or count again
     * @param changes what changes for heuristics, the most telling first; five hundred at most
     * @param changed for how many heuristics something changes
     */
    public record Response(String retraction, boolean dryRun, long facts, List<Change> changes, long changed) {}

    /**
     * A retraction that was made.
     *
     * @param retraction its id, by which it can be taken back
     * @param at when it was made
     * @param what what was said of the facts that it is about
     * @param facts how many facts it is about, whether or not another retraction has them, too
     * @param undone whether it was taken back
     */
    public record Item(String retraction, String at, String what, long facts, boolean undone) {}

    /** Lists the retractions of an agent, the newest first, those included that were taken back. */
    public List<Item> list(String agent) {
        CleanText.required("agent", agent, Limits.AGENT);
        return memories.readAlone(agent, snapshot -> {
            List<Made> made = made(agent, snapshot);
            Map<String, Long> facts = Retractable.counted(
                    snapshot,
                    agent,
                    made.stream()
                            .collect(Collectors.toMap(
                                    Made::id,
                                    one -> new Retractable(
                                            one.fact().selection(), one.first().position()))));
            List<Item> items = new ArrayList<>();
            for (Made one : made) {
                String what = FactSummary.selected(one.fact().selection());
                String at = one.first().recordedAt().toString();
                items.add(new Item(
                        one.id(),
                        at,
                        what,
                        facts.getOrDefault(one.id(), 0L),
                        !one.fact().isInForce()));
            }
            return items;
        });
    }

    /** A retraction by its first entry, as it stands now. */
    private record Made(Entry first, Retracted fact) {
        String id() {
            return fact.id();
        }
    }

    /** The retractions of an agent, the newest first. */
    private static List<Made> made(String agent, Snapshot snapshot) {
        Map<String, Made> made = new LinkedHashMap<>();
        for (Entry entry : snapshot.rewrites(agent)) {
            if (entry.kind() == FactKind.RETRACTION) {
                Made one = new Made(entry, (Retracted) entry.fact(agent));
                made.merge(one.id(), one, (first, newer) -> new Made(first.first(), newer.fact()));
            }
        }
        List<Made> newestFirst = new ArrayList<>(made.values());
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    /**
     * Retracts, or takes a retraction back. It is about facts that are there: nothing that comes later is retracted by it.
     *
     * @throws InvalidValueException if nothing says what to retract, or a value is outside its range
     * @throws AutoTrainerException {@link Problem#NOT_FOUND} if no fact fits, or the retraction to take back is not there; a
     *     rehearsal tells the former in its figures
     */
    public Response retract(Request request) {
        String agent = CleanText.required(
                "agent", Objects.requireNonNullElse(request.agent(), EvaluationBody.DEFAULT_AGENT), Limits.AGENT);
        Instant now = recorder.now();
        Retracted fact = Boolean.TRUE.equals(request.undo()) ? takenBack(agent, request) : retraction(agent, request);
        boolean dryRun = Boolean.TRUE.equals(request.dryRun());
        if (fact.isInForce() && !dryRun) {
            memories.readAlone(agent, snapshot -> Retractable.required(snapshot, agent, fact.selection()));
        }
        Aside aside = memories.aside(agent, fact, now);
        List<Change> changes = memories.read(agent, (snapshot, memory) -> changes(memory.memory(), aside.memory()));
        Response response = new Response(
                fact.id(),
                dryRun,
                aside.changed(),
                changes.stream().limit(MOST_CHANGES).toList(),
                changes.size());
        return dryRun
                ? response
                : memories.rewrite(
                        agent, fact, now, aside, writing -> {}, writing -> recorder.answered(writing, agent, response));
    }

    private Retracted retraction(String agent, Request request) {
        Selection selection = new Selection(
                text(request.critic()),
                text(request.task()),
                text(request.run()),
                text(request.source()),
                text(request.tag()),
                instant("after", request.after()),
                instant("before", request.before()));
        String given = CleanText.name("id", text(request.id()), Limits.NAME);
        String id = given.isEmpty()
                ? memories.read(
                        agent,
                        (snapshot, memory) -> Identity.of("retraction")
                                .text(agent)
                                .number(memory.position() + 1)
                                .text(selection.toString())
                                .id())
                : given;
        if (newest(agent, id).isPresent()) {
            throw new AutoTrainerException(
                    Problem.CONFLICT, "retraction " + id + " was made already; give another id, or undo it");
        }
        return new Retracted(id, 0, selection);
    }

    private Retracted takenBack(String agent, Request request) {
        String id = CleanText.required("id", text(request.id()), Limits.NAME);
        Retracted newest = newest(agent, id).orElseGet(() -> begun(agent, id));
        if (!newest.isInForce()) {
            throw new AutoTrainerException(Problem.CONFLICT, "retraction " + newest.id() + " was taken back already");
        }
        return new Retracted(newest.id(), newest.revision() + 1, newest.selection());
    }

    /** The one retraction whose id begins so. */
    private Retracted begun(String agent, String id) {
        List<Made> made = memories.readAlone(agent, snapshot -> made(agent, snapshot));
        List<Made> found = id.length() < HeuristicFinder.SHORTEST_ID
                ? List.of()
                : made.stream().filter(one -> one.id().startsWith(id)).toList();
        if (found.size() > 1) {
            throw new AutoTrainerException(
                    Problem.INVALID,
                    found.size() + " retractions begin with " + id + "; give more of the id: " + named(found));
        }
        if (found.isEmpty()) {
            throw new AutoTrainerException(
                    Problem.NOT_FOUND,
                    "agent " + agent + " has no retraction " + id + "; "
                            + (made.isEmpty() ? "it has none" : "it has " + named(made)));
        }
        return found.get(0).fact();
    }

    private static String named(List<Made> made) {
        return made.stream().limit(MOST_NAMED).map(Made::id).collect(Collectors.joining(", "))
                + (made.size() > MOST_NAMED ? ", …" : "");
    }

    private Optional<Retracted> newest(String agent, String id) {
        return memories.readAlone(
                agent,
                snapshot ->
                        snapshot.newest(agent, FactKind.RETRACTION, id).map(entry -> (Retracted) entry.fact(agent)));
    }

    private static List<Change> changes(AgentMemory before, AgentMemory now) {
        List<Change> changes = new ArrayList<>();
        for (Heuristic heuristic : before.heuristics().all()) {
            String was = standing(before, heuristic);
            Optional<Heuristic> after = now.heuristic(heuristic.id());
            String is = after.map(found -> standing(now, found)).orElse("");
            if (is.isEmpty() || !is.equals(was)) {
                String change = is.isEmpty() ? "gone" : word(is).equals(word(was)) ? "evidence" : "status";
                changes.add(new Change(heuristic.id(), heuristic.text(), change, was, is));
            }
        }
        for (Heuristic heuristic : now.heuristics().all()) {
            if (before.heuristic(heuristic.id()).isEmpty()) {
                changes.add(new Change(heuristic.id(), heuristic.text(), "back", "", standing(now, heuristic)));
            }
        }
        changes.sort(MOST_TELLING_FIRST);
        return changes;
    }

    private static String standing(AgentMemory memory, Heuristic heuristic) {
        var evidence = memory.heuristics().evidence(memory.heuristics().find(heuristic.id()));
        int tasks = heuristic.support().tasks();
        return evidence.status().word() + ", " + tasks + (tasks == 1 ? " task" : " tasks") + ", shown "
                + evidence.shown();
    }

    private static String word(String standing) {
        return standing.substring(0, standing.indexOf(','));
    }

    private static String text(String value) {
        return Objects.requireNonNullElse(value, "");
    }

    private static Optional<Instant> instant(String name, String value) {
        try {
            return text(value).isEmpty() ? Optional.empty() : Optional.of(Instant.parse(value));
        } catch (DateTimeParseException wrong) {
            throw new InvalidValueException(
                    name + " is \"" + value + "\"; allowed is a time such as 2026-05-21T09:30:00Z");
        }
    }
}
