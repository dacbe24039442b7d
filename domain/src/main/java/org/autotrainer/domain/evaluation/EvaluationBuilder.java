package org.autotrainer.domain.evaluation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Builds an {@link Evaluation} step by step; what is not said keeps its default.
 *
 * <p>The defaults are those of a critic that says nothing: not successful, score 0.5, no suggestions, measured. Not
 * thread-safe.
 */
public final class EvaluationBuilder {
    private Attempt attempt;
    private String id = "";
    private int revision;
    private Critic critic = Critic.UNNAMED;
    private Outcome outcome = Outcome.MEASURED;
    private boolean success;
    private double score = Evaluation.DEFAULT_SCORE;
    private final List<Suggestion> suggestions = new ArrayList<>();
    private Context context = Context.NONE;
    private String model = "";
    private Map<String, Object> parameters = Map.of();
    private Conversation conversation = Conversation.NONE;
    private String receipt = "";
    private List<Mark> marks = List.of();
    private Map<String, Object> metadata = Map.of();
    private Optional<Instant> occurredAt = Optional.empty();

    EvaluationBuilder(Attempt attempt) {
        this.attempt = attempt;
    }

    EvaluationBuilder(Evaluation from) {
        attempt = from.attempt();
        id = from.id();
        revision = from.revision();
        critic = from.critic();
        outcome = from.outcome();
        success = from.success();
        score = from.score();
        suggestions.addAll(from.suggestions());
        context = from.context();
        model = from.model();
        parameters = from.parameters();
        conversation = from.conversation();
        receipt = from.receipt();
        marks = from.marks();
        metadata = from.metadata();
        occurredAt = from.occurredAt();
    }

    EvaluationBuilder attempt(Attempt value) {
        attempt = value;
        return this;
    }

    /** Names the evaluation, so that it can be recorded twice without effect and corrected later. */
    public EvaluationBuilder id(String value) {
        id = value;
        return this;
    }

    /** Says that this corrects the evaluation of the same id: higher replaces lower. */
    public EvaluationBuilder revision(int value) {
        revision = value;
        return this;
    }

    /** Names the critic. */
    public EvaluationBuilder critic(String criticId, String version) {
        critic = new Critic(criticId, version);
        return this;
    }

    /** Says whether the task was solved. */
    public EvaluationBuilder success(boolean value) {
        success = value;
        return this;
    }

    /** Gives the score, 0 to 1. */
    public EvaluationBuilder score(double value) {
        score = value;
        return this;
    }

    /** Says whether the attempt could be judged at all. */
    public EvaluationBuilder outcome(Outcome value) {
        outcome = value;
        return this;
    }

    /** Adds one piece of advice. */
    public EvaluationBuilder suggest(String text, String... tags) {
        suggestions.add(new Suggestion(text, List.of(tags)));
        return this;
    }

    /** Adds pieces of advice. */
    public EvaluationBuilder suggest(List<Suggestion> advice) {
        suggestions.addAll(advice);
        return this;
    }

    /** Says what the task was about. */
    public EvaluationBuilder context(String text, String... tags) {
        return context(new Context(text, List.of(tags)));
    }

    /** Says what the task was about. */
    public EvaluationBuilder context(Context value) {
        context = value;
        return this;
    }

    /** Names the model that worked. */
    public EvaluationBuilder model(String value) {
        model = value;
        return this;
    }

    /** Gives the strategy parameters: numbers, texts and booleans by name. */
    public EvaluationBuilder parameters(Map<String, Object> values) {
        parameters = values;
        return this;
    }

    /** Gives the transcript. */
    public EvaluationBuilder conversation(Conversation value) {
        conversation = value;
        return this;
    }

    /** Quotes the receipt of the recall that the agent worked with. */
    public EvaluationBuilder receipt(String value) {
        receipt = value;
        return this;
    }

    /** Gives the critic's opinions on the heuristics that were shown. */
    public EvaluationBuilder marks(List<Mark> values) {
        marks = values;
        return this;
    }

    /** Gives a free-form object that is kept and never interpreted. */
    public EvaluationBuilder metadata(Map<String, Object> values) {
        metadata = values;
        return this;
    }

    /** Says when the attempt ended. */
    public EvaluationBuilder occurredAt(Instant value) {
        occurredAt = Optional.of(value);
        return this;
    }

    /**
     * Makes the evaluation.
     *
     * @throws InvalidValueException if a value is outside its range
     */
    public Evaluation build() {
        return new Evaluation(
                id,
                revision,
                attempt,
                critic,
                outcome,
                success,
                score,
                suggestions,
                context,
                model,
                parameters,
                conversation,
                receipt,
                marks,
                metadata,
                occurredAt);
    }
}
