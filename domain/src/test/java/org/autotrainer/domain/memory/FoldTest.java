package org.autotrainer.domain.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
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
            assertThat(one.noted.stateHash()).as("seed %d", seed).isEqualTo(other.noted.stateHash());
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
        for (long seed = 0; seed < HISTORIES; seed++) {
            List<Fact> facts = facts(seed);
            int stop = new Random(seed).nextInt(FACTS);
            Folded whole = new Folded();
            Folded first = new Folded();
            whole.all(facts);
            first.all(facts.subList(0, stop));

            Folded second = first.restored();
            for (int i = stop; i < FACTS; i++) {
                second.fold(i + 1, facts.get(i));
            }

            assertSame(whole, second, seed);
        }
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

            assertThat(inPlace.noted.stateHash())
                    .as("seed %d, positions make no difference", seed)
                    .isEqualTo(onlyOthers.noted.stateHash());
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
    void watchers_see_every_change_whenever_they_came() {
        for (long seed = 0; seed < HISTORIES; seed++) {
            List<Fact> facts = facts(seed);
            int late = new Random(seed).nextInt(FACTS);
            Folded folded = new Folded();
            Map<String, Heuristic> early = new TreeMap<>();
            Map<String, Heuristic> later = new TreeMap<>();
            folded.memory.watch(heuristic -> early.put(heuristic.id(), heuristic));
            for (int i = 0; i < FACTS; i++) {
                if (i == late) {
                    folded.memory.watch(heuristic -> later.put(heuristic.id(), heuristic));
                }
                folded.fold(i + 1, facts.get(i));
                assertThat(early).as("seed %d, after fact %d", seed, i).isEqualTo(byId(folded.memory));
            }

            assertThat(later).as("seed %d", seed).isEqualTo(early);
        }
    }

    @Test
    void every_key_points_to_a_heuristic_of_its_normal_form() {
        for (long seed = 0; seed < HISTORIES; seed++) {
            Folded folded = new Folded();
            folded.all(facts(seed));
            for (HeuristicKey key : folded.noted.keys.values()) {
                String expected = key.text().isBlank() ? "" : Heuristic.idOf(RandomHistory.AGENT, key.text());
                assertThat(key.heuristic()).as("seed %d, key %s", seed, key).isEqualTo(expected);
                assertThat(key.text().isBlank()
                                || folded.memory.heuristic(key.heuristic()).isPresent())
                        .as("seed %d, key %s", seed, key)
                        .isTrue();
            }
        }
    }

    @Test
    void support_and_contexts_never_exceed_the_tasks_that_were_measured() {
        for (long seed = 0; seed < HISTORIES; seed++) {
            Folded folded = new Folded();
            folded.all(facts(seed));
            for (Heuristic heuristic : folded.memory.heuristics()) {
                assertThat(heuristic.support().tasks()).as("seed %d", seed).isLessThanOrEqualTo(6);
                heuristic
                        .contexts()
                        .forEach((term, count) -> assertThat(count)
                                .as("%s of %s", term, heuristic.text())
                                .isLessThanOrEqualTo(3 * heuristic.support().tasks()));
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
        memory.heuristics().forEach(heuristic -> heuristics.put(heuristic.id(), heuristic));
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

        List<Answer> all(List<Fact> facts) {
            List<Answer> answers = new ArrayList<>();
            for (int i = 0; i < facts.size(); i++) {
                answers.add(fold(i + 1, facts.get(i)));
            }
            return answers;
        }

        /** A new memory of what this one told, as a store would bring it back. */
        Folded restored() {
            return new Folded(
                    noted,
                    AgentMemory.restored(
                            RandomHistory.AGENT,
                            noted.heuristics.values(),
                            noted.decisions,
                            noted.lessons,
                            noted.settings,
                            noted));
        }
    }
}
