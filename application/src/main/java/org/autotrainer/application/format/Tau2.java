package org.autotrainer.application.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
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
 * Results of tau2-bench: one document with its simulations, or a folder of {@code results.json} and {@code simulations/}.
 *
 * <p>The id of a task counts within its domain, so both become part of the task. The task was solved if the reward is 1.
 * Where the infrastructure or the simulated user failed, or no reward was given, nothing was measured. Advice is what a
 * review of the agent's errors calls correct behaviour, and each assertion in words that was not met; the actions that a
 * task expects are its solution, and no advice.
 */
public final class Tau2 implements EvaluationFormat {
    private static final Set<String> NOT_MEASURED = Set.of("infrastructure_error", "unexpected_error", "user_error");
    private static final String RESULTS = "results.json";
    private static final double TOLERANCE = 1e-6;
    private static final int EXCERPT = 1_000;

    @Override
    public String name() {
        return "tau2-bench";
    }

    @Override
    public Optional<Cut> cut(Beginning beginning) {
        if (beginning.isObjectWith("info")
                && beginning.first().get("info") instanceof Map<?, ?> info
                && info.containsKey("environment_info")
                && info.containsKey("agent_info")) {
            return Optional.of(new Cut.Elements("/simulations"));
        }
        if (beginning.isObjectWith("task_id", "termination_reason", "reward_info", "trial")) {
            return Optional.of(new Cut.Objects());
        }
        boolean folder = beginning.kind() == Beginning.Kind.ARCHIVE
                && beginning.first().get("entries") instanceof List<?> entries
                && entries.contains(RESULTS)
                && entries.stream().anyMatch(entry -> String.valueOf(entry).startsWith("simulations/"));
        return folder ? Optional.of(new Cut.Entries("simulations/", List.of(RESULTS))) : Optional.empty();
    }

    @Override
    public Reading reading(Source source) {
        JsonFields head = new JsonFields(source.head());
        JsonFields results = head.object(RESULTS).orElse(head);
        Tries tries = new Tries(source, results.textOrNothing("timestamp"));
        return record -> List.of(evaluation(new JsonFields(record), results.part("info"), tries, source));
    }

    private Evaluation evaluation(JsonFields simulation, JsonFields info, Tries tries, Source source) {
        JsonFields agent = info.part("agent_info");
        String domain = info.part("environment_info").textOrNothing("domain_name");
        Conversation conversation = new ChatMessages(source.parseJson()).conversation(messages(simulation));
        JsonFields reward = simulation.part("reward_info");
        OptionalDouble value = reward.finite("reward");
        String end = simulation.textOrNothing("termination_reason");
        boolean measured = value.isPresent() && !NOT_MEASURED.contains(end);
        Map<String, Object> parameters =
                new LinkedHashMap<>(Clean.scalars(agent.part("llm_args").object()));
        if (!agent.textOrNothing("implementation").isBlank()) {
            parameters.put("implementation", Clean.name(agent.textOrNothing("implementation")));
        }
        String task = (domain.isEmpty() ? name() : domain) + "-" + simulation.id("task_id");
        EvaluationBuilder evaluation = Evaluation.of(tries.numbered(task, simulation.count("trial")))
                .critic(name(), "")
                .outcome(measured ? Outcome.MEASURED : Outcome.ERROR)
                .success(measured && Math.abs(value.getAsDouble() - 1) <= TOLERANCE)
                .context(firstWords(conversation), domain.isEmpty() ? new String[0] : new String[] {Clean.name(domain)})
                .model(Clean.name(agent.textOrNothing("llm")))
                .parameters(parameters)
                .conversation(conversation)
                .metadata(Map.of("termination_reason", Clean.prose(end, EXCERPT)));
        if (measured) {
            evaluation.score(Math.max(0, Math.min(1, value.getAsDouble())));
            advise(evaluation, simulation, reward);
        }
        return evaluation.build();
    }

    private static void advise(EvaluationBuilder evaluation, JsonFields simulation, JsonFields reward) {
        for (JsonFields error : simulation.part("review").objects("errors")) {
            if (!error.textOrNothing("source").equals("user")) {
                evaluation.suggest(Clean.advice(error.textOrNothing("correct_behavior")));
            }
        }
        for (JsonFields assertion : reward.objects("nl_assertions")) {
            if (!assertion.truth("met").orElse(true)) {
                evaluation.suggest(Clean.advice(assertion.textOrNothing("nl_assertion")));
            }
        }
    }

    /** The messages without the calls that the simulated user made, and their answers: they are not the agent's. */
    private static List<Map<?, ?>> messages(JsonFields simulation) {
        List<Map<?, ?>> messages = new ArrayList<>();
        for (JsonFields message : simulation.objects("messages")) {
            String role = message.textOrNothing("role");
            if (role.equals("tool")) {
                if (!message.textOrNothing("requestor").equals("user")) {
                    messages.add(answer(message));
                }
            } else if (role.equals("user")) {
                Map<Object, Object> said = new LinkedHashMap<>(message.object());
                said.remove("tool_calls");
                if (!message.textOrNothing("content").isEmpty()) {
                    messages.add(said);
                }
            } else {
                messages.add(message.object());
            }
        }
        return messages;
    }

    /** The id of an answer is that of its call. */
    private static Map<Object, Object> answer(JsonFields message) {
        Map<Object, Object> answer = new LinkedHashMap<>(message.object());
        answer.putIfAbsent("tool_call_id", message.textOrNothing("id"));
        return answer;
    }

    private static String firstWords(Conversation conversation) {
        return conversation.messages().stream()
                .filter(message -> message.role() == Role.USER)
                .findFirst()
                .map(Message::content)
                .map(text -> Clean.prose(text, EXCERPT))
                .orElse("");
    }
}
