package org.autotrainer.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.autotrainer.application.RandomHistory.AGENT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.autotrainer.application.MaintainStore.Report;
import org.autotrainer.application.port.Store;
import org.autotrainer.application.wire.EvaluationBody;
import org.autotrainer.domain.evaluation.Attempt;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.text.TokenCounter;

/** What is retracted is as if it had never been: told of random histories, on any store. */
public final class RetractionCheck {
    private static final int TURNS = 45;
    private static final int QUESTIONS = 20;

    private final long seed;
    private final RandomHistory history;
    private final Supplier<Store> open;
    private final List<Store> stores = new ArrayList<>();
    private final List<TrainingLoop> loops = new ArrayList<>();

    private RetractionCheck(long seed, Supplier<Store> open) {
        this.seed = seed;
        this.open = open;
        history = new RandomHistory(seed);
        for (int i = 0; i < 2; i++) {
            stores.add(open.get());
            loops.add(loop(stores.get(i)));
        }
    }

    /** Lets a history of a seed happen to two loops over one store, and retracts from it. */
    public static void run(long seed, Supplier<Store> open) {
        new RetractionCheck(seed, open).run();
    }

    private TrainingLoop loop(Store store) {
        return TrainingLoop.over(store, history.clock(), TokenCounter.ESTIMATE).withChance("check");
    }

    private void run() {
        live(TURNS, false);
        String before = hash();
        RetractFacts.Response retracted = retract();
        assertIsThatOfTheOtherFacts("retracted");

        loop().retractions().retract(RandomHistory.undo(retracted.retraction()));
        assertThat(hash()).as("seed %d: taken back", seed).isEqualTo(before);
        assertIsThatOfTheOtherFacts("taken back");

        live(TURNS, true);
        assertIsThatOfTheOtherFacts("after more of both");
        assertRecallsTheSame();
        stores.forEach(Store::close);
    }

    /** Lets things happen to either loop, some of which are closed or crash in between. */
    private void live(int turns, boolean retracting) {
        for (int turn = 0; turn < turns; turn++) {
            int which = history.below(2);
            int end = history.below(15);
            if (end == 0) {
                loops.get(which).close();
            }
            if (end < 2) {
                stores.get(which).close();
                stores.set(which, open.get());
                loops.set(which, loop(stores.get(which)));
            }
            if (retracting && history.below(10) == 0) {
                history.retract(loops.get(which));
            } else {
                history.happen(loops.get(which));
            }
        }
    }

    private TrainingLoop loop() {
        return loops.get(history.below(2));
    }

    private String hash() {
        return loop().maintenance().stateHash(AGENT);
    }

    /** Retracts something, after a rehearsal that must tell the same and leave no trace. */
    private RetractFacts.Response retract() {
        RetractFacts.Request dry = history.selection(true);
        String chain = loop().maintenance().check(verified -> {}).chainHash();
        RetractFacts.Response rehearsed = loop().retractions().retract(dry);
        while (rehearsed.facts() == 0) {
            dry = history.selection(true);
            rehearsed = loop().retractions().retract(dry);
        }
        assertThat(loop().maintenance().check(verified -> {}).chainHash())
                .as("seed %d: the rehearsal", seed)
                .isEqualTo(chain);
        RetractFacts.Response real = loop().retractions()
                .retract(new RetractFacts.Request(
                        dry.agent(),
                        dry.id(),
                        dry.undo(),
                        dry.critic(),
                        dry.task(),
                        dry.run(),
                        dry.source(),
                        dry.tag(),
                        dry.after(),
                        dry.before(),
                        false));
        assertThat(rehearsed)
                .as("seed %d: the rehearsal", seed)
                .isEqualTo(new RetractFacts.Response(
                        real.retraction(), true, real.facts(), real.changes(), real.changed()));
        return real;
    }

    private void assertIsThatOfTheOtherFacts(String when) {
        TrainingLoop other = loop(OtherFacts.of(stores.get(0), AGENT));
        String told = "seed " + seed + ": " + when;
        List<Object> expected = seen(other);
        for (TrainingLoop loop : loops) {
            assertThat(seen(loop)).as(told).isEqualTo(expected);
        }
        TrainingLoop loop = loop();
        Report found = loop.maintenance().check(verified -> {});
        assertThat(found.problems()).as(told).isEmpty();
        assertThat(found.stateHash())
                .as(told)
                .isEqualTo(other.maintenance().check(verified -> {}).stateHash());
        loop.maintenance().rebuild(agent -> {});
        assertThat(loop.maintenance().check(verified -> {})).as(told).isEqualTo(found);
        assertThat(seen(loop)).as(told).isEqualTo(expected);
    }

    /** All that lists and looks show, page after page. */
    private List<Object> seen(TrainingLoop loop) {
        List<Object> seen = new ArrayList<>();
        seen.addAll(loop.heuristics().list(AGENT, "", 500).items());
        seen.add(loop.heuristics().keys(AGENT));
        for (BrowseHeuristics.Item item : loop.heuristics().list(AGENT, "", 500).items()) {
            seen.add(loop.heuristics().explain(AGENT, item.id()));
        }
        for (String status : List.of("pending", "applied", "dismissed")) {
            seen.addAll(loop.suggestions().list(AGENT, status, "", "", 500).items());
        }
        loop.lessons().list(AGENT, "", 500).items().forEach(item -> seen.add(item.evaluation()));
        seen.add(loop.settings().show(AGENT));
        seen.add(loop.parameters().list(AGENT));
        RandomHistory questions = new RandomHistory(seed);
        for (int i = 0; i < QUESTIONS; i++) {
            seen.add(loop.recall().look(questions.request("", attempt(i), false, "off")));
        }
        return seen;
    }

    private static Attempt attempt(int number) {
        return new Attempt(AGENT, "", "task-" + number % 10, number % 3);
    }

    /** Asks both the same with chance, and judges what they were handed: whatever waits in them must be the same, too. */
    private void assertRecallsTheSame() {
        List<List<Object>> answers = new ArrayList<>();
        TrainingLoop other = loop(OtherFacts.of(stores.get(0), AGENT));
        for (TrainingLoop loop : List.of(other, loop())) {
            RandomHistory questions = new RandomHistory(seed);
            List<Object> its = new ArrayList<>();
            Evaluation last =
                    Evaluation.of(AGENT, "task-1").id("last").success(true).build();
            its.add(loop.training()
                    .run(new RunTraining.Request(AGENT, "task-1", EvaluationBody.of(last), true, false)));
            for (int i = 0; i < QUESTIONS; i++) {
                its.add(loop.recall().recall(questions.request("check-" + i, attempt(i), i % 4 == 0, "on")));
                loop.train(Evaluation.of(attempt(i))
                        .id("check-" + i)
                        .receipt("check-" + i)
                        .success(i % 3 == 0)
                        .occurredAt(Instant.EPOCH)
                        .suggest("Cite the policy")
                        .build());
            }
            its.add(loop.maintenance().check(verified -> {}).stateHash());
            answers.add(its);
        }
        assertThat(answers.get(1)).as("seed %d: recalls", seed).isEqualTo(answers.get(0));
    }
}
