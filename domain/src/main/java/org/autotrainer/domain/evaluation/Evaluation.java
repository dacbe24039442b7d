package org.autotrainer.domain.evaluation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One judged attempt: what the critic found, and what it was found about.
 *
 * <p>Made with {@link #of(String, String)} and the builder behind it. An evaluation without an id gets one from its
 * content when it is recorded.
 *
 * @param id unique within the agent; empty until one is given or derived
 * @param revision 0 for the first version; a higher one replaces the effect of the lower ones, and needs an id
 * @param attempt the try at a task that was judged
 * @param critic who judged
 * @param outcome whether it could be judged
 * @param success whether the task was solved; false when the critic does not say
 * @param score how well, 0 to 1; 0.5 when the critic does not say
 * @param suggestions the critic's advice, most important first; may be empty
 * @param context what the task was about
 * @param model which model worked; may be empty
 * @param parameters the strategy parameters in force: name to number, text or boolean
 * @param conversation the transcript; may be empty
 * @param receipt id of the recall whose heuristics the agent was given; may be empty
 * @param marks the critic's opinions on heuristics that were shown; may be empty
 * @param metadata a free-form object, kept and never interpreted
 * @param occurredAt when the attempt ended, if known
 */
public record Evaluation(
        String id,
        int revision,
        Attempt attempt,
        Critic critic,
        Outcome outcome,
        boolean success,
        double score,
        List<Suggestion> suggestions,
        Context context,
        String model,
        Map<String, Object> parameters,
        Conversation conversation,
        String receipt,
        List<Mark> marks,
        Map<String, Object> metadata,
        Optional<Instant> occurredAt) {

    /** The score of an evaluation that gives none. */
    public static final double DEFAULT_SCORE = 0.5;

    /** Checks each part; see {@link Limits}. */
    public Evaluation {
        CleanText.name("id", id, Limits.NAME);
        CleanText.name("model", model, Limits.NAME);
        CleanText.name("receipt", receipt, Limits.NAME);
        if (!(score >= 0 && score <= 1)) {
            throw new InvalidValueException("score is " + score + "; allowed are 0 to 1");
        }
        if (revision < 0 || revision > Limits.COUNT) {
            throw new InvalidValueException("revision is " + revision + "; allowed are 0 to " + Limits.COUNT);
        }
        if (revision > 0 && id.isEmpty()) {
            throw new InvalidValueException(
                    "revision " + revision + " needs the id of the evaluation that it corrects");
        }
        score = score == 0 ? 0.0 : score;
        suggestions = limited("suggestions", suggestions, Limits.SUGGESTIONS);
        marks = limited("marks", marks, Limits.MARKS);
        parameters = FreeForm.scalars("parameters", parameters);
        if (parameters.size() > Limits.PARAMETERS) {
            throw new InvalidValueException(
                    "parameters are " + parameters.size() + "; allowed are up to " + Limits.PARAMETERS);
        }
        metadata = FreeForm.copyOf("metadata", metadata);
    }

    /** Begins an evaluation of the first attempt of an agent at a task. */
    public static EvaluationBuilder of(String agent, String taskId) {
        return new EvaluationBuilder(Attempt.at(agent, taskId));
    }

    /** Begins an evaluation of an attempt. */
    public static EvaluationBuilder of(Attempt attempt) {
        return new EvaluationBuilder(attempt);
    }

    /** The texts of the suggestions, in order. */
    public List<String> advice() {
        return suggestions.stream().map(Suggestion::text).toList();
    }

    /** Whether the critic could judge: only then does the evaluation teach anything. */
    public boolean isMeasured() {
        return outcome == Outcome.MEASURED;
    }

    /** What the critic found, without advice, transcript and metadata. */
    public Evaluation judgement() {
        return new EvaluationBuilder(attempt)
                .id(id)
                .critic(critic.id(), critic.version())
                .outcome(outcome)
                .success(success)
                .score(score)
                .context(context)
                .model(model)
                .parameters(parameters)
                .receipt(receipt)
                .marks(marks)
                .build();
    }

    /** The same evaluation under an id. */
    public Evaluation withId(String newId) {
        return new EvaluationBuilder(this).id(newId).build();
    }

    /** The same evaluation as another try at its task. */
    public Evaluation withAttempt(int number) {
        return new EvaluationBuilder(this)
                .attempt(new Attempt(attempt.agent(), attempt.run(), attempt.taskId(), number))
                .build();
    }

    private static <T> List<T> limited(String what, List<T> list, int max) {
        if (list.size() > max) {
            throw new InvalidValueException(what + " are " + list.size() + "; allowed are up to " + max);
        }
        return List.copyOf(list);
    }
}
