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
import org.autotrainer.domain.learning.Evidence;
import org.autotrainer.domain.learning.Part;
import org.autotrainer.domain.learning.Standing;
import org.autotrainer.domain.learning.Support;
import org.junit.jupiter.api.Test;

/** The hash of what was learned: what it covers, and what it leaves out. */
class StateHashTest {
    private static final Heuristic HEURISTIC = new Heuristic(
            "h1",
            "Be brief",
            Support.NONE.with(7),
            2,
            new TreeMap<>(Map.of("judge", 2)),
            new TreeMap<>(),
            ContextTerms.of(Map.of("flight", 1)),
            List.of("k1"),
            Optional.of(Instant.EPOCH),
            Optional.empty());
    private static final HeuristicKey KEY = new HeuristicKey("k1", "Be brief", "h1", "t1", "reason", 1, 0);

    @Test
    void it_is_that_of_the_first_release() {
        assertThat(hash(List.of(), List.of()))
                .isEqualTo("v1:21895aa028ea0bb9a4afbba3205ff06612e42502673c413fd0cb972ffeeff140");
        assertThat(hash(List.of(HEURISTIC), List.of(KEY)))
                .isEqualTo("v1:7a2f2e5a06037947b2dbeeacb1913922d3ea556ef58e45352aa47817f72ffd1b");
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

        assertThat(noted.stateHash(memory))
                .isEqualTo("v1:28eed9058db32190aed0efb1b9881ec17ab0308f1c51bb20f217590659f60de6");
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
                with("Be short", HEURISTIC.support(), 2, critics, Map.of(), contexts),
                with("Be brief", Support.NONE.with(8), 2, critics, Map.of(), contexts),
                with("Be brief", HEURISTIC.support().with(8), 2, critics, Map.of(), contexts),
                with("Be brief", HEURISTIC.support(), 1, critics, Map.of(), contexts),
                with("Be brief", HEURISTIC.support(), 2, new TreeMap<>(), Map.of(), contexts),
                with("Be brief", HEURISTIC.support(), 2, new TreeMap<>(Map.of("judge", 1)), Map.of(), contexts),
                with("Be brief", HEURISTIC.support(), 2, critics, Map.of("forum", 1), contexts),
                with("Be brief", HEURISTIC.support(), 2, critics, Map.of("forum", 2), contexts),
                with("Be brief", HEURISTIC.support(), 2, critics, Map.of(), ContextTerms.NONE),
                with("Be brief", HEURISTIC.support(), 2, critics, Map.of(), ContextTerms.of(Map.of("flight", 2))));
        others.forEach(other -> hashes.add(hash(List.of(other), List.of(KEY))));
        hashes.add(hash(List.of(HEURISTIC), List.of()));
        hashes.add(hash(List.of(HEURISTIC), List.of(new HeuristicKey("k2", "Be brief", "h1", "t1", "reason", 1, 0))));
        hashes.add(hash(List.of(HEURISTIC), List.of(new HeuristicKey("k1", "be brief", "h1", "t1", "reason", 1, 0))));
        hashes.add(hash(List.of(HEURISTIC), List.of(new HeuristicKey("k1", "Be brief", "", "t1", "reason", 1, 0))));

        assertThat(hashes).hasSize(others.size() + 4);
    }

    @Test
    void evidence_and_what_was_learned_from_outcomes_make_a_difference() {
        Evidence shown = new Evidence();
        shown.handedOut(true, Instant.EPOCH);
        Evidence again = new Evidence();
        again.suggestedAgain(0.5);
        Evidence pinned = new Evidence();
        pinned.stand(Standing.PINNED, Instant.EPOCH, "by hand");
        Set<String> hashes = new HashSet<>();
        for (Evidence evidence : List.of(new Evidence(), shown, again, pinned)) {
            hashes.add(hash(List.of(HEURISTIC), List.of(), Map.of("h1", evidence), List.of()));
        }
        hashes.add(hash(
                List.of(HEURISTIC), List.of(), Map.of(), List.of(new Part("worth:support", "", new double[] {1, 1}))));
        hashes.add(hash(
                List.of(HEURISTIC), List.of(), Map.of(), List.of(new Part("worth:support", "", new double[] {1, 2}))));

        assertThat(hashes).hasSize(6);
    }

    @Test
    void why_a_status_changed_and_when_makes_none() {
        Evidence early = new Evidence();
        early.stand(Standing.PINNED, Instant.EPOCH, "by hand");
        Evidence late = new Evidence();
        late.stand(Standing.PINNED, Instant.MAX, "because");

        assertThat(hash(List.of(HEURISTIC), List.of(), Map.of("h1", late), List.of()))
                .isEqualTo(hash(List.of(HEURISTIC), List.of(), Map.of("h1", early), List.of()));
    }

    @Test
    void positions_times_and_reasons_make_none() {
        Heuristic later = new Heuristic(
                HEURISTIC.id(),
                HEURISTIC.text(),
                HEURISTIC.support(),
                HEURISTIC.suggested(),
                HEURISTIC.critics(),
                HEURISTIC.strangers(),
                HEURISTIC.contexts(),
                HEURISTIC.keys(),
                Optional.of(Instant.MAX),
                Optional.of(Instant.MAX));
        HeuristicKey moved = new HeuristicKey("k1", "Be brief", "h1", "t9", "other", 99, 3);

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
        return noted.stateHash(memory);
    }

    private static String hash(List<Heuristic> heuristics, List<HeuristicKey> keys) {
        return hash(heuristics, keys, Map.of(), List.of());
    }

    private static String hash(
            List<Heuristic> heuristics, List<HeuristicKey> keys, Map<String, Evidence> evidence, List<Part> parts) {
        AgentMemory.Kept kept = new AgentMemory.Kept(
                heuristics, evidence, Map.of(), Map.of(), parts, List.of(), Map.of(), List.of(), Settings.PRESET);
        return StateHash.of(AgentMemory.restored("a", kept, Learned.NOWHERE), keys.iterator());
    }

    private static Heuristic named(String id) {
        return new Heuristic(
                id,
                HEURISTIC.text(),
                HEURISTIC.support(),
                2,
                HEURISTIC.critics(),
                HEURISTIC.strangers(),
                HEURISTIC.contexts(),
                HEURISTIC.keys(),
                Optional.empty(),
                Optional.empty());
    }

    private static Heuristic with(
            String text,
            Support support,
            int suggested,
            TreeMap<String, Integer> critics,
            Map<String, Integer> strangers,
            ContextTerms contexts) {
        return new Heuristic(
                "h1",
                text,
                support,
                suggested,
                critics,
                new TreeMap<>(strangers),
                contexts,
                HEURISTIC.keys(),
                Optional.empty(),
                Optional.empty());
    }
}
