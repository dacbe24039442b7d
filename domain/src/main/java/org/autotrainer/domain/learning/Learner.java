package org.autotrainer.domain.learning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What an agent has learned from outcomes, besides its heuristics: one linear model of the outcome, with a baseline for the task
 * and a weight for everything that was handed out, updated together.
 *
 * <p>Assumed-density filtering with a diagonal Kalman step. The cost of an outcome does not grow with the number before it.
 * Working state of the fold; read it only while its memory is not being changed.
 */
public final class Learner {
    private static final String OVERALL = "overall";
    private static final String MODEL = "model:";
    private static final String TAG = "tag:";
    private static final String CRITIC = "critic:";
    private static final String PARAMETER = "parameter:";
    private static final String ALARM = "alarm:";
    private static final int ALARMS = 50;
    private static final double LEAST_VARIANCE = 1e-7;

    private final Consumer<String> touch;
    private final Map<String, Baseline> baselines = new HashMap<>();
    private final TaskBaselines tasks = new TaskBaselines();
    private final Weight support = new Weight(Tuning.SUPPORT_WORTH, Tuning.SUPPORT_WORTH_SD * Tuning.SUPPORT_WORTH_SD);
    private final Weight worthOfMarks = new Weight(Tuning.MARKS_WORTH, Tuning.MARKS_WORTH_SD * Tuning.MARKS_WORTH_SD);
    private final Marks marks = new Marks();
    private final SortedMap<String, ParameterBelief> parameters = new TreeMap<>();
    private final Map<String, Alarm> alarms = new LinkedHashMap<>();
    private final Totals totals = new Totals();
    private final Critics critics = new Critics();
    private final Map<String, Weight> fixed = new LinkedHashMap<>();

    /** A learner that knows nothing, and tells the names of its parts as they change. */
    public Learner(Consumer<String> touch) {
        this.touch = touch;
        fixed.put("worth:support", support);
        fixed.put("worth:marks", worthOfMarks);
    }

    /** A baseline of tags or models, with the detector that watches it. */
    private static final class Baseline {
        private final Weight weight;
        private final Detector detector;

        Baseline(Weight weight, Detector detector) {
            this.weight = weight;
            this.detector = detector;
        }
    }

    /** The believed effect of a heuristic on tasks to which it is fully relevant, in shares of success. */
    public double belief(Evidence evidence, double doublings) {
        double belief = evidence.mean() + support.mean() * doublings;
        return evidence.marks().isEmpty()
                ? belief
                : belief + worthOfMarks.mean() * marks.quality(evidence.marks()).mean();
    }

    /** How far exploration may move the belief: a point of what is not known, and what marks would teach. */
    public double curiosity(Evidence evidence) {
        double sd = Math.min(StrictMath.sqrt(evidence.variance()), Tuning.EXPLORATION);
        if (marks.isEmpty()) {
            return sd;
        }
        double precision =
                evidence.marks().isEmpty() ? 1 : marks.quality(evidence.marks()).precision();
        double teach = Math.abs(worthOfMarks.mean()) * marks.curiosity(precision);
        return StrictMath.sqrt(sd * sd + teach * teach);
    }

    /** Whether a heuristic was hardly tried, so that it has to share a small part of the budget. */
    public boolean isUntried(Evidence evidence) {
        boolean marked =
                !evidence.marks().isEmpty() && marks.quality(evidence.marks()).precision() >= 2;
        return evidence.chosen() < Tuning.TRIED && !marked;
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
        return alarms.values().stream()
                .sorted(java.util.Comparator.comparing(Alarm::at))
                .toList();
    }

    /** What is known about strategy parameters, by name and values. */
    public Collection<ParameterBelief> parameters() {
        return List.copyOf(parameters.values());
    }

    /** How far each critic's marks are about quality: below 0 it praises what is bad. */
    public SortedMap<String, Double> markLoadings() {
        SortedMap<String, Double> loadings = new TreeMap<>();
        marks.critics().forEach((critic, known) -> loadings.put(critic, known.loading()));
        return loadings;
    }

    /** What a mark's quality is worth in success; below 0 the marks mislead. */
    public double worthOfMarks() {
        return worthOfMarks.mean();
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
        touch.accept(Totals.NAME);
    }

    /** Takes in that receipts were answered. */
    public void answered(int receipts) {
        totals.answered(receipts);
        touch.accept(Totals.NAME);
    }

    /** Notes how well a heuristic's terms covered a task that it was suggested for again. */
    public void suggestedAgain(Evidence evidence, double coverage) {
        evidence.suggestedAgain(coverage);
        totals.suggestedAgain(coverage);
        touch.accept(Totals.NAME);
    }

    /** Hands out a value of a parameter; equal chance gives the same value. */
    public Trial.Choice choose(ParameterSpace space, Chance chance, boolean explore) {
        ParameterBelief known = parameters.getOrDefault(space.signature(), new ParameterBelief(space));
        return explore ? known.choose(chance) : new Trial.Choice(space, known.recommended(), List.of());
    }

    /** The space of a parameter that is known, by its name: the one of the last attempt. */
    public List<ParameterSpace> spaces(String name) {
        return parameters.values().stream()
                .map(ParameterBelief::space)
                .filter(space -> space.name().equals(name))
                .toList();
    }

    /** Takes in that two critics judged the same attempt. */
    public void agree(String first, boolean said, String second, boolean saidToo) {
        String name = critics.agree(first, said, second, saidToo);
        if (!name.isEmpty()) {
            touch.accept(name);
        }
    }

    /** How each critic judges. */
    public List<CriticRecord> critics() {
        return critics.records();
    }

    /** Learns from a judged attempt. */
    public void learn(Trial trial, Judged judged) {
        new Step(trial, judged).take();
    }

    /** One step of the filter. */
    private final class Step {
        private final Trial trial;
        private final Judged judged;
        private final List<Weight> baseline = new ArrayList<>();
        private final List<Baseline> watched = new ArrayList<>();
        private final List<String> watchedNames = new ArrayList<>();
        private final double[] beliefs;

        Step(Trial trial, Judged judged) {
            this.trial = trial;
            this.judged = judged;
            beliefs = new double[trial.chosen().size()];
        }

        void take() {
            base(OVERALL);
            if (!judged.model().isEmpty()) {
                base(MODEL + judged.model());
            }
            judged.tags().forEach(tag -> base(TAG + tag));
            tasks.find(judged.task()).ifPresent(baseline::add);
            double local = local();
            double base = local + baseline.stream().mapToDouble(Weight::mean).sum();
            double fromParameters = 0;
            for (Trial.Choice choice : trial.choices()) {
                fromParameters += parameter(choice.space()).mean(choice.value());
            }
            double predicted = base + fromParameters;
            for (int i = 0; i < beliefs.length; i++) {
                Trial.Chosen chosen = trial.chosen().get(i);
                beliefs[i] = belief(chosen.evidence(), chosen.doublings());
                predicted += chosen.kept() ? chosen.relevance() * beliefs[i] : 0;
            }
            double error = judged.outcome() - predicted;
            if (trial.explored()) {
                totals.outcome(!trial.control(), judged.outcome(), judged.outcome() - base - fromParameters);
                touch.accept(Totals.NAME);
            }
            if (!trial.control()) {
                measure(error);
            }
            for (Trial.Landmark landmark : trial.landmarks()) {
                landmark.evidence().landmark(landmark.weight(), error + local);
            }
            filter(error, predicted);
            watch(error);
            mark();
            double expected = Math.min(1, Math.max(0, base));
            touch.accept(critics.count(judged.critic(), judged.success(), judged.score(), expected));
            for (Trial.Chosen chosen : trial.chosen()) {
                stage(chosen);
            }
        }

        private void base(String name) {
            Baseline known = baselines.computeIfAbsent(name, Learner::fresh);
            baseline.add(known.weight);
            if (!name.equals(OVERALL)) {
                watched.add(known);
                watchedNames.add(name);
            }
            touch.accept(name);
        }

        private double local() {
            double sum = 0;
            double count = Tuning.LANDMARK_PRIOR;
            for (Trial.Landmark landmark : trial.landmarks()) {
                sum += landmark.weight() * landmark.evidence().landmarkSum();
                count += landmark.weight() * landmark.evidence().landmarkCount();
            }
            return sum / count;
        }

        private void measure(double error) {
            for (int i = 0; i < beliefs.length; i++) {
                Trial.Chosen chosen = trial.chosen().get(i);
                double coin = trial.explored() ? chosen.coin() : 0;
                double a = (chosen.kept() ? 1 : 0) - (1 - coin);
                double worth = chosen.relevance() * beliefs[i];
                double residual = error + worth * a;
                chosen.evidence().measure(chosen.relevance(), chosen.kept(), coin, residual, worth, judged.tags());
                if (coin > 0) {
                    totals.compare(a, residual, worth);
                }
            }
        }

        private void filter(double error, double predicted) {
            double clipped = Math.min(.97, Math.max(.03, predicted));
            double noise = Math.max(Tuning.LEAST_NOISE, clipped * (1 - clipped));
            for (Weight weight : baseline) {
                weight.grow(Tuning.BASELINE_GROWTH);
                noise += weight.variance();
            }
            double supports = 0;
            double qualities = 0;
            boolean marked = false;
            for (Trial.Chosen chosen : trial.chosen()) {
                if (chosen.kept()) {
                    Evidence evidence = chosen.evidence();
                    evidence.grow();
                    noise += chosen.relevance() * chosen.relevance() * evidence.variance();
                    supports += chosen.relevance() * chosen.doublings();
                    if (!evidence.marks().isEmpty()) {
                        marked = true;
                        qualities += chosen.relevance()
                                * marks.quality(evidence.marks()).mean();
                    }
                }
            }
            noise += supports * supports * support.variance() + qualities * qualities * worthOfMarks.variance();
            for (Trial.Choice choice : trial.choices()) {
                noise += parameter(choice.space()).variance(choice.value());
            }
            double gain = error / noise;
            double noiseOfAll = noise;
            if (supports != 0) {
                support.step(supports, gain, noise, LEAST_VARIANCE);
                touch.accept("worth:support");
            }
            if (marked) {
                worthOfMarks.step(qualities, gain, noise, LEAST_VARIANCE);
                touch.accept("worth:marks");
            }
            for (Weight weight : baseline) {
                weight.step(1, gain, noise, 0);
            }
            if (judged.task() != 0) {
                touch.accept(tasks.name(judged.task()).orElseGet(() -> tasks.add(judged.task(), error, noiseOfAll)));
            }
            for (Trial.Chosen chosen : trial.chosen()) {
                if (chosen.kept()) {
                    chosen.evidence().step(chosen.relevance(), gain, noise);
                }
            }
            for (Trial.Choice choice : trial.choices()) {
                parameter(choice.space()).learn(choice, error, gain, noise);
                touch.accept(PARAMETER + choice.space().signature());
            }
        }

        private void watch(double error) {
            for (Trial.Chosen chosen : trial.chosen()) {
                if (chosen.kept() && chosen.evidence().drops(error)) {
                    alarm(new Alarm(judged.at(), "heuristic", chosen.id(), false));
                }
            }
            for (int i = 0; i < watched.size(); i++) {
                int direction = watched.get(i).detector.add(error);
                if (direction != 0) {
                    String name = watchedNames.get(i);
                    int colon = name.indexOf(':');
                    watched.get(i).weight.loosen(Tuning.CONTEXT_ALARM_VARIANCE);
                    alarm(new Alarm(judged.at(), name.substring(0, colon), name.substring(colon + 1), direction > 0));
                }
            }
        }

        private void mark() {
            if (judged.marks().isEmpty()) {
                return;
            }
            boolean marked = false;
            for (Trial.Chosen chosen : trial.chosen()) {
                if (chosen.kept()) {
                    marked = true;
                    double mark = judged.marks().getOrDefault(chosen.id(), 0.0);
                    marks.add(judged.critic(), chosen.evidence().marks(), mark, chosen.relevance());
                }
            }
            if (marked) {
                touch.accept("marks");
                touch.accept(CRITIC + judged.critic());
            }
        }

        private void stage(Trial.Chosen chosen) {
            Evidence evidence = chosen.evidence();
            evidence.stage(
                    belief(evidence, chosen.doublings()),
                    judged.at(),
                    () -> Explanation.of(evidence, believed(evidence, chosen.doublings()), trust()));
        }
    }

    private static Baseline fresh(String name) {
        return new Baseline(
                name.equals(OVERALL)
                        ? new Weight(Tuning.OVERALL, Tuning.OVERALL_VARIANCE)
                        : new Weight(0, name.startsWith(MODEL) ? Tuning.MODEL_VARIANCE : Tuning.TAG_VARIANCE),
                new Detector());
    }

    private ParameterBelief parameter(ParameterSpace space) {
        return parameters.computeIfAbsent(space.signature(), any -> new ParameterBelief(space));
    }

    private void alarm(Alarm alarm) {
        String name = ALARM + totals.alarm() % ALARMS;
        alarms.put(name, alarm);
        touch.accept(name);
        touch.accept(Totals.NAME);
    }

    /** A part by its name, as it stands now. */
    public Part part(String name) {
        if (name.equals(Totals.NAME)) {
            return new Part(name, "", totals.numbers());
        }
        if (name.equals("marks")) {
            return new Part(name, "", marks.numbers());
        }
        Weight weight = fixed.get(name);
        if (weight != null) {
            Numbers to = new Numbers();
            weight.write(to);
            return new Part(name, "", to.toArray());
        }
        if (name.startsWith(CRITIC)) {
            MarkCritic critic = known(marks.critics(), name.substring(CRITIC.length()));
            return new Part(name, "", critic.numbers());
        }
        if (name.startsWith(PARAMETER)) {
            ParameterBelief belief = known(parameters, name.substring(PARAMETER.length()));
            return new Part(name, "", belief.numbers());
        }
        if (name.startsWith(ALARM)) {
            Alarm alarm = known(alarms, name);
            return new Part(
                    name, alarm.at() + "\n" + alarm.what() + "\n" + alarm.id(), new double[] {alarm.up() ? 1 : 0});
        }
        if (name.startsWith(TaskBaselines.PREFIX)) {
            return tasks.part(name);
        }
        if (name.startsWith(Critics.JUDGE) || name.startsWith(Critics.PAIR)) {
            return new Part(name, "", critics.numbers(name));
        }
        Baseline baseline = known(baselines, name);
        Numbers to = new Numbers();
        baseline.weight.write(to);
        baseline.detector.write(to);
        return new Part(name, "", to.toArray());
    }

    private static <V> V known(Map<String, V> map, String name) {
        return Optional.ofNullable(map.get(name)).orElseThrow();
    }

    /** The names of all parts, ordered; a part that was never touched is as at first, and left out. */
    public List<String> parts() {
        List<String> names = new ArrayList<>();
        names.add(Totals.NAME);
        names.add("marks");
        names.addAll(fixed.keySet());
        names.addAll(baselines.keySet());
        marks.critics().keySet().forEach(critic -> names.add(CRITIC + critic));
        parameters.keySet().forEach(signature -> names.add(PARAMETER + signature));
        names.addAll(tasks.names());
        names.addAll(critics.names());
        names.sort(null);
        return names;
    }

    /**
     * Takes over a part as a store kept it.
     *
     * @throws IllegalArgumentException if it is not whole
     */
    public void restore(Part part) {
        String name = part.name();
        Numbers from = new Numbers(part.numbers());
        if (name.equals(Totals.NAME)) {
            totals.restore(from);
        } else if (name.equals("marks")) {
            marks.restore(part.numbers());
        } else if (fixed.containsKey(name)) {
            fixed.get(name).set(Weight.read(from));
        } else if (name.startsWith(CRITIC)) {
            marks.restore(name.substring(CRITIC.length()), part.numbers());
        } else if (name.startsWith(PARAMETER)) {
            String signature = name.substring(PARAMETER.length());
            parameters.put(signature, ParameterBelief.restored(ParameterSpace.of(signature), part.numbers()));
        } else if (name.startsWith(ALARM)) {
            String[] lines = part.about().split("\n", 3);
            alarms.put(name, new Alarm(java.time.Instant.parse(lines[0]), lines[1], lines[2], part.numbers()[0] == 1));
        } else if (name.startsWith(TaskBaselines.PREFIX)) {
            tasks.restore(part);
        } else if (name.startsWith(Critics.JUDGE) || name.startsWith(Critics.PAIR)) {
            critics.restore(part);
        } else {
            Weight weight = Weight.read(from);
            baselines.put(name, new Baseline(weight, Detector.read(from)));
        }
    }
}
