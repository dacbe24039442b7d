package org.autotrainer.application;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.autotrainer.application.memory.Memories;
import org.autotrainer.application.memory.Replay;
import org.autotrainer.application.port.CodePointOrder;
import org.autotrainer.application.port.Entry;
import org.autotrainer.application.port.Head;
import org.autotrainer.application.port.Row;
import org.autotrainer.application.port.Snapshot;
import org.autotrainer.application.port.Store;
import org.autotrainer.application.port.Table;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.domain.evaluation.Identity;
import org.autotrainer.domain.journal.Chain;
import org.autotrainer.domain.memory.StateHash;

/** Checks a store against itself, and learns anew what was learned. */
public final class MaintainStore {
    private static final int PAGE = 500;
    private static final int PROBLEMS = 100;
    private static final Row NO_ROW = Row.of(Table.DECISIONS, "", "");

    private final Store store;
    private final Memories memories;

    MaintainStore(Store store, Memories memories) {
        this.store = store;
        this.memories = memories;
    }

    /**
     * What a check found.
     *
     * @param ok whether nothing is wrong
     * @param facts how many facts there are
     * @param stateHash the hash of what was learned, folded anew from the facts
     * @param chainHash the hash of the journals' last links
     * @param problems what is wrong, a sentence each; the first hundred
     */
    public record Report(boolean ok, long facts, String stateHash, String chainHash, List<String> problems) {}

    /**
     * Verifies the chain of every journal, folds it anew and compares the result with the checkpoint.
     *
     * @param progress is told the facts that have been verified so far, again and again
     */
    public Report check(Consumer<Long> progress) {
        List<String> problems = new ArrayList<>(store.damage());
        SortedMap<String, String> states = new TreeMap<>(CodePointOrder.BY_CODE_POINT);
        Identity chains = Identity.of("chains");
        long facts = 0;
        for (String agent : agents()) {
            long before = facts;
            long count = store.read(snapshot -> {
                Check check = new Check(agent, snapshot, problems);
                Chained chained = check.chain(verified -> progress.accept(before + verified));
                states.put(agent, check.state(chained.head()));
                chains.text(agent).bytes(chained.head().chain());
                return chained.facts();
            });
            facts += count;
        }
        List<String> told = new ArrayList<>(problems.subList(0, Math.min(PROBLEMS, problems.size())));
        if (problems.size() > PROBLEMS) {
            told.add("and " + (problems.size() - PROBLEMS) + " more problems");
        }
        return new Report(problems.isEmpty(), facts, StateHash.combined(states), chains.id(), List.copyOf(told));
    }

    /**
     * Learns everything anew from the journals, and replaces all checkpoints.
     *
     * @param progress is told each agent that is done
     * @return how many agents there are
     * @throws AutoTrainerException {@link Problem#STORE_UNUSABLE} if a journal is damaged: nothing is replaced then, since
     *     what a lost fact taught would be lost for good
     */
    public int rebuild(Consumer<String> progress) {
        List<String> agents = agents();
        List<String> problems = new ArrayList<>();
        agents.forEach(agent -> store.read(snapshot -> new Check(agent, snapshot, problems).chain(verified -> {})));
        if (!problems.isEmpty()) {
            throw new AutoTrainerException(
                    Problem.STORE_UNUSABLE, problems.get(0) + "; nothing was rebuilt, restore a backup");
        }
        agents.forEach(agent -> {
            memories.rebuild(agent);
            progress.accept(agent);
        });
        return agents.size();
    }

    /** The hash of what one agent has learned, folded anew from its facts. */
    public String stateHash(String agent) {
        return store.read(
                snapshot -> Replay.upTo(snapshot, agent, Long.MAX_VALUE).stateHash());
    }

    /** The names of all agents with facts. */
    public List<String> agents() {
        List<String> agents = new ArrayList<>();
        for (List<String> page = agents(""); !page.isEmpty(); page = agents(agents.get(agents.size() - 1))) {
            agents.addAll(page);
        }
        return agents;
    }

    private List<String> agents(String after) {
        return store.read(snapshot -> snapshot.agents(after, PAGE));
    }

    /** The end of a journal that was verified, and how many facts there are. */
    private record Chained(Head head, long facts) {}

    private record Check(String agent, Snapshot snapshot, List<String> problems) {
        Chained chain(Consumer<Long> progress) {
            Head head = Head.none();
            long facts = 0;
            while (true) {
                List<Entry> page = snapshot.entries(agent, head.position(), PAGE);
                if (page.isEmpty()) {
                    break;
                }
                for (Entry entry : page) {
                    if (!Arrays.equals(entry.payloadHash(), Chain.hash(entry.payload()))) {
                        problems.add(
                                "the fact at position " + entry.position() + " of agent " + agent + " was changed");
                    }
                    if (!entry.follows(head)) {
                        problems.add("the chain of agent " + agent + " is broken at position " + entry.position());
                    }
                    head = entry.head();
                    facts++;
                }
                progress.accept(facts);
            }
            if (!head.equals(snapshot.head(agent))) {
                problems.add("the journal of agent " + agent + " does not end at its head");
            }
            return new Chained(head, facts);
        }

        /** The state hash at the head; what the checkpoint holds is compared with a fold up to where it stands. */
        String state(Head head) {
            try {
                long checkpoint = snapshot.checkpoint(agent);
                Replay upToCheckpoint = Replay.upTo(snapshot, agent, checkpoint);
                compare(upToCheckpoint);
                return checkpoint == head.position()
                        ? upToCheckpoint.stateHash()
                        : Replay.upTo(snapshot, agent, head.position()).stateHash();
            } catch (IllegalArgumentException damaged) {
                problems.add("a fact of agent " + agent + " cannot be read: " + damaged.getMessage());
                return "";
            }
        }

        private void compare(Replay replay) {
            Map<Table, Map<String, Row>> expected = new HashMap<>();
            replay.rows()
                    .forEach(row -> expected.computeIfAbsent(row.table(), any -> new HashMap<>())
                            .put(row.key(), row));
            for (Table table : Table.values()) {
                Map<String, Row> rows = expected.getOrDefault(table, new HashMap<>());
                Paging.eachRow(snapshot, agent, table, row -> {
                    boolean same = row.equals(rows.getOrDefault(row.key(), NO_ROW));
                    rows.remove(row.key());
                    if (!same) {
                        differs(table, row.key());
                    }
                });
                rows.keySet().forEach(key -> differs(table, key));
            }
        }

        private void differs(Table table, String key) {
            problems.add("the row " + key + " of " + table.word() + " of agent " + agent
                    + " is not what the journal gives; try: autotrainer store rebuild");
        }
    }
}
