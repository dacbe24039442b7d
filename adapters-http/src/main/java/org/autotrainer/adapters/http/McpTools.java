package org.autotrainer.adapters.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.autotrainer.application.RecallHeuristics;
import org.autotrainer.application.TrainEvaluations;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.application.server.Scope;
import org.autotrainer.application.wire.EvaluationBody;
import org.autotrainer.domain.evaluation.InvalidValueException;

/**
 * What the tools of MCP do: the same use cases as over HTTP, on the same records.
 *
 * <p>Whoever calls speaks with the trust of their token, and may call what its scopes let them; no argument says who speaks, and
 * none is a path. Thread-safe.
 *
 * @param loop the loop as far as the caller reaches it
 * @param call the request that a message came in; nothing for the operator's own process
 */
record McpTools(TrainingLoop loop, Optional<Call> call) {
    private static final int USUAL_LIMIT = 50;

    /** What of a recalled heuristic stands in the fenced block alone, or is too much to read before a task. */
    static final List<String> LEFT_TO_THE_BLOCK = List.of("text", "evidence");

    /**
     * Calls a tool. What it finds wrong is a result, too, which says so.
     *
     * @throws McpRefusal if there is no such tool, or its arguments are no object
     */
    Map<String, Object> call(McpMessage message) {
        String name = message.text("name");
        McpTool tool = McpCatalog.find(name)
                .orElseThrow(() -> McpRefusal.wrongParams("there is no tool \"" + Json.excerpt(name) + "\"; there are "
                        + String.join(", ", McpCatalog.names())));
        Object given =
                message.params().containsKey("arguments") ? message.params().get("arguments") : Map.of();
        if (!(given instanceof Map<?, ?> arguments)) {
            throw McpRefusal.wrongParams("arguments is no object");
        }
        try {
            requireScope(tool.scope());
            tool.check(arguments);
            return work(name, arguments);
        } catch (InvalidValueException | AutoTrainerException told) {
            call.ifPresent(request -> request.failed(told));
            return result(List.of(sentence(told)), Map.of("isError", true));
        }
    }

    /** What went wrong; a tool leads on to a tool. */
    private static String sentence(RuntimeException told) {
        return Optional.of(told)
                .filter(AutoTrainerException.class::isInstance)
                .flatMap(known -> ((AutoTrainerException) known).missing())
                .map(missing -> told.getMessage()
                        + switch (missing.kind()) {
                            case EVALUATION -> "; record_evaluation answers with the id of each";
                            case HEURISTIC -> "; list_heuristics lists those there are";
                            case SUGGESTION -> "; record_evaluation answers with the ids of those it leaves pending";
                        })
                .orElseGet(() -> ProblemDetails.ofFailure(told).detail());
    }

    private void requireScope(Scope scope) {
        call.flatMap(Call::token)
                .flatMap(shown -> Entrance.whyRefused(shown, scope))
                .ifPresent(why -> {
                    throw new AutoTrainerException(Problem.FORBIDDEN, why);
                });
    }

    private Map<String, Object> work(String name, Map<?, ?> arguments) {
        return switch (name) {
            case "recall_heuristics" -> recall(Json.read(arguments, RecallHeuristics.Request.class));
            case "record_evaluation" -> record(Json.read(arguments, EvaluationBody.class));
            case "list_heuristics" -> list(Json.read(arguments, Listing.class));
            case "explain_heuristic" -> explain(Json.read(arguments, Named.class));
            case "review_suggestion" -> review(Json.read(arguments, Review.class));
            default -> throw new AssertionError(name);
        };
    }

    /** Notes stand in their fence alone: what a model reads of the memory is marked as data, wherever it reads it. */
    private Map<String, Object> recall(RecallHeuristics.Request request) {
        about(request.agent());
        RecallHeuristics.Response recalled = loop.recall().recallAtOnce(request, ReceiptId.fresh());
        ObjectNode object = (ObjectNode) Json.tree(recalled);
        for (JsonNode heuristic : object.path("heuristics")) {
            ((ObjectNode) heuristic).remove(LEFT_TO_THE_BLOCK);
        }
        List<String> texts = new ArrayList<>();
        texts.add(recalled.block().isEmpty() ? "There are no notes for this task." : recalled.block());
        texts.add("When the task has been judged, give this receipt to record_evaluation: " + recalled.receipt());
        if (recalled.parameters() != null) {
            texts.add("Parameters to work with: " + Json.text(recalled.parameters()));
        }
        return result(texts, Map.of("structuredContent", object));
    }

    private Map<String, Object> record(EvaluationBody evaluation) {
        about(evaluation.agent());
        TrainEvaluations.Result result = loop.train().train(evaluation);
        call.ifPresent(request -> request.recorded(result));
        return told(result.response());
    }

    /** Which page of a list. */
    record Listing(String agent, Integer limit, String cursor) {}

    private Map<String, Object> list(Listing asked) {
        return told(loop.heuristics()
                .list(
                        agent(asked.agent),
                        asked.cursor == null ? "" : asked.cursor,
                        asked.limit == null ? USUAL_LIMIT : asked.limit));
    }

    /** Which heuristic. */
    record Named(String agent, String id) {}

    private Map<String, Object> explain(Named asked) {
        return told(loop.heuristics().explain(agent(asked.agent), required("id", asked.id)));
    }

    /** Which suggestion, and what is to become of it. */
    record Review(String agent, String id, String decision) {}

    private Map<String, Object> review(Review asked) {
        String id = required("id", asked.id);
        return switch (required("decision", asked.decision)) {
            case "apply" -> told(loop.suggestions().apply(agent(asked.agent), id));
            case "dismiss" -> told(loop.suggestions().dismiss(agent(asked.agent), id));
            default ->
                throw new InvalidValueException(
                        "decision is \"" + Json.excerpt(asked.decision) + "\"; allowed are apply and dismiss");
        };
    }

    /** Notes which agent a tool is called for. */
    private void about(String agent) {
        call.ifPresent(request -> request.about(agent));
    }

    private String agent(String given) {
        about(given);
        return given == null ? EvaluationBody.DEFAULT_AGENT : given;
    }

    private static String required(String name, String given) {
        if (given == null) {
            throw new InvalidValueException(name + " is missing");
        }
        return given;
    }

    /** A result that is the same as text and as an object. */
    private static Map<String, Object> told(Object response) {
        JsonNode object = Json.tree(response);
        return result(List.of(object.toString()), Map.of("structuredContent", object));
    }

    private static Map<String, Object> result(List<String> texts, Map<String, Object> rest) {
        List<Map<String, String>> content = new ArrayList<>();
        for (String text : texts) {
            Map<String, String> block = new LinkedHashMap<>();
            block.put("type", "text");
            block.put("text", text);
            content.add(block);
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("content", content);
        result.put("isError", false);
        result.putAll(rest);
        return result;
    }
}
