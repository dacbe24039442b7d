package org.autotrainer.domain.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.autotrainer.domain.journal.Fact;
import org.autotrainer.domain.journal.FactCodec;
import org.junit.jupiter.api.Test;

/** The memory as a pure fold: what it is after facts depends on nothing but the facts. */
class FoldTest {
    private static final int HISTORIES = 100;
    private static final int FACTS = 120;

    @Test
    void the_same_facts_give_the_same_memory() {
        for (long seed = 0; seed < HISTORIES; seed++) {
            Folded one = new Folded();
            Folded other = new Folded();
            List<Answer> answers = one.all(facts(seed));

            assertThat(other.all(facts(seed))).as("seed %d", seed).isEqualTo(answers);
            assertSame(one, other, seed);
            assertThat(one.hash()).as("seed %d", seed).isEqualTo(other.hash());
            assertThat(one.noted.calls).as("seed %d", seed).isEqualTo(other.noted.calls);
        }
    }

    @Test
    void facts_that_went_through_bytes_give_the_same_memory() {
        for (long seed = 0; seed < HISTORIES; seed++) {
            Folded one = new Folded();
            Folded other = new Folded();
            one.all(facts(seed));
            other.all(facts(seed).stream()
                    .map(fact -> FactCodec.decode(RandomHistory.AGENT, fact.kind(), FactCodec.encode(fact)))
                    .toList());

            assertSame(one, other, seed);
        }
    }

    @Test
    void a_memory_goes_on_from_what_was_noted_as_if_it_had_never_stopped() {
        for (long seed = 0; seed < 2 * HISTORIES; seed++) {
            List<Fact> facts = facts(seed);
            int stop = new Random(seed).nextInt(FACTS);
            Folded whole = new Folded();
            Folded first = new Folded();
            whole.all(facts);
            first.all(facts.subList(0, stop));

            Folded second = first.restored();
            assertThat(second.hash()).as("seed %d, restored at %d", seed, stop).isEqualTo(first.hash());
            for (int i = stop; i < FACTS; i++) {
                second.fold(i + 1, facts.get(i));
            }

            assertSame(whole, second, seed);
            assertThat(second.hash()).as("seed %d, stopped at %d", seed, stop).isEqualTo(whole.hash());
            assertThat(second.again().hash())
                    .as("seed %d, brought back at the end", seed)
                    .isEqualTo(whole.hash());
        }
    }

    @Test
    void what_is_written_after_each_fact_is_what_is_in_memory() {
        for (long seed = 0; seed < HISTORIES / 4; seed++) {
            Folded folded = new Folded();
            long position = 0;
            for (Fact fact : facts(seed)) {
                position++;
                folded.fold(position, fact);
                folded.noted.write(folded.memory);
                assertThat(folded.restored().hash())
                        .as("seed %d, after fact %d, %s", seed, position, fact)
                        .isEqualTo(folded.hash());
            }
        }
    }

    @Test
    void histories_meet_all_that_can_happen() {
        Set<String> met = new TreeSet<>();
        for (long seed = 0; seed < HISTORIES; seed++) {
            Folded folded = new Folded();
            folded.all(facts(seed));
            Heuristics all = folded.memory.heuristics();
            for (int i = 0; i < all.size(); i++) {
                met.add(all.evidence(i).status().word());
                met.add(all.evidence(i).markCritics().isEmpty() ? "unmarked" : "marked");
                met.add(all.get(i).isForeign() ? "foreign" : "own");
            }
            met.add(all.members().isEmpty() ? "single" : "grouped");
            folded.memory.learner().parts().forEach(name -> met.add(name.split("[:0-9]", 2)[0]));
            folded.noted.calls.forEach(met::add);
        }

        assertThat(met)
                .contains("candidate", "trial", "pinned", "retired", "quarantined")
                .contains("marked", "foreign", "grouped")
                .contains("overall", "model", "tag", "tasks", "critic", "parameter", "judge", "pair", "worth")
                .contains("evidence", "member", "part", "slot");
    }

    @Test
    void leaving_out_any_facts_is_folding_only_the_others() {
        for (long seed = 0; seed < HISTORIES; seed++) {
            List<Fact> facts = facts(seed);
            BitSet leftOut = leftOut(seed);
            Folded inPlace = new Folded();
            List<Fact> others = new ArrayList<>();
            for (int i = 0; i < FACTS; i++) {
                if (!leftOut.get(i)) {
                    inPlace.fold(i + 1, facts.get(i));
                    others.add(facts.get(i));
                }
            }
            Folded onlyOthers = new Folded();
            onlyOthers.all(others);

            assertThat(inPlace.hash())
                    .as("seed %d, positions make no difference", seed)
                    .isEqualTo(onlyOthers.hash());
            assertThat(inPlace.noted.texts()).as("seed %d", seed).isEqualTo(onlyOthers.noted.texts());
            assertThat(inPlace.noted.decisions).as("seed %d", seed).isEqualTo(onlyOthers.noted.decisions);
            assertThat(inPlace.noted.suggestions.keySet())
                    .as("seed %d", seed)
                    .isEqualTo(onlyOthers.noted.suggestions.keySet());
            assertThat(inPlace.noted.lessons.stream().map(KeptLesson::lesson))
                    .as("seed %d", seed)
                    .containsExactlyElementsOf(onlyOthers.noted.lessons.stream()
                            .map(KeptLesson::lesson)
                            .toList());
        }
    }

    @Test
    void all_that_is_in_memory_was_noted() {
        for (long seed = 0; seed < HISTORIES; seed++) {
            Folded folded = new Folded();
            folded.all(facts(seed));

            assertThat(byId(folded.memory)).as("seed %d", seed).isEqualTo(folded.noted.heuristics);
            assertThat(folded.memory.lessons()).as("seed %d", seed).isEqualTo(folded.noted.lessons);
            assertThat(folded.memory.decisions()).as("seed %d", seed).isEqualTo(folded.noted.decisions);
        }
    }

    @Test
    void every_key_points_to_the_heuristic_that_its_text_is_a_wording_of() {
        for (long seed = 0; seed < HISTORIES; seed++) {
            Folded folded = new Folded();
            folded.all(facts(seed));
            for (HeuristicKey key : folded.noted.keys.values()) {
                if (key.text().isBlank()) {
                    assertThat(key.heuristic()).as("seed %d, key %s", seed, key).isEmpty();
                } else {
                    assertThat(folded.memory.heuristic(Heuristic.idOf(RandomHistory.AGENT, key.text())))
                            .as("seed %d, key %s", seed, key)
                            .map(Heuristic::id)
                            .contains(key.heuristic());
                }
            }
        }
    }

    @Test
    void support_never_exceeds_the_tasks_that_were_measured_nor_contexts_the_evaluations() {
        for (long seed = 0; seed < HISTORIES; seed++) {
            Folded folded = new Folded();
            folded.all(facts(seed));
            for (Heuristic heuristic : folded.memory.heuristics().all()) {
                assertThat(heuristic.support().tasks()).as("seed %d", seed).isLessThanOrEqualTo(6);
                heuristic
                        .contexts()
                        .forEach((term, count) -> assertThat(count)
                                .as("%s of %s", term, heuristic.text())
                                .isLessThanOrEqualTo(3
                                        * (heuristic.suggested()
                                                + (heuristic.strangers().isEmpty() ? 0 : 1))));
            }
        }
    }

    private static List<Fact> facts(long seed) {
        return new RandomHistory(new Random(seed)).facts(FACTS);
    }

    private static BitSet leftOut(long seed) {
        Random random = new Random(seed);
        int share = 1 + random.nextInt(9);
        IntPredicate out = i -> random.nextInt(10) < share;
        BitSet leftOut = new BitSet();
        for (int i = 0; i < FACTS; i++) {
            leftOut.set(i, out.test(i));
        }
        return leftOut;
    }

    private static void assertSame(Folded one, Folded other, long seed) {
        assertThat(byId(other.memory)).as("seed %d: heuristics", seed).isEqualTo(byId(one.memory));
        assertThat(other.noted.keys).as("seed %d: keys", seed).isEqualTo(one.noted.keys);
        assertThat(other.noted.suggestions).as("seed %d: suggestions", seed).isEqualTo(one.noted.suggestions);
        assertThat(other.memory.decisions()).as("seed %d: decisions", seed).isEqualTo(one.memory.decisions());
        assertThat(other.memory.lessons()).as("seed %d: lessons", seed).isEqualTo(one.memory.lessons());
    }

    private static Map<String, Heuristic> byId(AgentMemory memory) {
        Map<String, Heuristic> heuristics = new HashMap<>();
        memory.heuristics().all().forEach(heuristic -> heuristics.put(heuristic.id(), heuristic));
        return heuristics;
    }

    /** A memory with what it told. */
    private static final class Folded {
        private final Noted noted;
        private final AgentMemory memory;

        Folded() {
            noted = new Noted();
            memory = new AgentMemory(RandomHistory.AGENT, noted);
        }

        private Folded(Noted noted, AgentMemory memory) {
            this.noted = noted;
            this.memory = memory;
        }

        Answer fold(long position, Fact fact) {
            return memory.fold(position, RandomHistory.at(position), fact);
        }

        String hash() {
            return noted.stateHash(memory);
        }

        List<Answer> all(List<Fact> facts) {
            List<Answer> answers = new ArrayList<>();
            for (int i = 0; i < facts.size(); i++) {
                answers.add(fold(i + 1, facts.get(i)));
            }
            return answers;
        }

        /** A new memory of what this one told, as a store would bring it back; what it tells is taken down with the rest. */
        Folded restored() {
            noted.write(memory);
            return new Folded(noted, AgentMemory.restored(RandomHistory.AGENT, noted.kept(Map.of()), noted));
        }

        /** The same at the end of what it told. */
        Folded again() {
            return restored();
        }
    }
}
