package org.autotrainer.domain.sim;

import java.util.Arrays;
import java.util.Locale;

/** What can differ between worlds; probabilities, shares and effects count from 0 to 1, so that .05 is five points of success. */
enum Knob {
    /** Pieces of advice, those of hostile critics not counted. */
    ADVICE(160),
    /** Topics that tasks are about, up to {@link Words#TOPICS}. */
    TOPICS(8),
    /** Models that work on the tasks. */
    MODELS(3),
    /** Honest critics. */
    CRITICS(3),

    /** Share of the advice that helps. */
    HELPFUL(.20),
    /** Share of the advice that harms. */
    HARMFUL(.15),
    /** The least that advice does if it does anything. */
    LEAST_EFFECT(.02),
    /** The most that advice does. */
    MOST_EFFECT(.15),
    /** Share of the advice that holds on every topic, more or less; the rest holds on one, or a quarter of it on two. */
    EVERYWHERE(.10),
    /** Share of the advice with an effect on few topics that helps on one of them and harms on another. */
    FLIPPING(0),
    /** What the first piece of advice does, instead of what chance would give it; 0 leaves it to chance. */
    FIRST_EFFECT(0),
    /** How probably a helpful piece of advice says the same as the one before it: together they help once. */
    REDUNDANT(0),
    /** How probably a piece of advice conflicts with another one of its topic: together they cost six points. */
    CONFLICTING(0),
    /** What a line costs that does nothing. */
    DISTRACTION(.003),

    /** How often tasks of the hardest topic succeed without advice. */
    HARDEST(.30),
    /** How often tasks of the easiest topic succeed without advice. */
    EASIEST(.75),
    /** The most by which a model is better or worse than others. */
    MODEL_SPREAD(.10),
    /** Standard deviation of how hard the tasks of one topic are. */
    TASK_SPREAD(.08),
    /** How unequally often topics occur; 0 is equally. */
    TOPIC_SKEW(.6),
    /** Share of the tasks whose topic is given as a tag. */
    TAGGED(.9),
    /** Tasks of a suite that runs in rounds; 0 means that no task recurs. */
    SUITE(0),
    /** Tokens that the texts of a recall may take. */
    BUDGET(130),
    /** Strategy parameters to choose, up to {@link Dials#MOST}. */
    PARAMETERS(0),

    /** How much likelier critics suggest what helps, and less what harms; 0 is blind, 1 never harms. */
    SKILL(.5),
    /** Share of the suggestions that belong to the topic of the task. */
    RELEVANT(.8),
    /** How unequally often advice is suggested; 0 is equally. */
    SUGGESTION_SKEW(.8),
    /** Share of the suggestions in other words than the first. */
    REWORDED(.4),
    /** Share of the evaluations that come from a hostile critic. */
    HOSTILE(0),
    /** Pieces of advice of the hostile critic; they exist only if there is one. */
    HOSTILE_ADVICE(12),
    /** Standard deviation of the noise in a score. */
    SCORE_NOISE(.2),
    /** How often a mark has the right sign; .5 is noise, less is malice, and 0 means that nobody marks. */
    MARKS(0),

    /** How many tasks later a verdict comes on average. */
    DELAY(0),
    /** Share of the verdicts that never come. */
    MISSING(0),
    /** Share of the verdicts that are missing in addition after a failure. */
    MISSING_FAILURES(0),
    /** Share of the effects that end or change sign at each drift. */
    DRIFTING(.4),
    /** Standard deviation by which a drift moves how hard a topic is. */
    DRIFTING_EASE(.12);

    private final double standard;

    Knob(double standard) {
        this.standard = standard;
    }

    /** The value in the world {@code base}. */
    double standard() {
        return standard;
    }

    /**
     * The knob of a name, in lower case if you like.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Knob named(String name) {
        return Arrays.stream(values())
                .filter(knob -> knob.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No knob is named \"" + name + "\"; there are "
                        + Arrays.toString(values()).toLowerCase(Locale.ROOT)));
    }
}
