package org.autotrainer.domain.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.autotrainer.domain.evaluation.Attempt;
import org.autotrainer.domain.evaluation.Context;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.EvaluationBuilder;
import org.autotrainer.domain.evaluation.Outcome;
import org.autotrainer.domain.journal.Decided;
import org.autotrainer.domain.journal.Evaluated;
import org.autotrainer.domain.journal.Fact;
import org.autotrainer.domain.journal.HeuristicSet;
import org.autotrainer.domain.journal.LessonKept;
import org.autotrainer.domain.journal.LessonsTrained;
import org.autotrainer.domain.journal.Recalled;
import org.autotrainer.domain.journal.Receipt;
import org.autotrainer.domain.journal.SettingsChanged;
import org.autotrainer.domain.training.FineTuneDataset;
import org.autotrainer.domain.training.HeuristicUpdate;
import org.autotrainer.domain.training.TrainingSuggestion;
import org.autotrainer.domain.training.TrainingTarget;

/** Facts by chance whose advice, tasks, critics and keys come again and again. */
public final class RandomHistory {
    static final String AGENT = "a";

    private static final List<String> ADVICE = List.of(
            "Verify the booking ID",
            "verify the booking id!",
            "Don't refund twice",
            "Do not refund twice.",
            "Ask for the date first",
            "Read the policy\nbefore you answer",
            "予約番号を確認する",
            "बुकिंग आईडी जाँचें",
            "👍",
            "",
            "  ",
            "Look up the order before promising a refund",
            "Cancel only within 24 hours");
    private static final List<String> TOPICS = List.of(
            "a customer wants a refund for a late flight", "change the date of a booking", "", "cancel 2 orders", "退款");
    private static final List<String> TAGS = List.of("refund", "Booking", "order-status", "🔥");

    private final Random random;

    /** A history whose facts depend on nothing but the generator. */
    public RandomHistory(Random random) {
        this.random = random;
    }

    /** So many facts, in order. */
    public List<Fact> facts(int count) {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            facts.add(fact("f" + i));
        }
        return facts;
    }

    /** When the fact at a position was recorded. */
    static Instant at(long position) {
        return Instant.ofEpochSecond(1_000 + position);
    }

    private Fact fact(String id) {
        return switch (random.nextInt(13)) {
            case 0 -> new LessonKept(evaluation(id));
            case 1 -> new LessonsTrained(id, random.nextBoolean());
            case 2 -> new Recalled(receipt(id));
            case 3 -> new Decided(id, suggestion(), any(List.of(Decided.Decision.values())));
            case 5 -> new SettingsChanged(id, settings());
            case 4 -> new HeuristicSet(id, any(List.of("by-hand", "heuristic_from_task_t1_0")), any(ADVICE));
            default -> new Evaluated(evaluation(id), random.nextInt(3) == 0, random.nextInt(4) > 0);
        };
    }

    private SortedMap<String, String> settings() {
        return random.nextBoolean()
                ? new TreeMap<>(Map.of("modes.heuristic_update", any(List.of("auto", "auto", "propose", "observe"))))
                : new TreeMap<>(
                        Map.of("explore", any(List.of("on", "off")), "budget_tokens", any(List.of("500", "80"))));
    }

    private Evaluation evaluation(String id) {
        EvaluationBuilder evaluation = Evaluation.of(new Attempt(AGENT, "", task(), random.nextInt(3)))
                .id(id)
                .critic(any(List.of("", "judge", "pytest")), "")
                .outcome(random.nextInt(6) == 0 ? Outcome.ERROR : Outcome.MEASURED)
                .success(random.nextBoolean())
                .score(random.nextInt(5) / 4.0)
                .context(context());
        for (int i = random.nextInt(8); i > 0; i--) {
            if (random.nextInt(4) == 0) {
                evaluation.suggest(any(ADVICE), any(TAGS));
            } else {
                evaluation.suggest(any(ADVICE));
            }
        }
        if (random.nextBoolean()) {
            evaluation.occurredAt(Instant.ofEpochSecond(random.nextInt(2_000)));
        }
        return evaluation.build();
    }

    /** A context like those of the evaluations; may be empty. */
    public Context context() {
        List<String> tags = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            tags.add(any(TAGS));
        }
        return new Context(any(TOPICS), tags);
    }

    private Receipt receipt(String id) {
        List<Receipt.Shown> shown = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            String text = any(ADVICE);
            shown.add(Receipt.Shown.of(random.nextInt(5) == 0 ? "unknown" : Heuristic.idOf(AGENT, text), text));
        }
        return new Receipt(id, Attempt.at(AGENT, task()), context(), "", 500, 10, shown);
    }

    private TrainingSuggestion suggestion() {
        String task = "t" + random.nextInt(6);
        return switch (random.nextInt(4)) {
            case 0 ->
                new FineTuneDataset(
                        "training_target_" + task, new TrainingTarget(task, "failed", 0, List.of()), task, "");
            case 1 -> new HeuristicUpdate("by-hand", any(ADVICE), "", "");
            default ->
                new HeuristicUpdate(
                        "heuristic_from_task_" + task + "_" + random.nextInt(2),
                        any(ADVICE),
                        task,
                        "From Critic evaluation suggestion");
        };
    }

    private String task() {
        return random.nextInt(10) == 0 ? "" : "t" + random.nextInt(6);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
