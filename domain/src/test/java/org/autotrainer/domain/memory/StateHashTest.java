package org.autotrainer.domain.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.journal.HeuristicSet;
import org.autotrainer.domain.learning.Support;
import org.junit.jupiter.api.Test;

/** The hash of what was learned: what it covers, and what it leaves out. */
class StateHashTest {
    private static final Heuristic HEURISTIC = new Heuristic(
            "h1",
            "Be brief",
            Support.NONE.with(7),
            2,
            3,
            new TreeMap<>(Map.of("judge", 2)),
            ContextTerms.of(Map.of("flight", 1)),
            List.of("k1"),
            Optional.of(Instant.EPOCH),
            Optional.empty());
    private static final HeuristicKey KEY = new HeuristicKey("k1", "Be brief", "h1", "t1", "reason", 1);

    @Test
    void it_is_that_of_the_first_release() {
        assertThat(hash(List.of(), List.of()))
                .isEqualTo("v1:12a3ae445661ce5dee78d0650d33362dec29c4f82af05e7e57fb595bbbacf0ca");
        assertThat(hash(List.of(HEURISTIC), List.of(KEY)))
                .isEqualTo("v1:8d531c898dd76743e2b5a4b748fab4ec67ced26498c45bc64b751c6def1fc48a");
    }

    @Test
    void the_hash_of_a_whole_history_is_that_of_the_first_release() {
        Noted noted = new Noted();
        AgentMemory memory = new AgentMemory(RandomHistory.AGENT, noted);
        long position = 0;
        for (var fact : new RandomHistory(new Random(1)).facts(500)) {
            position++;
            memory.fold(position, RandomHistory.at(position), fact);
        }

        assertThat(noted.stateHash()).isEqualTo("v1:f1eaea2a24bf7f07400b599c288bef6dbaf16fd72412a0bafd1bd6d94a8f032e");
    }

    @Test
    void the_order_of_heuristics_makes_no_difference() {
        List<Heuristic> heuristics = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            heuristics.add(named("h" + i));
        }
        String hash = hash(heuristics, List.of());
        long seed = 51;
        Collections.shuffle(heuristics, new Random(seed));

        assertThat(hash(heuristics, List.of())).as("seed %d", seed).isEqualTo(hash);
    }

    @Test
    void whatever_was_learned_makes_a_difference() {
        TreeMap<String, Integer> critics = new TreeMap<>(Map.of("judge", 2));
        ContextTerms contexts = HEURISTIC.contexts();
        Set<String> hashes = new HashSet<>();
        List<Heuristic> others = List.of(
                HEURISTIC,
                named("h2"),
                with("Be short", HEURISTIC.support(), 2, 3, critics, contexts),
                with("Be brief", Support.NONE.with(8), 2, 3, critics, contexts),
                with("Be brief", HEURISTIC.support().with(8), 2, 3, critics, contexts),
                with("Be brief", HEURISTIC.support(), 1, 3, critics, contexts),
                with("Be brief", HEURISTIC.support(), 2, 4, critics, contexts),
                with("Be brief", HEURISTIC.support(), 2, 3, new TreeMap<>(), contexts),
                with("Be brief", HEURISTIC.support(), 2, 3, new TreeMap<>(Map.of("judge", 1)), contexts),
                with("Be brief", HEURISTIC.support(), 2, 3, critics, ContextTerms.NONE),
                with("Be brief", HEURISTIC.support(), 2, 3, critics, ContextTerms.of(Map.of("flight", 2))));
        others.forEach(other -> hashes.add(hash(List.of(other), List.of(KEY))));
        hashes.add(hash(List.of(HEURISTIC), List.of()));
        hashes.add(hash(List.of(HEURISTIC), List.of(new HeuristicKey("k2", "Be brief", "h1", "t1", "reason", 1))));
        hashes.add(hash(List.of(HEURISTIC), List.of(new HeuristicKey("k1", "be brief", "h1", "t1", "reason", 1))));
        hashes.add(hash(List.of(HEURISTIC), List.of(new HeuristicKey("k1", "Be brief", "", "t1", "reason", 1))));

        assertThat(hashes).hasSize(others.size() + 4);
    }

    @Test
    void positions_times_and_reasons_make_none() {
        Heuristic later = new Heuristic(
                HEURISTIC.id(),
                HEURISTIC.text(),
                HEURISTIC.support(),
                HEURISTIC.suggested(),
                HEURISTIC.shown(),
                HEURISTIC.critics(),
                HEURISTIC.contexts(),
                HEURISTIC.keys(),
                Optional.of(Instant.MAX),
                Optional.of(Instant.MAX));
        HeuristicKey moved = new HeuristicKey("k1", "Be brief", "h1", "t9", "other", 99);

        assertThat(hash(List.of(later), List.of(moved))).isEqualTo(hash(List.of(HEURISTIC), List.of(KEY)));
    }

    @Test
    void a_memory_that_learned_the_same_later_has_the_same_hash() {
        assertThat(learnedAt(1, Instant.EPOCH)).isEqualTo(learnedAt(1_000, Instant.EPOCH.plusSeconds(9)));
    }

    @Test
    void the_hash_of_several_agents_tells_who_learned_what() {
        String one = hash(List.of(), List.of());
        String other = hash(List.of(HEURISTIC), List.of());

        assertThat(StateHash.combined(new TreeMap<>(Map.of("a", one, "b", other))))
                .isEqualTo(StateHash.combined(new TreeMap<>(Map.of("b", other, "a", one))))
                .isNotEqualTo(StateHash.combined(new TreeMap<>(Map.of("a", other, "b", one))))
                .isNotEqualTo(StateHash.combined(new TreeMap<>(Map.of("a", one))))
                .matches("v1:[0-9a-f]{64}");
    }

    private static String learnedAt(long position, Instant at) {
        Noted noted = new Noted();
        AgentMemory memory = new AgentMemory("a", noted);
        memory.fold(position, at, new HeuristicSet("s" + position, "k", "Be brief"));
        memory.train(Evaluation.of("a", "t").suggest("Be kind").build(), at);
        return noted.stateHash();
    }

    private static String hash(List<Heuristic> heuristics, List<HeuristicKey> keys) {
        return StateHash.of(heuristics, keys.iterator(), Settings.PRESET);
    }

    private static Heuristic named(String id) {
        return new Heuristic(
                id,
                HEURISTIC.text(),
                HEURISTIC.support(),
                2,
                3,
                HEURISTIC.critics(),
                HEURISTIC.contexts(),
                HEURISTIC.keys(),
                Optional.empty(),
                Optional.empty());
    }

    private static Heuristic with(
            String text,
            Support support,
            int suggested,
            int shown,
            TreeMap<String, Integer> critics,
            ContextTerms contexts) {
        return new Heuristic(
                "h1",
                text,
                support,
                suggested,
                shown,
                critics,
                contexts,
                HEURISTIC.keys(),
                Optional.empty(),
                Optional.empty());
    }
}
