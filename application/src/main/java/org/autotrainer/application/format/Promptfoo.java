package org.autotrainer.application.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.autotrainer.application.spi.Beginning;
import org.autotrainer.application.spi.Cut;
import org.autotrainer.application.spi.EvaluationFormat;
import org.autotrainer.domain.evaluation.Conversation;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.EvaluationBuilder;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.evaluation.Message;
import org.autotrainer.domain.evaluation.Outcome;
import org.autotrainer.domain.evaluation.Role;

/**
 * Results of promptfoo: its JSON, JSONL and CSV; its JUnit XML is read as {@link JUnitXml}.
 *
 * <p>A task is a test case, known by its variables and assertions: with {@code --repeat} nothing else tells that two
 * results belong to one. Provider and prompt are the model and parameters. {@code failureReason} 2, and a test that failed
 * only since its graders did not work, were not measured. Advice are the {@linkplain CriticAdvice sentences that say what to
 * do} in the reasons of assertions that a model graded, where they failed, and the comments of people: what other assertions
 * say is a finding, and what a crashed one says is a fault of its own.
 */
public final class Promptfoo implements EvaluationFormat {
    private static final int ERROR = 2;
    private static final int EXCERPT = 1_000;
    private static final String STATUS = "Status";

    private static final Pattern GRADER_AT_FAULT = Pattern.compile(
            "Could not extract JSON from |[\\w-]+ produced malformed response|API (?:call )?error\\b|No output$");

    private static final Set<String> GRADED_BY_A_MODEL = Set.of(
            "agent-rubric",
            "answer-relevance",
            "context-faithfulness",
            "context-recall",
            "context-relevance",
            "conversation-relevance",
            "factuality",
            "g-eval",
            "human",
            "llm-rubric",
            "model-graded-closedqa",
            "model-graded-factuality",
            "search-rubric",
            "select-best",
            "trajectory:goal-success");

    @Override
    public String name() {
        return "promptfoo";
    }

    @Override
    public Optional<Cut> cut(Beginning beginning) {
        if (beginning.isObjectWith("testIdx", "promptIdx", "success", "testCase")) {
            return Optional.of(new Cut.Objects());
        }
        if (beginning.isObjectWith("results")
                && beginning.first().get("results") instanceof Map<?, ?> results
                && (results.containsKey("results") || beginning.first().containsKey("evalId"))) {
            return Optional.of(new Cut.Elements("/results/results"));
        }
        boolean table = beginning.kind() == Beginning.Kind.TABLE
                && !PromptfooTable.groups(beginning.first()).isEmpty();
        return table ? Optional.of(new Cut.Rows()) : Optional.empty();
    }

    @Override
    public Reading reading(Source source) {
        Tries tries = new Tries(source, new JsonFields(source.head()).textOrNothing("evalId"));
        PromptfooTable table = new PromptfooTable(name(), tries);
        return record -> record.containsKey(STATUS) && !record.containsKey("testIdx")
                ? table.evaluations(record)
                : List.of(evaluation(new JsonFields(record), tries, source));
    }

    private Evaluation evaluation(JsonFields row, Tries tries, Source source) {
        if (!row.object().containsKey("testCase") && !row.object().containsKey("vars")) {
            throw new InvalidValueException("testCase is missing: that is no result of promptfoo");
        }
        JsonFields test = row.part("testCase");
        JsonFields provider = row.part("provider");
        JsonFields prompt = row.part("prompt");
        String raw = prompt.textOrNothing("raw");
        Conversation asked = asked(raw, source);
        Map<String, Object> parameters = new LinkedHashMap<>(
                Clean.scalars(prompt.object("config").map(JsonFields::object).orElse(Map.of())));
        put(parameters, "prompt", prompt.textOrNothing("label"));
        put(parameters, "provider", provider.textOrNothing("id"));
        String label = provider.textOrNothing("label");
        JsonFields grading = row.part("gradingResult");
        boolean failed = isError(row);
        EvaluationBuilder evaluation = Evaluation.of(tries.next(task(test, row)))
                .critic(name(), "")
                .outcome(failed ? Outcome.ERROR : Outcome.MEASURED)
                .success(!failed && row.needed("success"))
                .context(Clean.prose(words(asked), EXCERPT))
                .model(Clean.name(label.isEmpty() ? provider.textOrNothing("id") : label))
                .parameters(parameters)
                .conversation(answered(asked, row.part("response").textOrNothing("output")))
                .metadata(metadata(row, failed));
        row.finite("score").stream()
                .filter(score -> !failed && score >= 0 && score <= 1)
                .forEach(evaluation::score);
        if (!failed) {
            advise(evaluation, grading);
        }
        return evaluation.build();
    }

    private static void put(Map<String, Object> parameters, String name, String text) {
        if (!text.isBlank()) {
            parameters.put(name, Clean.name(text));
        }
    }

    private static boolean isError(JsonFields row) {
        boolean broken = row.object().containsKey("failureReason")
                ? row.count("failureReason") == ERROR
                : row.object().get("gradingResult") == null && row.object().get("error") != null;
        return broken || isFailedByGradersAlone(row.part("gradingResult"));
    }

    /** Whether all that failed are assertions whose grader did not work: then nobody judged the answer. */
    private static boolean isFailedByGradersAlone(JsonFields grading) {
        List<JsonFields> failed = grading.objects("componentResults").stream()
                .filter(part -> !part.truth("pass").orElse(true))
                .toList();
        return !grading.truth("pass").orElse(true)
                && !failed.isEmpty()
                && failed.stream().allMatch(Promptfoo::isGraderAtFault);
    }

    /** Later versions mark it; of earlier ones the reason tells. */
    private static boolean isGraderAtFault(JsonFields part) {
        boolean marked = part.object().get("metadata") instanceof Map<?, ?> marks
                && Boolean.TRUE.equals(marks.get("graderError"));
        String type = part.part("assertion").textOrNothing("type");
        return marked
                || (GRADED_BY_A_MODEL.contains(type)
                        && GRADER_AT_FAULT.matcher(part.textOrNothing("reason")).lookingAt());
    }

    /** The task: what the test says of itself, and a hash of its content. */
    private static String task(JsonFields test, JsonFields row) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put(
                "vars",
                test.object().containsKey("vars")
                        ? test.object().get("vars")
                        : row.object().get("vars"));
        content.put("assert", test.object().get("assert"));
        String description = test.textOrNothing("description");
        return (description.isBlank() ? "test" : Clean.prose(description, 100)) + " "
                + Clean.hash(content).substring(0, 12);
    }

    private static Map<String, Object> metadata(JsonFields row, boolean failed) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        if (row.object().get("namedScores") instanceof Map<?, ?> scores && !scores.isEmpty()) {
            metadata.put("named_scores", Clean.scalars(scores));
        }
        String error = row.textOrNothing("error");
        if (!error.isEmpty()) {
            metadata.put(failed ? "error" : "reason", Clean.prose(error, EXCERPT));
        }
        return metadata;
    }

    private static void advise(EvaluationBuilder evaluation, JsonFields grading) {
        evaluation.suggest(Clean.advice(grading.textOrNothing("comment")));
        for (JsonFields part : grading.objects("componentResults")) {
            String type = part.part("assertion").textOrNothing("type");
            if (!part.truth("pass").orElse(true) && GRADED_BY_A_MODEL.contains(type)) {
                evaluation.suggest(CriticAdvice.suggestions(part.textOrNothing("reason")));
            }
        }
    }

    /** A prompt is a chat in JSON, or what a user says. */
    private static Conversation asked(String raw, Source source) {
        if (raw.isBlank()) {
            return Conversation.NONE;
        }
        if (raw.stripLeading().startsWith("[")) {
            try {
                if (source.parseJson().apply(raw) instanceof List<?> messages) {
                    return new ChatMessages(source.parseJson()).conversation(messages);
                }
            } catch (IllegalArgumentException noChat) {
                return said(raw);
            }
        }
        return said(raw);
    }

    private static Conversation said(String raw) {
        return new Conversation(List.of(Message.of(Role.USER, raw)), List.of());
    }

    private static Conversation answered(Conversation asked, String output) {
        if (output.isEmpty() || asked.isEmpty()) {
            return asked;
        }
        List<Message> messages = new ArrayList<>(asked.messages());
        messages.add(Message.of(Role.ASSISTANT, output));
        return new Conversation(messages, List.of());
    }

    private static String words(Conversation conversation) {
        return conversation.messages().stream()
                .filter(message -> message.role() == Role.USER)
                .reduce((first, second) -> second)
                .map(Message::content)
                .orElse("");
    }
}
