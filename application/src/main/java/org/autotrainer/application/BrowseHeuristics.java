package org.autotrainer.application;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.autotrainer.application.memory.Memories;
import org.autotrainer.application.memory.Recorder;
import org.autotrainer.application.memory.Resident;
import org.autotrainer.application.memory.Rows;
import org.autotrainer.application.memory.Writing;
import org.autotrainer.application.port.Row;
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
import org.autotrainer.domain.journal.Source;
import org.autotrainer.domain.learning.Lifecycle;
import org.autotrainer.domain.memory.Heuristic;
import org.autotrainer.domain.memory.HeuristicKey;
import org.autotrainer.domain.memory.Heuristics;
import org.autotrainer.domain.trust.Flag;
import org.autotrainer.domain.trust.Flags;
import org.autotrainer.domain.trust.Trust;

/** Lists heuristics, shows where one came from, and sets one by hand. */
public final class BrowseHeuristics {
    private final Memories memories;
    private final Recorder recorder;
    private final Source source;

    BrowseHeuristics(Memories memories, Recorder recorder, Source source) {
        this.memories = memories;
        this.recorder = recorder;
        this.source = source;
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

    /** Lists all heuristics, those with the most support first; see {@link #list(String, String, String, String, int)}. */
    public Page<Item> list(String agent, String cursor, int limit) {
        return list(agent, "", "", cursor, limit);
    }

    /**
     * Lists heuristics.
     *
     * @param status only those of this status, such as {@code active}; empty for all
     * @param sort {@code support}, or empty: those with the most support first; one whose support changes meanwhile may be
     *     passed over. {@code id}: by their ids, each exactly once whatever happens meanwhile
     * @param cursor {@code next} of the page before; empty for the first
     * @param limit 1 to 500
     * @throws InvalidValueException if one of them is not allowed
     */
    public Page<Item> list(String agent, String status, String sort, String cursor, int limit) {
        Paging.check(limit);
        HeuristicOrder order = HeuristicOrder.of(sort);
        Optional<Lifecycle> wanted = status.isEmpty() ? Optional.empty() : Optional.of(HeuristicOrder.status(status));
        Cursor cursors = new Cursor("heuristics", agent, status, order.name());
        String place = cursors.place(cursor);
        return memories.readTables(agent, (snapshot, memory) -> {
            Heuristics heuristics = memory.memory().heuristics();
            List<Heuristic> page = heuristics.all().stream()
                    .filter(heuristic -> wanted.isEmpty()
                            || heuristics
                                            .evidence(heuristics.find(heuristic.id()))
                                            .status()
                                    == wanted.get())
                    .filter(order.after(place))
                    .sorted(order.comparator())
                    .limit(limit + 1L)
                    .toList();
            List<Item> items = page.stream()
                    .limit(limit)
                    .map(heuristic -> item(memory, heuristic, snapshot))
                    .toList();
            return Page.of(
                    items,
                    page.size() > limit ? Optional.of(cursors.at(order.place(page.get(limit - 1)))) : Optional.empty());
        });
    }

    /** How many heuristics an agent has. */
    public int count(String agent) {
        return memories.read(
                agent, (snapshot, memory) -> memory.memory().heuristics().size());
    }

    /**
     * A heuristic with its story.
     *
     * @param heuristic the heuristic
     * @param wordings its wordings by id, its own first: what critics said in other words
     * @param origins the newest suggestions behind it: key, task, text and reason of each
     * @param strangers the sources below trusted that it came from, and how often
     * @param flags what to look at before it is approved, a sentence each
     * @param history its changes of status, oldest first, with the numbers that caused them
     */
    public record Story(
            Item heuristic,
            Map<String, String> wordings,
            List<Origin> origins,
            Map<String, Integer> strangers,
            List<String> flags,
            List<Change> history) {}

    /** A suggestion behind a heuristic. */
    public record Origin(String key, String taskId, String text, String reason) {}

    /** A change of status. */
    public record Change(String at, String from, String to, String because) {}

    /**
     * Explains one heuristic: where it came from, what it did, and why it has its status.
     *
     * @param id its id, or the beginning of it, at least four characters
     * @throws AutoTrainerException as {@link #show}
     */
    public Story explain(String agent, String id) {
        return memories.readTables(
                agent, (snapshot, memory) -> story(HeuristicFinder.find(agent, id, memory), snapshot, memory));
    }

    /** The story of a heuristic; the tables of the checkpoint are up to date. */
    static Story story(Heuristic heuristic, Snapshot snapshot, Resident memory) {
        String agent = memory.memory().agent();
        Item item = item(memory, heuristic, snapshot);
        Map<String, String> wordings = new LinkedHashMap<>();
        for (String member : HeuristicFinder.members(memory.memory(), heuristic)) {
            wordings.put(
                    member,
                    snapshot.row(agent, Table.MEMBERS, member)
                            .map(row -> row.text(2))
                            .orElse(heuristic.text()));
        }
        List<Origin> origins = item.keys().stream()
                .<Row>flatMap(key -> snapshot.row(agent, Table.KEYS, key).stream())
                .map(Rows::key)
                .map(key -> new Origin(key.key(), key.sourceTaskId(), key.text(), key.reason()))
                .toList();
        Heuristics heuristics = memory.memory().heuristics();
        List<Change> history = heuristics.evidence(heuristics.find(heuristic.id())).story().stream()
                .map(change -> new Change(
                        change.at().toString(),
                        change.from().word(),
                        change.to().word(),
                        change.because()))
                .toList();
        List<String> flags =
                Flags.of(heuristic.text()).stream().map(Flag::sentence).toList();
        return new Story(item, wordings, origins, heuristic.strangers(), flags, history);
    }

    /**
     * Shows one heuristic.
     *
     * @param id its id, or the beginning of it, at least four characters
     * @throws AutoTrainerException {@link Problem#NOT_FOUND} if there is none; {@link Problem#INVALID} if several begin so
     */
    public Item show(String agent, String id) {
        return memories.readTables(
                agent, (snapshot, memory) -> item(memory, HeuristicFinder.find(agent, id, memory), snapshot));
    }

    /** The text under each key, in the order in which they were last set: what the original calls all heuristics. */
    public Map<String, String> keys(String agent) {
        return memories.readTables(agent, (snapshot, memory) -> {
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
     * @throws AutoTrainerException {@link Problem#FORBIDDEN} if whoever sets it is blocked
     */
    public Item set(String agent, String key, String text) {
        CleanText.required("agent", agent, Limits.AGENT);
        if (source.trust() == Trust.BLOCKED) {
            throw new AutoTrainerException(Problem.FORBIDDEN, source.name() + " is blocked: nothing of it is taken");
        }
        String clean = checked(key, text);
        return memories.write(Set.of(agent), writing -> {
            set(writing, writing.withTables(agent), key, clean, source);
            Resident memory = writing.withTables(agent);
            Heuristic heuristic =
                    memory.memory().heuristic(Heuristic.idOf(agent, clean)).orElseThrow();
            return recorder.answered(writing, agent, item(memory, heuristic, writing.transaction()));
        });
    }

    /**
     * What became of heuristics that were set together.
     *
     * @param set keys that are new, or have a new text
     * @param founded heuristics that nothing said before
     */
    public record Kept(int set, int founded) {}

    /**
     * Sets heuristics that a trusted file holds, all or none; see {@link #set}.
     *
     * @param file by whose name, without its folders, they can be retracted
     * @param textByKey the texts by their keys, in the order in which they are set
     */
    public Kept setAll(String agent, String file, Map<String, String> textByKey) {
        CleanText.required("agent", agent, Limits.AGENT);
        Map<String, String> clean = new LinkedHashMap<>();
        textByKey.forEach((key, text) -> clean.put(key, checked(key, text)));
        Source playbook = new Source(ImportName.of(file), Trust.TRUSTED);
        return memories.write(Set.of(agent), writing -> {
            Resident memory = writing.withTables(agent);
            Heuristics heuristics = memory.memory().heuristics();
            int before = heuristics.all().size();
            int set = 0;
            for (Map.Entry<String, String> advice : clean.entrySet()) {
                set += set(writing, memory, advice.getKey(), advice.getValue(), playbook) ? 1 : 0;
            }
            return new Kept(set, heuristics.all().size() - before);
        });
    }

    private static String checked(String key, String text) {
        CleanText.required("key", key, Limits.NAME);
        String clean = CleanText.prose("text", text, Limits.SUGGESTION);
        if (clean.isBlank()) {
            throw new InvalidValueException("text is missing; a heuristic says something in 1 to 2000 characters");
        }
        return clean;
    }

    /** Sets one heuristic; false if it stood so already. */
    private boolean set(Writing writing, Resident memory, String key, String text, Source from) {
        String agent = memory.memory().agent();
        boolean same = writing.transaction()
                .row(agent, Table.KEYS, key)
                .map(row -> Rows.key(row).text().equals(text))
                .orElse(false);
        if (!same) {
            String factId =
                    Identity.of("set").text(agent).number(memory.position() + 1).id();
            memory.append(writing.transaction(), new HeuristicSet(factId, key, text, from), recorder.now());
        }
        return !same;
    }

    private static Item item(Resident memory, Heuristic heuristic, Snapshot snapshot) {
        String agent = memory.memory().agent();
        Heuristics heuristics = memory.memory().heuristics();
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
                heuristic.suggestedInAll(),
                heuristic.critics(),
                contexts,
                heuristics.evidence(heuristics.find(heuristic.id())).status().word(),
                EvidenceBody.of(memory.memory(), heuristic),
                heuristic.firstSeen().map(Instant::toString).orElse(""),
                heuristic.lastSeen().map(Instant::toString).orElse(""));
    }
}
