package org.autotrainer.domain.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.autotrainer.domain.evaluation.Attempt;
import org.autotrainer.domain.evaluation.Context;
import org.autotrainer.domain.evaluation.Conversation;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.EvaluationBuilder;
import org.autotrainer.domain.evaluation.Identity;
import org.autotrainer.domain.evaluation.Mark;
import org.autotrainer.domain.evaluation.Message;
import org.autotrainer.domain.evaluation.Outcome;
import org.autotrainer.domain.evaluation.Role;
import org.autotrainer.domain.evaluation.Suggestion;
import org.autotrainer.domain.evaluation.Tool;
import org.autotrainer.domain.evaluation.ToolCall;
import org.autotrainer.domain.learning.ParameterSpace;
import org.autotrainer.domain.learning.Trial;
import org.autotrainer.domain.text.RandomTexts;
import org.autotrainer.domain.training.FineTuneDataset;
import org.autotrainer.domain.training.HeuristicUpdate;
import org.autotrainer.domain.training.PromptTuning;
import org.autotrainer.domain.training.StrategyParam;
import org.autotrainer.domain.training.TrainingSuggestion;
import org.autotrainer.domain.training.TrainingTarget;
import org.autotrainer.domain.trust.Trust;

/** Facts of every kind by chance, with each of their fields there or absent. */
final class RandomFacts {
    static final String AGENT = "a";

    private static final double[] NUMBERS = {0, -0.0, 1, 0.1, -1e-300, Double.MIN_VALUE, Double.MAX_VALUE, 1e23};
    private static final long[] WHOLES = {0, 1, -1, 63, 64, -64, -65, Long.MIN_VALUE, Long.MAX_VALUE};

    private static final List<List<Object>> SPACES = List.of(
            List.of(0.2),
            List.of(0.0, 0.7, 1.0),
            List.of(1L, -5L, Long.MAX_VALUE),
            List.of("small", "LARGE", "i1", ""),
            List.of(true, false),
            List.of(1L, 0.5, "x", false));

    private final Random random;

    RandomFacts(Random random) {
        this.random = random;
    }

    Fact next() {
        return next(FactKind.values()[random.nextInt(FactKind.values().length)]);
    }

    Fact next(FactKind kind) {
        return switch (kind) {
            case EVALUATION -> new Evaluated(evaluation(), source(), random.nextBoolean(), random.nextBoolean());
            case LESSON -> new LessonKept(evaluation(), source());
            case TRAINING -> new LessonsTrained(name("run"), random.nextBoolean());
            case RECALL -> new Recalled(receipt());
            case DECISION -> new Decided(name("d"), suggestion(), any(Decided.Decision.values()));
            case SETTINGS -> new SettingsChanged(name("s"), new TreeMap<>(Map.of(name("setting"), name("value"))));
            case CURATION -> new Curated(name("c"), id(), any(Curated.Action.values()));
            case RETRACTION -> new Retracted(name("r"), maybe(() -> random.nextInt(5), 0), selection());
            case GROUPING -> new Regrouped(name("g"), atLeastOne(this::id));
            case ANSWER -> new Answered(id(), id(), RandomTexts.sentence(random, 10));
            case HEURISTIC -> new HeuristicSet(name("s"), name("key"), RandomTexts.sentence(random, 10));
        };
    }

    Evaluation evaluation() {
        EvaluationBuilder evaluation = Evaluation.of(attempt());
        maybe(() -> evaluation.id(name("e")).revision(maybe(() -> random.nextInt(1_000), 0)));
        maybe(() -> evaluation.critic(maybe(() -> name("c"), ""), maybe(() -> name("v"), "")));
        maybe(() -> evaluation.outcome(any(Outcome.values())));
        maybe(() -> evaluation.success(random.nextBoolean()));
        maybe(() -> evaluation.score(random.nextInt(4) == 0 ? random.nextInt(2) : random.nextDouble()));
        maybe(() -> evaluation.suggest(list(7, () -> new Suggestion(text(), tags()))));
        maybe(() -> evaluation.context(context()));
        maybe(() -> evaluation.model(name("m")));
        maybe(() -> evaluation.parameters(parameters()));
        maybe(() -> evaluation.conversation(conversation()));
        maybe(() -> evaluation.receipt(name("r")));
        maybe(() -> evaluation.marks(list(3, () -> new Mark(name("h"), any(Mark.Opinion.values())))));
        maybe(() -> evaluation.metadata(object(0)));
        maybe(() -> evaluation.occurredAt(instant()));
        return evaluation.build();
    }

    TrainingSuggestion suggestion() {
        String key = name("key");
        String task = maybe(() -> name("t"), "");
        String reason = maybe(() -> RandomTexts.sentence(random, 6), "");
        return switch (random.nextInt(4)) {
            case 0 -> new HeuristicUpdate(key, text(), task, reason);
            case 1 -> new PromptTuning(key, text(), task, reason);
            case 2 -> new StrategyParam(key, scalar(), task, reason);
            default ->
                new FineTuneDataset(
                        key,
                        new TrainingTarget(task, TrainingTarget.FAILED, random.nextDouble(), list(3, this::text)),
                        task,
                        reason);
        };
    }

    private Source source() {
        return random.nextInt(3) == 0 ? Source.LOCAL : new Source(name("file"), any(Trust.values()));
    }

    /** Mostly an id as they are made, now and then any name. */
    private String id() {
        return random.nextInt(4) == 0
                ? name("h")
                : Identity.of("any").number(random.nextLong()).id();
    }

    private Selection selection() {
        Instant middle = instant();
        return new Selection(
                maybe(() -> name("c"), ""),
                maybe(() -> name("t"), ""),
                maybe(() -> name("run"), ""),
                maybe(() -> name("file"), ""),
                maybe(() -> name("tag"), ""),
                maybe(() -> Optional.of(middle).filter(one -> one.isBefore(Instant.MAX)), Optional.empty()),
                Optional.of(Instant.MAX));
    }

    private Receipt receipt() {
        return new Receipt(
                name("r"),
                attempt(),
                maybe(() -> random.nextInt(1_000), 0),
                context(),
                maybe(() -> name("m"), ""),
                random.nextInt(1_000_000),
                random.nextInt(1_000),
                random.nextBoolean(),
                random.nextInt(10) == 0,
                list(8, () -> new Receipt.Chosen(id(), random.nextLong(), share(), share() / 2, random.nextBoolean())),
                list(3, () -> new Receipt.Landmark(id(), share())),
                list(2, this::choice));
    }

    private double share() {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> 1;
            default -> random.nextDouble();
        };
    }

    private Trial.Choice choice() {
        ParameterSpace space = new ParameterSpace(name("p"), SPACES.get(random.nextInt(SPACES.size())));
        int values = space.values().size();
        List<Double> propensities = new ArrayList<>();
        if (random.nextBoolean()) {
            for (int i = 0; i < values; i++) {
                propensities.add(1.0 / values);
            }
        }
        return new Trial.Choice(space, random.nextInt(values), propensities);
    }

    private Attempt attempt() {
        return new Attempt(
                AGENT,
                maybe(() -> name("run"), ""),
                maybe(() -> name("task"), ""),
                maybe(() -> random.nextInt(1_000_000_001), 0));
    }

    private Context context() {
        return new Context(maybe(this::text, ""), tags());
    }

    private List<String> tags() {
        return maybe(() -> list(3, () -> name("tag")), List.of());
    }

    private Conversation conversation() {
        return new Conversation(
                list(6, this::message), list(3, () -> new Tool(name("f"), maybe(this::transcript, ""), object(0))));
    }

    private Message message() {
        Role role = any(Role.values());
        List<ToolCall> calls = role == Role.ASSISTANT
                ? list(3, () -> new ToolCall(maybe(() -> name("c"), ""), name("f"), object(0)))
                : List.of();
        return new Message(role, transcript(), calls, maybe(() -> name("c"), ""), maybe(() -> name("n"), ""));
    }

    private Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        list(4, () -> parameters.put(name("p"), scalar()));
        return parameters;
    }

    private Map<String, Object> object(int depth) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            object.put(transcript(), value(depth + 1));
        }
        return object;
    }

    @SuppressWarnings("NullAway")
    private Object value(int depth) {
        return switch (random.nextInt(depth < 6 ? 8 : 6)) {
            case 0 -> null;
            case 6 -> object(depth);
            case 7 -> list(4, () -> value(depth + 1));
            default -> scalar();
        };
    }

    private Object scalar() {
        return switch (random.nextInt(6)) {
            case 0 -> random.nextBoolean();
            case 1 -> WHOLES[random.nextInt(WHOLES.length)];
            case 2 -> random.nextLong() >> random.nextInt(64);
            case 3 -> NUMBERS[random.nextInt(NUMBERS.length)];
            case 4 -> random.nextGaussian();
            default -> transcript();
        };
    }

    private Instant instant() {
        return random.nextBoolean()
                ? Instant.ofEpochMilli(random.nextLong() >> random.nextInt(64))
                : List.of(Instant.MIN, Instant.MAX, Instant.EPOCH, Instant.EPOCH.minusNanos(1))
                        .get(random.nextInt(4));
    }

    private String text() {
        return random.nextBoolean() ? RandomTexts.sentence(random, 12) : RandomTexts.anything(random, 30);
    }

    /** Text with control characters in it. */
    private String transcript() {
        return random.nextInt(3) == 0 ? "\u001b[0m\r\n\u0085" + text() : text();
    }

    private String name(String prefix) {
        return prefix + RandomTexts.anything(random, 8);
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private <T> List<T> list(int most, Supplier<T> element) {
        List<T> list = new ArrayList<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            list.add(element.get());
        }
        return list;
    }

    private <T> List<T> atLeastOne(Supplier<T> element) {
        List<T> list = list(3, element);
        list.add(element.get());
        return list;
    }

    private void maybe(Runnable action) {
        if (random.nextBoolean()) {
            action.run();
        }
    }

    private <T> T maybe(Supplier<T> given, T absent) {
        return random.nextBoolean() ? given.get() : absent;
    }
}
