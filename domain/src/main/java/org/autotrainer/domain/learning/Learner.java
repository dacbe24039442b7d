package org.autotrainer.domain.learning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * What an agent has learned from outcomes, besides its heuristics: what each judged attempt says of all that was handed out for
 * it, of the task, of the critic, and of the memory as a whole.
 *
 * <p>The cost of an outcome does not grow with the number before it. Working state of the fold; read it only while its memory is
 * not being changed.
 */
public final class Learner {
    private final Marks marks;
    private final Beliefs beliefs;
    private final Parameters parameters;
    private final OutcomeModel model;
    private final Totals totals;
    private final Alarms alarms;
    private final Critics critics;
    private final List<InParts> rooms;

    /** A learner that knows nothing, and tells the names of its parts as they change. */
    public Learner(Consumer<String> touch) {
        Baselines baselines = new Baselines(touch);
        TaskBaselines tasks = new TaskBaselines(touch);
        marks = new Marks(touch);
        beliefs = new Beliefs(marks, touch);
        parameters = new Parameters(touch);
        model = new OutcomeModel(baselines, tasks, beliefs, parameters);
        totals = new Totals(touch);
        alarms = new Alarms(touch);
        critics = new Critics(touch);
        rooms = List.of(totals, baselines, tasks, beliefs, marks, parameters, alarms, critics);
    }

    /** The believed effect of a heuristic on tasks to which it is fully relevant, in shares of success. */
    public double belief(Evidence evidence, double doublings) {
        return beliefs.effect(evidence, doublings);
    }

    /** How far exploration may move the belief: a point of what is not known, and what marks would teach. */
    public double curiosity(Evidence evidence) {
        return beliefs.curiosity(evidence);
    }

    /** Whether a heuristic was hardly tried, so that it has to share a small part of the budget. */
    public boolean isUntried(Evidence evidence) {
        return beliefs.isUntried(evidence);
    }

    /** The believed effect over the tasks where the heuristic was chosen; nothing if it never was. */
    public Optional<Interval> believed(Evidence evidence, double doublings) {
        double fit = evidence.meanRelevance();
        if (fit == 0) {
            return Optional.empty();
        }
        double effect = belief(evidence, doublings) * fit;
        double uplift = effect > 0 ? effect * trust() : effect;
        double half = 1.96 * StrictMath.sqrt(evidence.variance()) * fit;
        return Optional.of(new Interval(uplift, uplift - half, uplift + half));
    }

    /** How far the coins bear out what is believed, 0 to 1. */
    public double trust() {
        return totals.trust();
    }

    /** What the coins have proven. */
    public Verdict verdict(Evidence evidence, double doublings) {
        return evidence.verdict(belief(evidence, doublings));
    }

    /** What the whole memory is worth. */
    public Lift lift() {
        return totals.lift();
    }

    /** The changes of the world that were seen, oldest first; the last fifty. */
    public List<Alarm> alarms() {
        return alarms.all();
    }

    /** What is known about strategy parameters, by name and values. */
    public Collection<ParameterBelief> parameters() {
        return parameters.all();
    }

    /** How far each critic's marks are about quality: below 0 it praises what is bad. */
    public SortedMap<String, Double> markLoadings() {
        return marks.loadings();
    }

    /** What a mark's quality is worth in success; below 0 the marks mislead. */
    public double worthOfMarks() {
        return beliefs.worthOfMarks();
    }

    /** The mean of all self-relevance: what a typical suggestion covers of the task that it comes from. */
    public double typicalCoverage() {
        return totals.typicalCoverage();
    }

    /** What recalls have cost so far. */
    public Spending spending() {
        return totals.spending();
    }

    /** Takes in that a recall was made for a task, with the tokens that it spent. */
    public void received(int tokens) {
        totals.received(tokens);
    }

    /** Takes in that receipts were answered. */
    public void answered(int receipts) {
        totals.answered(receipts);
    }

    /** Notes how well a heuristic's terms covered a task that it was suggested for again. */
    public void suggestedAgain(Evidence evidence, double coverage) {
        evidence.suggestedAgain(coverage);
        totals.suggestedAgain(coverage);
    }

    /** Hands out a value of a parameter; equal chance gives the same value. */
    public Trial.Choice choose(ParameterSpace space, Chance chance, boolean explore) {
        return parameters.choose(space, chance, explore);
    }

    /** The spaces of a parameter that are known, by its name. */
    public List<ParameterSpace> spaces(String name) {
        return parameters.all().stream()
                .map(ParameterBelief::space)
                .filter(space -> space.name().equals(name))
                .toList();
    }

    /** Takes in that two critics judged the same attempt. */
    public void agree(String first, boolean said, String second, boolean saidToo) {
        critics.agree(first, said, second, saidToo);
    }

    /** How each critic judges. */
    public List<CriticRecord> critics() {
        return critics.records();
    }

    /** Learns from a judged attempt. */
    public void learn(Trial trial, Judged judged) {
        OutcomeModel.Prediction prediction = model.predict(trial, judged);
        double error = judged.outcome() - prediction.outcome();
        if (trial.explored()) {
            double residual = judged.outcome() - prediction.base() - prediction.fromParameters();
            totals.outcome(!trial.control(), judged.outcome(), residual);
        }
        if (!trial.control()) {
            measure(trial, judged, prediction, error);
        }
        for (Trial.Landmark landmark : trial.landmarks()) {
            landmark.evidence().landmark(landmark.weight(), error + prediction.local());
        }
        model.learn(trial, judged, prediction, error);
        watch(trial, judged, prediction, error);
        mark(trial, judged);
        double expected = Math.min(1, Math.max(0, prediction.base()));
        critics.count(judged.critic(), judged.success(), judged.score(), expected);
        for (Trial.Chosen chosen : trial.chosen()) {
            stage(chosen, judged);
        }
    }

    /** Takes what the coins tell into the ledgers. */
    private void measure(Trial trial, Judged judged, OutcomeModel.Prediction prediction, double error) {
        for (int i = 0; i < trial.chosen().size(); i++) {
            Trial.Chosen chosen = trial.chosen().get(i);
            double coin = trial.explored() ? chosen.coin() : 0;
            double a = (chosen.kept() ? 1 : 0) - (1 - coin);
            double worth = chosen.relevance() * prediction.effect(i);
            double residual = error + worth * a;
            chosen.evidence().measure(chosen.relevance(), chosen.kept(), coin, residual, worth, judged.tags());
            if (coin > 0) {
                totals.compare(a, residual, worth);
            }
        }
    }

    /** Looks whether outcomes have left what was predicted. */
    private void watch(Trial trial, Judged judged, OutcomeModel.Prediction prediction, double error) {
        for (Trial.Chosen chosen : trial.chosen()) {
            if (chosen.kept() && chosen.evidence().drops(error)) {
                alarm(new Alarm(judged.at(), "heuristic", chosen.id(), false));
            }
        }
        for (Baselines.Baseline baseline : prediction.baselines()) {
            baseline.watch(error, judged).ifPresent(this::alarm);
        }
    }

    private void alarm(Alarm alarm) {
        alarms.add(totals.alarm(), alarm);
    }

    private void mark(Trial trial, Judged judged) {
        if (judged.marks().isEmpty()) {
            return;
        }
        for (Trial.Chosen chosen : trial.chosen()) {
            if (chosen.kept()) {
                double mark = judged.marks().getOrDefault(chosen.id(), 0.0);
                marks.add(judged.critic(), chosen.evidence().moreMarks(), mark, chosen.relevance());
            }
        }
    }

    private void stage(Trial.Chosen chosen, Judged judged) {
        Evidence evidence = chosen.evidence();
        evidence.stage(
                belief(evidence, chosen.doublings()),
                judged.at(),
                () -> Explanation.of(evidence, believed(evidence, chosen.doublings()), trust()));
    }

    /** A part by its name, as it stands now. */
    public Part part(String name) {
        return room(name).part(name);
    }

    /** The names of all parts that count as learned, ordered; a part that was never touched is as at first, and left out. */
    public List<String> parts() {
        List<String> names = new ArrayList<>();
        rooms.forEach(room -> names.addAll(room.names()));
        names.sort(null);
        return names;
    }

    /**
     * Takes over a part as a store kept it.
     *
     * @throws IllegalArgumentException if it is not whole
     */
    public void restore(Part part) {
        room(part.name()).restore(part);
    }

    private InParts room(String name) {
        return rooms.stream()
                .filter(room -> room.has(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no part \"" + name + "\" of what was learned: rebuild the store"));
    }
}
