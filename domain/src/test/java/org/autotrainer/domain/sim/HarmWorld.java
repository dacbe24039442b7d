package org.autotrainer.domain.sim;

import java.util.function.Function;

/** A world where one text among neutral ones lowers success from 70% to 40%: how soon does a rule stop showing it? */
final class HarmWorld {
    /** The number of the harmful advice. */
    static final int HARMFUL = 0;

    static final WorldSpec SPEC = neutral("harm", 20).with(Knob.FIRST_EFFECT, -.3);

    /**
     * What a rule did with the harmful text.
     *
     * @param retired whether it was retired
     * @param shownBefore in how many tasks it was shown until it was retired; in all, if it never was
     * @param shownAfter in how many tasks it was shown after that, for a second chance
     * @param lift by how many points success rose on average; it cannot but fall
     */
    record Harm(boolean retired, int shownBefore, int shownAfter, double lift) {}

    private final World world;
    private final Rule rule;
    private boolean retired;
    private int shownBefore;
    private int shownAfter;

    private HarmWorld(World world, Rule rule) {
        this.world = world;
        this.rule = rule;
    }

    /** Lets a rule live through some tasks; its report is read after each of them. */
    static Harm run(Function<World, Rule> maker, long seed, int tasks) {
        World world = new World(SPEC, seed);
        HarmWorld harm = new HarmWorld(world, maker.apply(world));
        SimResult result =
                Simulation.run(world, harm.rule, tasks, (situation, shown) -> harm.after(shown.contains(HARMFUL)));
        return new Harm(
                harm.retired, harm.shownBefore, harm.shownAfter, result.gains().lift());
    }

    /** A world of one topic where nothing has any effect and every task succeeds seven times out of ten. */
    static WorldSpec neutral(String name, int advice) {
        return WorldSpec.named(name)
                .with(Knob.ADVICE, advice)
                .with(Knob.TOPICS, 1)
                .with(Knob.HELPFUL, 0)
                .with(Knob.HARMFUL, 0)
                .with(Knob.EVERYWHERE, 0)
                .with(Knob.DISTRACTION, 0)
                .with(Knob.HARDEST, .7)
                .with(Knob.EASIEST, .7)
                .with(Knob.MODEL_SPREAD, 0)
                .with(Knob.TASK_SPREAD, 0)
                .with(Knob.SKILL, 0)
                .with(Knob.SUGGESTION_SKEW, 0)
                .with(Knob.REWORDED, 0);
    }

    private void after(boolean shown) {
        if (shown && retired) {
            shownAfter++;
        } else if (shown) {
            shownBefore++;
        }
        retired = retired
                || rule.report().stream()
                        .anyMatch(belief -> belief.status().equals(Belief.RETIRED)
                                && world.lore().get(HARMFUL).wordings().contains(belief.text()));
    }
}
