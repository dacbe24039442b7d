package org.autotrainer.application.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.autotrainer.application.spi.Beginning;
import org.autotrainer.application.spi.Cut;
import org.autotrainer.application.spi.EvaluationFormat;
import org.autotrainer.domain.evaluation.Conversation;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.EvaluationBuilder;
import org.autotrainer.domain.evaluation.Message;
import org.autotrainer.domain.evaluation.Outcome;
import org.autotrainer.domain.evaluation.Role;

/**
 * Test runs of DeepEval: their {@code testCases} or {@code conversationalTestCases}, of which a run has one kind.
 *
 * <p>A task is the name of a test case, or, where DeepEval made one up from its place, a hash of its input. Success counts,
 * since of some metrics the lower score is the better one; the score is the share of metrics that were met. A metric with an
 * error was not measured, a flaky one decides nothing. Advice are the {@linkplain CriticAdvice sentences that say what to
 * do} in the reasons of metrics that were not met.
 */
public final class DeepEval implements EvaluationFormat {
    private static final int EXCERPT = 1_000;

    @Override
    public String name() {
        return "deepeval";
    }

    @Override
    public Optional<Cut> cut(Beginning beginning) {
        for (String list : List.of("testCases", "conversationalTestCases")) {
            if (beginning.isObjectWith(list)
                    && beginning.first().get(list) instanceof List<?> cases
                    && !cases.isEmpty()
                    && cases.get(0) instanceof Map<?, ?> first
                    && first.containsKey("metricsData")) {
                return Optional.of(new Cut.Elements("/" + list));
            }
        }
        return Optional.empty();
    }

    @Override
    public Reading reading(Source source) {
        Tries tries = new Tries(source, new JsonFields(source.head()).textOrNothing("identifier"));
        return record -> List.of(evaluation(new JsonFields(record), tries));
    }

    private Evaluation evaluation(JsonFields test, Tries tries) {
        List<JsonFields> metrics = test.objects("metricsData").stream()
                .filter(metric -> !metric.truth("flaky").orElse(false))
                .toList();
        List<JsonFields> measured = metrics.stream()
                .filter(metric ->
                        metric.object().get("error") == null && metric.object().get("success") != null)
                .toList();
        long met = measured.stream().filter(metric -> metric.needed("success")).count();
        boolean judged = !measured.isEmpty() && measured.size() == metrics.size();
        Conversation conversation = conversation(test);
        EvaluationBuilder evaluation = Evaluation.of(tries.next(task(test)))
                .critic(name(), "")
                .outcome(judged ? Outcome.MEASURED : Outcome.ERROR)
                .success(judged && test.truth("success").orElse(met == measured.size()))
                .context(Clean.prose(context(test), EXCERPT))
                .conversation(conversation)
                .metadata(metadata(metrics));
        if (judged) {
            evaluation.score((double) met / measured.size());
            measured.stream()
                    .filter(metric -> !metric.needed("success"))
                    .forEach(metric -> evaluation.suggest(CriticAdvice.suggestions(metric.textOrNothing("reason"))));
        }
        return evaluation.build();
    }

    private static String task(JsonFields test) {
        String name = test.textOrNothing("name");
        if (!name.isBlank() && !name.matches("(conversational_)?test_case_\\d+")) {
            return name;
        }
        Map<String, Object> content = new LinkedHashMap<>();
        for (String field : List.of("input", "expectedOutput", "scenario", "expectedOutcome")) {
            content.put(field, test.object().get(field));
        }
        return "test " + Clean.hash(content).substring(0, 12);
    }

    private static String context(JsonFields test) {
        String input = test.textOrNothing("input");
        return input.isEmpty() ? test.textOrNothing("scenario") : input;
    }

    private static Map<String, Object> metadata(List<JsonFields> metrics) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        for (JsonFields metric : metrics) {
            String name = Clean.name(metric.textOrNothing("name"));
            OptionalDouble score = metric.finite("score");
            score.ifPresent(value -> metadata.put(name, value));
            if (!metric.truth("success").orElse(true)
                    && !metric.textOrNothing("reason").isEmpty()) {
                metadata.put(name + " reason", Clean.prose(metric.textOrNothing("reason"), EXCERPT));
            }
            Object error = metric.object().get("error");
            if (error != null) {
                metadata.put(name + " error", Clean.prose(String.valueOf(error), EXCERPT));
            }
        }
        return metadata;
    }

    private static Conversation conversation(JsonFields test) {
        List<Message> messages = new ArrayList<>();
        for (JsonFields turn : test.objects("turns")) {
            messages.add(Message.of(Role.of(turn.words("role")), turn.words("content")));
        }
        String input = test.textOrNothing("input");
        if (messages.isEmpty() && !input.isEmpty()) {
            messages.add(Message.of(Role.USER, input));
            String output = test.textOrNothing("actualOutput");
            if (!output.isEmpty()) {
                messages.add(Message.of(Role.ASSISTANT, output));
            }
        }
        return new Conversation(messages, List.of());
    }
}
