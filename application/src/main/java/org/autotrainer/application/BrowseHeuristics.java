package org.autotrainer.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.autotrainer.application.memory.Memories;
import org.autotrainer.application.memory.Recorder;
import org.autotrainer.application.memory.Resident;
import org.autotrainer.application.memory.Rows;
import org.autotrainer.application.port.Snapshot;
import org.autotrainer.application.port.Table;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.application.wire.Page;
import org.autotrainer.domain.evaluation.CleanText;
import org.autotrainer.domain.evaluation.Identity;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.evaluation.Limits;
import org.autotrainer.domain.journal.HeuristicSet;
import org.autotrainer.domain.memory.Heuristic;
import org.autotrainer.domain.memory.HeuristicKey;

/** Lists heuristics, shows where one came from, and sets one by hand. */
public final class BrowseHeuristics {
    private static final Comparator<Heuristic> MOST_SUPPORT_FIRST = Comparator.comparing(
                    (Heuristic heuristic) -> -heuristic.support().tasks())
            .thenComparing(Heuristic::id);
    private static final int SHORTEST_ID = 4;

    private final Memories memories;
    private final Recorder recorder;

    BrowseHeuristics(Memories memories, Recorder recorder) {
        this.memories = memories;
        this.recorder = recorder;
    }

    /**
     * A heuristic.
     *
     * @param keys the newest of its keys; a heuristic remembers twenty
     * @param support distinct tasks that suggested it
     * @param suggested how often it was suggested
     * @param critics who suggested it, and how often
     * @param contexts the terms of the tasks that it was suggested for, the most frequent first; ten at most
     */
    public record Item(
            String id,
            String text,
            List<String> keys,
            int support,
            int suggested,
            Map<String, Integer> critics,
            List<String> contexts,
            String status,
            Map<String, Object> evidence,
            String firstSeen,
            String lastSeen) {}

    /**
     * Lists heuristics, those with the most support first.
     *
     * @param cursor {@code next} of the page before; empty for the first
     * @param limit 1 to 500
     * @throws InvalidValueException if the limit or the cursor is not one
     */
    public Page<Item> list(String agent, String cursor, int limit) {
        Paging.check(limit);
        memories.checkpoint(agent);
        return memories.read(agent, (snapshot, memory) -> {
            List<Heuristic> page = memory.memory().heuristics().stream()
                    .sorted(MOST_SUPPORT_FIRST)
                    .skip(Paging.offset(cursor))
                    .limit(limit + 1L)
                    .toList();
            List<Item> items = page.stream()
                    .limit(limit)
                    .map(heuristic -> item(agent, heuristic, snapshot))
                    .toList();
            return Page.of(items, page.size() > limit ? Optional.of(Paging.next(cursor, limit)) : Optional.empty());
        });
    }

    /** How many heuristics an agent has. */
    public int count(String agent) {
        return memories.read(
                agent, (snapshot, memory) -> memory.memory().heuristics().size());
    }

    /**
     * Shows one heuristic.
     *
     * @param id its id, or the beginning of it, at least four characters
     * @throws AutoTrainerException {@link Problem#NOT_FOUND} if there is none; {@link Problem#INVALID} if several begin so
     */
    public Item show(String agent, String id) {
        memories.checkpoint(agent);
        return memories.read(agent, (snapshot, memory) -> item(agent, find(agent, id, memory), snapshot));
    }

    /** The text under each key, in order of the keys: what the original calls all heuristics. */
    public Map<String, String> keys(String agent) {
        memories.checkpoint(agent);
        return memories.read(agent, (snapshot, memory) -> {
            Map<String, String> texts = new LinkedHashMap<>();
            Paging.eachRow(snapshot, agent, Table.KEYS, row -> {
                HeuristicKey key = Rows.key(row);
                texts.put(key.key(), key.text());
            });
            return texts;
        });
    }

    /**
     * Sets a heuristic by hand; the same text under the same key changes nothing.
     *
     * @throws InvalidValueException if key or text is blank or too long
     */
    public Item set(String agent, String key, String text) {
        CleanText.required("agent", agent, Limits.AGENT);
        CleanText.required("key", key, Limits.NAME);
        String clean = CleanText.prose("text", text, Limits.SUGGESTION);
        if (clean.isBlank()) {
            throw new InvalidValueException("text is missing; a heuristic says something in 1 to 2000 characters");
        }
        memories.checkpoint(agent);
        memories.write(Set.of(agent), writing -> {
            Resident memory = writing.of(agent);
            boolean same = writing.transaction()
                    .row(agent, Table.KEYS, key)
                    .map(row -> Rows.key(row).text().equals(clean))
                    .orElse(false);
            if (!same) {
                String factId = Identity.of("set")
                        .text(agent)
                        .number(memory.position() + 1)
                        .id();
                memory.append(writing.transaction(), new HeuristicSet(factId, key, clean), recorder.now());
            }
            return same;
        });
        return show(agent, Heuristic.idOf(agent, clean));
    }

    private static Heuristic find(String agent, String id, Resident memory) {
        List<Heuristic> found = new ArrayList<>();
        if (id.length() >= SHORTEST_ID) {
            memory.memory().heuristics().stream()
                    .filter(heuristic -> heuristic.id().startsWith(id))
                    .forEach(found::add);
        }
        if (found.size() > 1) {
            throw new AutoTrainerException(
                    Problem.INVALID, found.size() + " heuristics begin with " + id + "; give more of the id");
        }
        if (found.isEmpty()) {
            throw new AutoTrainerException(
                    Problem.NOT_FOUND,
                    "agent " + agent + " has no heuristic " + id + "; try: autotrainer heuristics list --agent "
                            + agent);
        }
        return found.get(0);
    }

    private static Item item(String agent, Heuristic heuristic, Snapshot snapshot) {
        List<String> keys = heuristic.keys().stream()
                .filter(key -> snapshot.row(agent, Table.KEYS, key)
                        .map(row -> Rows.key(row).heuristic().equals(heuristic.id()))
                        .orElse(false))
                .toList();
        List<String> contexts = heuristic.contexts().counts().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(10)
                .map(Map.Entry::getKey)
                .toList();
        return new Item(
                heuristic.id(),
                heuristic.text(),
                keys,
                heuristic.support().tasks(),
                heuristic.suggested(),
                heuristic.critics(),
                contexts,
                heuristic.status(),
                Evidence.of(heuristic),
                heuristic.firstSeen().map(Instant::toString).orElse(""),
                heuristic.lastSeen().map(Instant::toString).orElse(""));
    }
}
