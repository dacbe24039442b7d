package org.autotrainer.domain.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.autotrainer.domain.evaluation.Evaluation;

/**
 * Turns evaluations and lessons into training suggestions.
 *
 * <p>A pure function: equal input gives equal output, and nothing is remembered between calls. Safe for use by many
 * threads.
 */
public final class AutoTrainer {
    /** How many suggestions of one evaluation become heuristic updates. */
    public static final int HEURISTICS_PER_EVALUATION = 5;
    /** How many suggestions of one lesson become heuristic updates. */
    public static final int HEURISTICS_PER_LESSON = 2;
    /** How many lessons, the newest, are looked at. */
    public static final int LESSONS = 10;
    /** Below this score a task that was solved is still a training target. */
    public static final double LOW_SCORE = 0.5;

    /** The reason given for advice of an evaluation. */
    public static final String FROM_EVALUATION = "From Critic evaluation suggestion";
    /** The reason given for advice of a lesson. */
    public static final String FROM_LESSON = "From reflective lesson";

    private static final String UNKNOWN_TASK = "unknown";

    /** The trainer, with the rules of the original. */
    public AutoTrainer() {}

    /** What an evaluation suggests: its first five pieces of advice, and itself as an example if it went wrong. */
    public List<TrainingSuggestion> suggestFromEvaluation(Evaluation evaluation) {
        List<TrainingSuggestion> suggestions = new ArrayList<>();
        String task = evaluation.attempt().taskId();
        List<String> advice = evaluation.advice();
        for (int i = 0; i < Math.min(HEURISTICS_PER_EVALUATION, advice.size()); i++) {
            suggestions.add(
                    new HeuristicUpdate("heuristic_from_task_" + task + "_" + i, advice.get(i), task, FROM_EVALUATION));
        }
        if (!evaluation.success() || evaluation.score() < LOW_SCORE) {
            suggestions.add(new FineTuneDataset(
                    "training_target_" + task,
                    TrainingTarget.of(evaluation),
                    task,
                    "Task failed or low score; add to training dataset"));
        }
        return suggestions;
    }

    /**
     * What the newest lessons suggest: of the last ten, the first two pieces of advice of each.
     *
     * @param lessons oldest first
     */
    public List<TrainingSuggestion> suggestFromLessons(List<Lesson> lessons) {
        List<TrainingSuggestion> suggestions = new ArrayList<>();
        for (Lesson lesson : lessons.subList(Math.max(0, lessons.size() - LESSONS), lessons.size())) {
            String task = lesson.taskId().isEmpty() ? UNKNOWN_TASK : lesson.taskId();
            for (int i = 0; i < Math.min(HEURISTICS_PER_LESSON, lesson.advice().size()); i++) {
                suggestions.add(new HeuristicUpdate(
                        "lesson_heuristic_" + task + "_" + i, lesson.advice().get(i), task, FROM_LESSON));
            }
        }
        return suggestions;
    }

    /**
     * What an evaluation and the lessons before it suggest, in this order.
     *
     * @param evaluation suggests nothing when absent, when it names no task, or when the critic could not judge
     * @param lessons oldest first; empty to leave lessons out
     */
    public List<TrainingSuggestion> suggestTraining(Optional<Evaluation> evaluation, List<Lesson> lessons) {
        List<TrainingSuggestion> suggestions = new ArrayList<>();
        evaluation
                .filter(given -> given.isMeasured() && !given.attempt().taskId().isEmpty())
                .ifPresent(given -> suggestions.addAll(suggestFromEvaluation(given)));
        suggestions.addAll(suggestFromLessons(lessons));
        return suggestions;
    }

    /**
     * Hands every heuristic update to the memory, in order; later ones replace earlier ones of the same key.
     *
     * @return how many were handed over; suggestions of other kinds are left to the caller
     */
    public int applyHeuristicUpdates(List<TrainingSuggestion> suggestions, Consumer<HeuristicUpdate> memory) {
        int applied = 0;
        for (TrainingSuggestion suggestion : suggestions) {
            if (suggestion instanceof HeuristicUpdate update) {
                memory.accept(update);
                applied++;
            }
        }
        return applied;
    }
}
