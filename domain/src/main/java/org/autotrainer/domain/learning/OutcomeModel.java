package org.autotrainer.domain.learning;

import java.util.ArrayList;
import java.util.List;

/**
 * One linear model of the outcome: a baseline for the task, and a weight for everything that was handed out, updated together.
 *
 * <p>Assumed-density filtering with a diagonal Kalman step. Working state of the fold.
 */
final class OutcomeModel {
    private static final double LEAST_CHANCE = .03;

    private final Baselines baselines;
    private final TaskBaselines tasks;
    private final Beliefs beliefs;
    private final Parameters parameters;

    OutcomeModel(Baselines baselines, TaskBaselines tasks, Beliefs beliefs, Parameters parameters) {
        this.baselines = baselines;
        this.tasks = tasks;
        this.beliefs = beliefs;
        this.parameters = parameters;
    }

    /** What is expected of one attempt, and what that is made of. */
    static final class Prediction {
        private final List<Baselines.Baseline> baselines;
        private final List<Weight> weights = new ArrayList<>();
        private final double local;
        private final double base;
        private final double fromParameters;
        private final double[] effects;
        private final double outcome;

        private Prediction(OutcomeModel model, Trial trial, Judged judged) {
            baselines = model.baselines.of(judged);
            baselines.forEach(baseline -> weights.add(baseline.weight()));
            model.tasks.find(judged.task()).ifPresent(weights::add);
            local = local(trial.landmarks());
            base = local + weights.stream().mapToDouble(Weight::mean).sum();
            double values = 0;
            for (Trial.Choice choice : trial.choices()) {
                values += model.parameters.of(choice.space()).mean(choice.value());
            }
            fromParameters = values;
            effects = new double[trial.chosen().size()];
            double sum = base + fromParameters;
            for (int i = 0; i < effects.length; i++) {
                Trial.Chosen chosen = trial.chosen().get(i);
                effects[i] = model.beliefs.effect(chosen.evidence(), chosen.doublings());
                sum += chosen.kept() ? chosen.relevance() * effects[i] : 0;
            }
            outcome = sum;
        }

        /** The baselines of the task that are watched. */
        List<Baselines.Baseline> baselines() {
            return baselines;
        }

        /** What the residuals near to the task add to its baseline. */
        double local() {
            return local;
        }

        /** The outcome that is expected when nothing is handed out. */
        double base() {
            return base;
        }

        /** What the values of strategy parameters add. */
        double fromParameters() {
            return fromParameters;
        }

        /** The believed effect of a heuristic that was chosen, by its place. */
        double effect(int index) {
            return effects[index];
        }

        /** The outcome that is expected; below 0 or above 1 where beliefs add up to that. */
        double outcome() {
            return outcome;
        }

        private static double local(List<Trial.Landmark> landmarks) {
            double sum = 0;
            double count = Tuning.LANDMARK_PRIOR;
            for (Trial.Landmark landmark : landmarks) {
                sum += landmark.weight() * landmark.evidence().landmarkSum();
                count += landmark.weight() * landmark.evidence().landmarkCount();
            }
            return sum / count;
        }
    }

    /** What is expected of an attempt. */
    Prediction predict(Trial trial, Judged judged) {
        return new Prediction(this, trial, judged);
    }

    /** One step of the filter: {@code error} is how far the outcome was from what was expected. */
    void learn(Trial trial, Judged judged, Prediction prediction, double error) {
        Beliefs.Shares shares = beliefs.shares(trial.chosen());
        double noise = noise(trial, prediction, shares);
        double gain = error / noise;
        beliefs.learn(shares, gain, noise);
        for (Weight weight : prediction.weights) {
            weight.step(1, gain, noise, 0);
        }
        if (judged.task() != 0) {
            tasks.meet(judged.task(), error, noise);
        }
        for (Trial.Chosen chosen : trial.chosen()) {
            if (chosen.kept()) {
                chosen.evidence().step(chosen.relevance(), gain, noise);
            }
        }
        for (Trial.Choice choice : trial.choices()) {
            parameters.learn(choice, error, gain, noise);
        }
    }

    /** How uncertain an outcome is: by itself, and by all that is not known of what went into it. */
    private double noise(Trial trial, Prediction prediction, Beliefs.Shares shares) {
        double chance = Math.min(1 - LEAST_CHANCE, Math.max(LEAST_CHANCE, prediction.outcome));
        double noise = Math.max(Tuning.LEAST_NOISE, chance * (1 - chance));
        for (Weight weight : prediction.weights) {
            weight.grow(Tuning.BASELINE_GROWTH);
            noise += weight.variance();
        }
        for (Trial.Chosen chosen : trial.chosen()) {
            if (chosen.kept()) {
                Evidence evidence = chosen.evidence();
                evidence.grow();
                noise += chosen.relevance() * chosen.relevance() * evidence.variance();
            }
        }
        noise += beliefs.variance(shares);
        for (Trial.Choice choice : trial.choices()) {
            noise += parameters.of(choice.space()).variance(choice.value());
        }
        return noise;
    }
}
