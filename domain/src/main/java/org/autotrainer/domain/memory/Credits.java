package org.autotrainer.domain.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.autotrainer.domain.evaluation.Attempt;
import org.autotrainer.domain.evaluation.Context;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.Mark;
import org.autotrainer.domain.journal.Receipt;
import org.autotrainer.domain.learning.Evidence;
import org.autotrainer.domain.learning.Judged;
import org.autotrainer.domain.learning.Learner;
import org.autotrainer.domain.learning.ParameterSpace;
import org.autotrainer.domain.learning.Trial;
import org.autotrainer.domain.learning.Tuning;

/**
 * Brings evaluations and receipts together, in whatever order they come: an attempt earns credit once, by the first evaluation
 * of it. Working state of the fold.
 */
final class Credits {
    private final Heuristics heuristics;
    private final Learner learner;
    private final Learned learned;
    private final Receipts receipts;
    private final Attempts attempts;
    private final Waiting waiting;

    Credits(String agent, Heuristics heuristics, Learner learner, Learned learned) {
        this.heuristics = heuristics;
        this.learner = learner;
        this.learned = learned;
        Consumer<String> touch = learned::slot;
        receipts = new Receipts(agent, touch);
        attempts = new Attempts(touch);
        waiting = new Waiting(agent, touch);
    }

    /**
     * What an evaluation was found to belong to.
     *
     * @param shown the numbers of the heuristics that its attempt was shown
     * @param context what the task was about: what the evaluation says, or else what the receipt does
     * @param credit what became of the receipt that it quotes; nothing when it quotes none
     */
    record Credited(Set<Integer> shown, Context context, Optional<Credit> credit) {}

    /** How often an attempt was made and judged. */
    int episode(Attempt attempt) {
        long hash = Attempts.hash(attempt);
        return hash == 0
                ? 0
                : attempts.find(hash).map(Attempts.Judgements::episode).orElse(0);
    }

    /** Takes in a receipt with its bytes, and the evaluation that waits for it. */
    void receive(Receipt receipt, byte[] body, Instant at, boolean byScore) {
        if (receipts.knows(receipt.id())) {
            return;
        }
        receipts.add(receipt, body);
        learner.received(receipt.tokens());
        if (!receipt.control()) {
            Set<Integer> counted = new HashSet<>();
            for (Receipt.Chosen chosen : receipt.chosen()) {
                int number = heuristics.find(chosen.heuristic());
                if (number >= 0 && counted.add(number)) {
                    heuristics.evidence(number).handedOut(chosen.kept(), at);
                    learned.evidence(heuristics.get(number).id());
                }
            }
        }
        waiting.take(receipt.id()).ifPresent(evaluation -> judge(evaluation, at, byScore));
    }

    /** Learns from an evaluation; says what its attempt was shown. */
    Credited judge(Evaluation evaluation, Instant at, boolean byScore) {
        String quoted = evaluation.receipt();
        if (!quoted.isEmpty() && !receipts.knows(quoted)) {
            Credit credit = waiting.add(evaluation) ? Credit.WAITING : Credit.TAKEN;
            return new Credited(Set.of(), evaluation.context(), Optional.of(credit));
        }
        long attempt = Attempts.hash(evaluation.attempt());
        List<Receipt> answered = answered(evaluation, attempt);
        Optional<Attempts.Judgements> before = attempts.find(attempt);
        Optional<Credit> credit = credit(quoted, answered);
        String critic = evaluation.critic().id();
        boolean quotedBefore = !quoted.isEmpty() && !receipts.isOpen(quoted);
        boolean isSecond = answered.isEmpty()
                && (quotedBefore
                        || before.filter(one -> !one.critics().containsKey(critic))
                                .isPresent());
        if (isSecond) {
            second(evaluation, attempt, before);
            return new Credited(Set.of(), evaluation.context(), credit);
        }
        answered.forEach(receipts::answer);
        if (!answered.isEmpty()) {
            learner.answered(answered.size());
        }
        if (attempt != 0) {
            attempts.begin(attempt, critic, evaluation.success());
        }
        Context context = evaluation.context();
        String model = evaluation.model();
        for (Receipt receipt : answered) {
            context = context.isEmpty() ? receipt.context() : context;
            model = model.isEmpty() ? receipt.model() : model;
        }
        Map<Integer, Trial.Chosen> chosen = chosen(answered);
        Trial trial = trial(answered, chosen.values(), evaluation.parameters());
        learner.learn(
                trial,
                new Judged(
                        byScore ? evaluation.score() : evaluation.success() ? 1 : 0,
                        critic,
                        evaluation.success(),
                        evaluation.score(),
                        model,
                        context.tags(),
                        task(evaluation),
                        marks(evaluation),
                        at));
        trial.chosen().forEach(one -> learned.evidence(one.id()));
        trial.landmarks().forEach(landmark -> learned.evidence(landmark.id()));
        chosen.values().removeIf(one -> !one.kept());
        return new Credited(chosen.keySet(), context, credit);
    }

    /** What becomes of the receipt that is quoted. */
    private Optional<Credit> credit(String quoted, List<Receipt> answered) {
        if (quoted.isEmpty()) {
            return Optional.empty();
        }
        if (answered.stream().anyMatch(receipt -> receipt.id().equals(quoted))) {
            return Optional.of(Credit.CREDITED);
        }
        return Optional.of(receipts.isOpen(quoted) ? Credit.OTHER_ATTEMPT : Credit.TAKEN);
    }

    private void second(Evaluation evaluation, long attempt, Optional<Attempts.Judgements> before) {
        String critic = evaluation.critic().id();
        before.filter(one -> !one.critics().containsKey(critic)).ifPresent(one -> {
            one.critics().forEach((other, success) -> learner.agree(other, success, critic, evaluation.success()));
            attempts.second(attempt, critic, evaluation.success());
        });
    }

    private static long task(Evaluation evaluation) {
        String task = evaluation.attempt().taskId();
        return task.isEmpty() ? 0 : org.autotrainer.domain.learning.Support.hash(task);
    }

    /** The receipts that an evaluation answers: the one that it quotes, and all others of its attempt. */
    private List<Receipt> answered(Evaluation evaluation, long attempt) {
        List<Receipt> found = new ArrayList<>();
        receipts.find(evaluation.receipt())
                .filter(receipt -> receipt.attempt().taskId().isEmpty()
                        || receipt.attempt().equals(evaluation.attempt()))
                .ifPresent(found::add);
        if (attempt != 0) {
            found.addAll(receipts.others(attempt, evaluation.receipt()));
        }
        return found;
    }

    /** What the receipts of an attempt chose together, by its number; a heuristic that is gone is passed over. */
    private Map<Integer, Trial.Chosen> chosen(List<Receipt> answered) {
        Map<Integer, Trial.Chosen> chosen = new LinkedHashMap<>();
        for (Receipt receipt : answered) {
            for (Receipt.Chosen one : receipt.chosen()) {
                int number = heuristics.find(one.heuristic());
                if (number >= 0) {
                    chosen.merge(number, chosen(number, one), Credits::together);
                }
            }
        }
        return chosen;
    }

    /** What the receipts of an attempt handed out together. */
    private Trial trial(List<Receipt> answered, Collection<Trial.Chosen> chosen, Map<String, Object> parameters) {
        Map<Integer, Trial.Landmark> landmarks = new LinkedHashMap<>();
        Map<String, Trial.Choice> choices = new LinkedHashMap<>();
        boolean explored = false;
        boolean control = !answered.isEmpty();
        for (Receipt receipt : answered) {
            explored |= receipt.explored();
            control &= receipt.control();
            if (landmarks.isEmpty()) {
                for (Receipt.Landmark one : receipt.landmarks()) {
                    int number = heuristics.find(one.heuristic());
                    if (number >= 0) {
                        landmarks.putIfAbsent(
                                number,
                                new Trial.Landmark(
                                        heuristics.get(number).id(), heuristics.evidence(number), one.weight()));
                    }
                }
            }
            receipt.choices()
                    .forEach(choice -> choices.putIfAbsent(choice.space().name(), choice));
        }
        parameters.forEach((name, value) -> observed(name, value, choices));
        return new Trial(
                explored, control, List.copyOf(chosen), List.copyOf(landmarks.values()), List.copyOf(choices.values()));
    }

    /** Chosen twice within one attempt: the same throw decided both, so that it was withheld only if the smaller coin said so. */
    private static Trial.Chosen together(Trial.Chosen first, Trial.Chosen again) {
        Trial.Chosen one = first.kept() ? first : again;
        double coin = Math.min(first.coin(), again.coin());
        return new Trial.Chosen(one.id(), one.evidence(), one.doublings(), one.relevance(), coin, one.kept());
    }

    /** A value that the caller says was in force counts, where it is one of a parameter that is known. */
    private void observed(String name, Object value, Map<String, Trial.Choice> choices) {
        Trial.Choice handedOut = choices.get(name);
        List<ParameterSpace> spaces = handedOut != null ? List.of(handedOut.space()) : learner.spaces(name);
        for (ParameterSpace space : spaces) {
            int index = space.indexOf(value);
            if (index >= 0) {
                if (handedOut == null || handedOut.value() != index) {
                    choices.put(name, new Trial.Choice(space, index, List.of()));
                }
                return;
            }
        }
    }

    private Trial.Chosen chosen(int number, Receipt.Chosen one) {
        Heuristic heuristic = heuristics.get(number);
        Evidence evidence = heuristics.evidence(number);
        return new Trial.Chosen(
                heuristic.id(),
                evidence,
                Tuning.doublings(heuristic.suggested()),
                one.relevance(),
                one.coin(),
                one.kept());
    }

    private Map<String, Double> marks(Evaluation evaluation) {
        Map<String, Double> marks = new HashMap<>();
        for (Mark mark : evaluation.marks()) {
            int number = heuristics.find(mark.heuristic());
            if (number >= 0) {
                double value = switch (mark.opinion()) {
                    case HELPED -> 1;
                    case HURT -> -1;
                    case NEUTRAL -> 0;
                };
                marks.put(heuristics.get(number).id(), value);
            }
        }
        return marks;
    }

    Slot slot(String name) {
        return name.startsWith(Receipts.PREFIX)
                ? receipts.slot(name)
                : name.startsWith(Attempts.PREFIX) ? attempts.slot(name) : waiting.slot(name);
    }

    void restore(List<Slot> slots) {
        for (Slot slot : slots) {
            if (slot.name().startsWith(Receipts.PREFIX)) {
                receipts.restore(slot);
            } else if (slot.name().startsWith(Attempts.PREFIX)) {
                attempts.restore(slot);
            } else {
                waiting.restore(slot);
            }
        }
    }
}
