package org.autotrainer.domain.sim;

import java.util.List;
import java.util.stream.Collectors;

/** The worlds that have names, and any number of random ones. */
final class Worlds {
    private static final String RANDOM = "random-";

    static final WorldSpec BASE = WorldSpec.named("base");
    /** Much advice about many topics. */
    static final WorldSpec LARGE =
            WorldSpec.named("large").with(Knob.ADVICE, 700).with(Knob.TOPICS, 14);
    /** Nothing says what a task is about but its text. */
    static final WorldSpec NOTAGS = WorldSpec.named("notags")
            .with(Knob.TAGGED, 0)
            .with(Knob.HARDEST, .15)
            .with(Knob.EASIEST, .85);
    /** Hardly any advice helps. */
    static final WorldSpec SPARSE = WorldSpec.named("sparse")
            .with(Knob.HELPFUL, .06)
            .with(Knob.HARMFUL, .04)
            .with(Knob.MOST_EFFECT, .10)
            .with(Knob.SKILL, .2);
    /** Much advice harms, and critics cannot tell. */
    static final WorldSpec TOXIC = WorldSpec.named("toxic")
            .with(Knob.HELPFUL, .10)
            .with(Knob.HARMFUL, .40)
            .with(Knob.SKILL, 0);
    /** One critic is hostile. */
    static final WorldSpec POISON = WorldSpec.named("poison").with(Knob.HOSTILE, .3);
    /** What was true does not stay so. */
    static final WorldSpec DRIFT = WorldSpec.named("drift").driftingBefore(1_500);
    /** Verdicts are late or missing, more so after failures. */
    static final WorldSpec DELAY =
            WorldSpec.named("delay").with(Knob.DELAY, 20).with(Knob.MISSING, .2).with(Knob.MISSING_FAILURES, .2);
    /** Advice overlaps and conflicts. */
    static final WorldSpec INTERACT =
            WorldSpec.named("interact").with(Knob.REDUNDANT, .5).with(Knob.CONFLICTING, .15);
    /** Little advice about few topics. */
    static final WorldSpec SMALL =
            WorldSpec.named("small").with(Knob.ADVICE, 50).with(Knob.TOPICS, 4);
    /** Topics differ so much in difficulty that it passes for the merit of advice. */
    static final WorldSpec CONFOUND = WorldSpec.named("confound")
            .with(Knob.HARDEST, .08)
            .with(Knob.EASIEST, .92)
            .with(Knob.TAGGED, .4)
            .with(Knob.HELPFUL, .12)
            .with(Knob.HARMFUL, .12)
            .with(Knob.SKILL, 0);
    /** Most advice holds everywhere. */
    static final WorldSpec GLOBAL = WorldSpec.named("global")
            .with(Knob.EVERYWHERE, .9)
            .with(Knob.TOPICS, 6)
            .with(Knob.ADVICE, 100);
    /** Three parameters to choose as well. */
    static final WorldSpec PARAMS = WorldSpec.named("params").with(Knob.PARAMETERS, 3);
    /** Nothing helps and nothing harms, but a line costs its distraction. */
    static final WorldSpec NULL = WorldSpec.named("null").with(Knob.HELPFUL, 0).with(Knob.HARMFUL, 0);
    /** A hundred tasks that recur. */
    static final WorldSpec SUITE =
            WorldSpec.named("suite").with(Knob.SUITE, 100).with(Knob.TASK_SPREAD, .25);
    /** Thirty tasks that recur. */
    static final WorldSpec SUITE30 =
            WorldSpec.named("suite30").with(Knob.SUITE, 30).with(Knob.TASK_SPREAD, .3);
    /** One model, one critic and no tags: the commonest user. */
    static final WorldSpec LONE =
            WorldSpec.named("lone").with(Knob.MODELS, 1).with(Knob.CRITICS, 1).with(Knob.TAGGED, 0);
    /** Most effects change sign with the topic. */
    static final WorldSpec FLIP = WorldSpec.named("flip").with(Knob.FLIPPING, .6);
    /** Effects change sign with the topic, and nothing names it. */
    static final WorldSpec FLIPNOTAGS = FLIP.renamed("flipnotags").with(Knob.TAGGED, 0);
    /** Effects change sign among few topics. */
    static final WorldSpec FLIPFEW =
            FLIP.renamed("flipfew").with(Knob.TOPICS, 4).with(Knob.ADVICE, 100);

    static final List<WorldSpec> ALL = List.of(
            BASE,
            LARGE,
            NOTAGS,
            SPARSE,
            TOXIC,
            POISON,
            DRIFT,
            DELAY,
            INTERACT,
            SMALL,
            CONFOUND,
            GLOBAL,
            PARAMS,
            NULL,
            SUITE,
            SUITE30,
            LONE,
            FLIP,
            FLIPNOTAGS,
            FLIPFEW);

    private Worlds() {}

    /**
     * The world of a name; {@code random-7} is the seventh of the random ones.
     *
     * @throws IllegalArgumentException if there is none
     */
    static WorldSpec named(String name) {
        if (name.matches(RANDOM + "[0-9]{1,9}")) {
            return random(Integer.parseInt(name.substring(RANDOM.length())));
        }
        return ALL.stream()
                .filter(spec -> spec.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No world is named \"" + name + "\"; there are "
                        + ALL.stream().map(WorldSpec::name).collect(Collectors.joining(", ")) + " and random-NUMBER"));
    }

    /** A world with knobs set by chance: what was tuned on the named ones is to hold here as well. */
    static WorldSpec random(int number) {
        Chance chance = Chance.of(number, "spec", 0);
        double hardest = chance.between(.05, .4);
        WorldSpec spec = WorldSpec.named(RANDOM + number)
                .with(Knob.ADVICE, chance.pick(List.of(40, 80, 160, 320, 600)))
                .with(Knob.TOPICS, chance.pick(List.of(3, 6, 8, 12, 14)))
                .with(Knob.MODELS, chance.pick(List.of(1, 2, 5)))
                .with(Knob.CRITICS, chance.pick(List.of(1, 3, 6)))
                .with(Knob.HELPFUL, chance.between(.05, .35))
                .with(Knob.HARMFUL, chance.between(.02, .35))
                .with(Knob.MOST_EFFECT, chance.between(.08, .18))
                .with(Knob.EVERYWHERE, chance.pick(List.of(.05, .1, .3, .8)))
                .with(Knob.FLIPPING, chance.pick(List.of(.0, .0, .0, .4)))
                .with(Knob.SKILL, chance.between(0, .6))
                .with(Knob.HARDEST, hardest)
                .with(Knob.EASIEST, StrictMath.min(.93, hardest + chance.between(.1, .5)))
                .with(Knob.TAGGED, chance.pick(List.of(.0, .3, .9, 1.0)))
                .with(Knob.RELEVANT, chance.between(.6, .95))
                .with(Knob.BUDGET, chance.pick(List.of(60, 130, 250)))
                .with(Knob.DISTRACTION, chance.pick(List.of(.0, .003, .006)))
                .with(Knob.DELAY, chance.pick(List.of(0, 0, 5, 40)))
                .with(Knob.MISSING, chance.pick(List.of(.0, .0, .2)))
                .with(Knob.MISSING_FAILURES, chance.pick(List.of(.0, .0, .2)))
                .with(Knob.HOSTILE, chance.pick(List.of(.0, .0, .15, .35)))
                .with(Knob.REDUNDANT, chance.pick(List.of(.0, .5)))
                .with(Knob.CONFLICTING, chance.pick(List.of(.0, .1)))
                .with(Knob.REWORDED, chance.between(.2, .7))
                .with(Knob.PARAMETERS, chance.pick(List.of(0, 0, 2, 3)))
                .with(Knob.SUITE, chance.pick(List.of(0, 0, 0, 60)));
        return switch (chance.below(4)) {
            case 0 -> spec.driftingBefore(1_000);
            case 1 -> spec.driftingBefore(700, 1_800);
            default -> spec;
        };
    }
}
