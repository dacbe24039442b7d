package org.autotrainer.domain.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.EvaluationBuilder;
import org.autotrainer.domain.journal.Decided;
import org.autotrainer.domain.journal.Evaluated;
import org.autotrainer.domain.journal.Source;
import org.junit.jupiter.api.Test;

/** A hundred thousand facts: what a fact costs does not grow with those before it. */
class GrowthTest {
    private static final int FACTS = 100_000;
    private static final int WINDOW = 10_000;

    /** Counts what is handed over, and how large it is. */
    private static final class Weighed implements Learned {
        private long calls;
        private long size;

        @Override
        public void heuristic(Heuristic heuristic) {
            int[] terms = new int[1];
            heuristic.contexts().forEach((term, count) -> terms[0]++);
            add(heuristic.support().recent().length
                    + heuristic.critics().size()
                    + heuristic.keys().size()
                    + terms[0]);
        }

        @Override
        public void evidence(String heuristic) {
            add(1);
        }

        @Override
        public void member(String member, String heuristic, String text) {
            add(1);
        }

        @Override
        public void part(String name) {
            add(1);
        }

        @Override
        public void slot(String name) {
            add(1);
        }

        @Override
        public void key(HeuristicKey key) {
            add(1);
        }

        @Override
        public void suggested(Suggested suggested) {
            add(1);
        }

        @Override
        public void setting(String name, String value) {
            add(1);
        }

        @Override
        public void decided(String suggestion, Decided.Decision decision) {
            add(1);
        }

        @Override
        public void lessons(List<KeptLesson> lessons) {
            add(lessons.size());
        }

        private void add(int more) {
            calls++;
            size += more;
        }
    }

    @Test
    void a_fact_costs_as_much_at_the_end_as_when_the_limits_were_reached() {
        Weighed weighed = new Weighed();
        AgentMemory memory = new AgentMemory("a", weighed);
        Random random = new Random(71);
        List<Long> calls = new ArrayList<>();
        List<Long> sizes = new ArrayList<>();
        for (int i = 1; i <= FACTS; i++) {
            memory.fold(i, RandomHistory.at(i), new Evaluated(evaluation(i, random), Source.LOCAL, i % 2 == 0, true));
            if (i % WINDOW == 0) {
                calls.add(weighed.calls);
                sizes.add(weighed.size);
                weighed.calls = 0;
                weighed.size = 0;
            }
        }

        assertThat(memory.heuristics().all()).hasSize(50).allSatisfy(heuristic -> {
            assertThat(heuristic.support().recent()).hasSize(1_000);
            assertThat(heuristic.critics()).hasSize(50);
            assertThat(heuristic.contexts().counts()).hasSize(90);
            assertThat(heuristic.keys()).hasSize(20);
        });
        assertThat(memory.lessons()).hasSize(10);
        assertThat(memory.decisions()).isEmpty();
        assertThat(calls.get(9)).as("calls").isBetween(calls.get(4) * 99 / 100, calls.get(4) * 101 / 100);
        assertThat(sizes.get(9)).as("sizes").isBetween(sizes.get(4) * 99 / 100, sizes.get(4) * 101 / 100);
    }

    /** Another task each time, with recurring advice of ever new critics about ever new words. */
    private static Evaluation evaluation(int number, Random random) {
        EvaluationBuilder evaluation = Evaluation.of("a", "t" + number)
                .success(number % 3 > 0)
                .critic("c" + random.nextInt(100), "")
                .context("topic w" + random.nextInt(500), "tag" + random.nextInt(10));
        for (int i = 0; i < 3; i++) {
            evaluation.suggest("Advice number " + random.nextInt(50));
        }
        return evaluation.build();
    }
}
