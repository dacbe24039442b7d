package org.autotrainer.domain.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.autotrainer.domain.evaluation.Mark;
import org.autotrainer.domain.evaluation.Mark.Opinion;
import org.autotrainer.domain.sim.Words.Topic;

/**
 * A world with known truth, fixed by its spec and its seed.
 *
 * <p>Nothing that happens in it changes it: a task can be asked for at any time and is always the same. Immutable.
 */
final class World {
    private static final double LEAST = .02;
    private static final double MOST = .98;

    /** What holds for a while. */
    private record Era(Truth truth, Critics critics) {}

    private final WorldSpec spec;
    private final long seed;
    private final List<Topic> topics;
    private final Draw nextTopic;
    private final Lore lore;
    private final Dials dials;
    private final Interactions interactions;
    private final List<Era> eras = new ArrayList<>();

    World(WorldSpec spec, long seed) {
        this.spec = spec;
        this.seed = seed;
        topics = Words.topics(Chance.of(seed, "topics", 0), spec.count(Knob.TOPICS));
        nextTopic = Draw.of(
                IntStream.range(0, topics.size()).boxed().toList(),
                topic -> StrictMath.pow(topic + 1, -spec.get(Knob.TOPIC_SKEW)));
        lore = new Lore(spec, seed, topics);
        dials = new Dials(seed, spec.count(Knob.PARAMETERS));
        Truths truths = new Truths(spec, seed, lore, topics.size());
        Truth truth = truths.first();
        interactions = new Interactions(spec, seed, lore, truth);
        eras.add(new Era(truth, new Critics(spec, seed, lore, truth)));
        for (int drift = 1; drift <= spec.drifts().size(); drift++) {
            truth = truths.drifted(truth, drift);
            eras.add(new Era(truth, new Critics(spec, seed, lore, truth)));
        }
    }

    WorldSpec spec() {
        return spec;
    }

    /** What a rule may take for chance of its own. */
    long seed() {
        return seed;
    }

    Lore lore() {
        return lore;
    }

    Dials dials() {
        return dials;
    }

    Interactions interactions() {
        return interactions;
    }

    /** The task before which so many came, with all that is true of it. */
    Situation at(int time) {
        Chance chance = Chance.of(seed, "task", time);
        int suite = spec.count(Knob.SUITE);
        int round = suite == 0 ? 0 : time / suite;
        int place = suite == 0 ? 0 : (time + Chance.of(seed, "round", round).below(suite)) % suite;
        Chance lasting = suite == 0 ? chance : Chance.of(seed, "suite", place);

        Era era = era(time);
        int topic = nextTopic.next(lasting);
        Topic about = topics.get(topic);
        String context = Words.context(lasting, about, lasting.pick(topics));
        boolean tagged = lasting.happens(spec.get(Knob.TAGGED));
        double hardness = spec.get(Knob.TASK_SPREAD) * lasting.normal();
        int model = chance.below(spec.count(Knob.MODELS));
        double spread = spec.get(Knob.MODEL_SPREAD);
        double ability = Chance.of(seed, "model", model).between(-spread, spread);
        SimTask task = new SimTask(
                time,
                "task-" + time,
                suite == 0 ? Optional.empty() : Optional.of("suite-" + place),
                round + 1,
                "model-" + model,
                context,
                tagged ? List.of(about.name()) : List.of(),
                spec.count(Knob.BUDGET),
                dials.offered());

        double ease = era.truth().ease(topic) + ability - hardness;
        double luck = chance.uniform();
        Chance judging = Chance.of(seed, "verdict", time);
        int critic = era.critics().judge(judging);
        double late = judging.exponential(spec.get(Knob.DELAY));
        return new Situation(
                task,
                era.truth(),
                topic,
                ease,
                luck,
                "critic-" + critic,
                era.critics().isHostile(critic),
                era.critics().suggest(judging, critic, topic, luck < limited(ease)),
                spec.get(Knob.SCORE_NOISE) * Chance.of(seed, "score", time).normal(),
                Chance.of(seed, "missing", time).uniform(),
                time + (int) late);
    }

    /** How probably a task succeeds with some lines of advice, given by number, and some values chosen for its parameters. */
    double success(Situation situation, List<Integer> lines, Map<String, String> chosen) {
        double probability = situation.ease() + dials.effect(chosen);
        for (int i = 0; i < lines.size(); i++) {
            int advice = lines.get(i);
            double effect = situation.truth().effect(advice, situation.topic());
            boolean again = lines.subList(0, i).contains(advice);
            if (again || effect == 0 || effect > 0 && isOutshone(situation, lines, advice, effect)) {
                probability -= spec.get(Knob.DISTRACTION);
            } else {
                probability += effect;
            }
            if (!again && interactions.conflicts() > 0) {
                probability -= Interactions.CONFLICT * conflicts(lines.subList(0, i), advice);
            }
        }
        return limited(probability);
    }

    /** Whether another line says the same with more effect; of equal ones the first number counts. */
    private boolean isOutshone(Situation situation, List<Integer> lines, int advice, double effect) {
        for (int other : lines) {
            double rival = situation.truth().effect(other, situation.topic());
            if (other != advice
                    && interactions.sayTheSame(advice, other)
                    && (rival > effect || rival == effect && other < advice)) {
                return true;
            }
        }
        return false;
    }

    private long conflicts(List<Integer> before, int advice) {
        return before.stream()
                .distinct()
                .filter(other -> interactions.conflict(advice, other))
                .count();
    }

    /** How probably a verdict never comes. */
    double missing(boolean succeeded) {
        return spec.get(Knob.MISSING) + (succeeded ? 0 : spec.get(Knob.MISSING_FAILURES));
    }

    /**
     * What the critic thinks of the lines that were shown.
     *
     * <p>Who is right in more than half of all cases also sees now and then that a line does nothing; else it gets a coin's mark.
     */
    List<Mark> marks(Situation situation, List<String> ids, List<Integer> shown) {
        List<Mark> marks = new ArrayList<>();
        double right = spec.get(Knob.MARKS);
        for (int line = 0; line < shown.size() && right > 0; line++) {
            Chance chance = Chance.of(seed, "mark " + situation.task().time(), line);
            double effect = situation.truth().effect(shown.get(line), situation.topic());
            boolean says = chance.happens(effect == 0 ? .5 : right) == effect >= 0;
            boolean sees = effect == 0 && chance.happens(Math.abs(2 * right - 1));
            Opinion opinion = sees ? Opinion.NEUTRAL : says ? Opinion.HELPED : Opinion.HURT;
            marks.add(new Mark(ids.get(line), opinion));
        }
        return marks;
    }

    private Era era(int time) {
        int drifts = 0;
        for (int drift : spec.drifts()) {
            drifts += time >= drift ? 1 : 0;
        }
        return eras.get(drifts);
    }

    private static double limited(double probability) {
        return Math.min(MOST, Math.max(LEAST, probability));
    }
}
