package org.autotrainer.domain.sim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.autotrainer.domain.evaluation.Attempt;
import org.autotrainer.domain.evaluation.Context;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.EvaluationBuilder;
import org.autotrainer.domain.evaluation.Suggestion;
import org.autotrainer.domain.journal.Recalled;
import org.autotrainer.domain.journal.Receipt;
import org.autotrainer.domain.learning.Chance;
import org.autotrainer.domain.learning.Evidence;
import org.autotrainer.domain.learning.Learner;
import org.autotrainer.domain.learning.ParameterSpace;
import org.autotrainer.domain.learning.Tuning;
import org.autotrainer.domain.memory.AgentMemory;
import org.autotrainer.domain.memory.Heuristic;
import org.autotrainer.domain.memory.Learned;
import org.autotrainer.domain.recall.Pick;
import org.autotrainer.domain.recall.Playbook;
import org.autotrainer.domain.recall.Question;
import org.autotrainer.domain.recall.Recall;
import org.autotrainer.domain.text.TokenCounter;

/** The product's own learner: a memory that recalls, is judged, and learns. */
final class AutoTrainerRule implements Rule {
    private static final String AGENT = "sim";

    private final byte[] key;
    private final boolean explore;
    private final AgentMemory memory = new AgentMemory(AGENT, Learned.NOWHERE);
    private final Map<String, Receipt> receipts = new HashMap<>();
    private final Map<String, Choice> offered = new HashMap<>();
    private long position;

    AutoTrainerRule(long seed, boolean explore) {
        key = Chance.keyOf("simulation " + seed);
        this.explore = explore;
    }

    @Override
    public org.autotrainer.domain.sim.Recalled recall(SimTask task) {
        Attempt attempt = attempt(task);
        Context context = new Context(task.context(), task.tags());
        int episode = memory.episode(attempt);
        Question question = new Question(
                context,
                task.budget(),
                Question.Format.ITEMS,
                TokenCounter.ESTIMATE,
                explore ? Optional.of(Chance.of(key, attempt, episode, "")) : Optional.empty(),
                task.offered().stream().map(AutoTrainerRule::space).toList());
        Playbook playbook = Recall.of(memory, question);
        Receipt receipt = playbook.receipt(task.id(), attempt, episode, context, task.model(), task.budget());
        fold(new Recalled(receipt));
        receipts.put(task.id(), receipt);
        Map<String, String> chosen = new HashMap<>();
        for (int i = 0; i < task.offered().size(); i++) {
            Choice offered = task.offered().get(i);
            chosen.put(
                    offered.name(),
                    offered.values().get(playbook.choices().get(i).value()));
            this.offered.put(offered.name(), offered);
        }
        return new org.autotrainer.domain.sim.Recalled(
                playbook.shown().stream().map(AutoTrainerRule::item).toList(), chosen);
    }

    @Override
    public void evaluate(SimTask task, Verdict verdict) {
        Receipt receipt = receipts.remove(task.id());
        EvaluationBuilder evaluation = Evaluation.of(attempt(task))
                .id(task.id())
                .critic(verdict.critic(), "")
                .success(verdict.success())
                .score(verdict.score())
                .context(receipt.context())
                .model(task.model())
                .receipt(receipt.id())
                .marks(verdict.marks())
                .suggest(verdict.suggestions().stream()
                        .map(text -> new Suggestion(text, List.of()))
                        .toList());
        fold(new org.autotrainer.domain.journal.Evaluated(
                evaluation.build(), org.autotrainer.domain.journal.Source.LOCAL, false, true));
    }

    private void fold(org.autotrainer.domain.journal.Fact fact) {
        position++;
        memory.fold(position, Instant.EPOCH.plusSeconds(position), fact);
    }

    @Override
    public List<Belief> report() {
        Learner learner = memory.learner();
        List<Belief> beliefs = new ArrayList<>();
        for (Heuristic heuristic : memory.heuristics().all()) {
            Evidence evidence = memory.heuristics().evidence(memory.heuristics().find(heuristic.id()));
            double doublings = Tuning.doublings(heuristic.suggested());
            beliefs.add(new Belief(
                    heuristic.id(),
                    heuristic.text(),
                    evidence.shown(),
                    evidence.withheld(),
                    Belief.Effect.valueOf(learner.verdict(evidence, doublings).name()),
                    learner.believed(evidence, doublings).map(AutoTrainerRule::interval),
                    evidence.measured().map(AutoTrainerRule::interval),
                    evidence.status().word()));
        }
        return beliefs;
    }

    @Override
    public Map<String, String> recommended() {
        Map<String, String> values = new HashMap<>();
        memory.learner()
                .parameters()
                .forEach(belief -> Optional.ofNullable(
                                offered.get(belief.space().name()))
                        .ifPresent(choice ->
                                values.put(choice.name(), choice.values().get(belief.recommended()))));
        return values;
    }

    /** What is known in the end. */
    AgentMemory memory() {
        return memory;
    }

    private static Attempt attempt(SimTask task) {
        return new Attempt(AGENT, "", task.recurring().orElse(task.id()), task.attempt());
    }

    private static ParameterSpace space(Choice choice) {
        return new ParameterSpace(
                choice.name(),
                choice.values().stream()
                        .map(value -> choice.ordered() ? (Object) Double.valueOf(value) : value)
                        .toList());
    }

    private static org.autotrainer.domain.sim.Recalled.Item item(Pick pick) {
        return new org.autotrainer.domain.sim.Recalled.Item(
                pick.heuristic().id(), pick.heuristic().text());
    }

    private static Interval interval(org.autotrainer.domain.learning.Interval interval) {
        return new Interval(interval.low(), interval.high());
    }
}
