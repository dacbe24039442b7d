package org.autotrainer.domain.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.autotrainer.domain.sim.Belief.Effect;
import org.autotrainer.domain.sim.HarmWorld.Harm;
import org.autotrainer.domain.sim.NullWorlds.FalseVerdicts;
import org.junit.jupiter.api.Test;

/** The worlds for single questions measure what they say. */
class QuestionsTest {
    @Test
    void one_text_lowers_success_from_seventy_to_forty_and_the_others_do_nothing() {
        World world = new World(HarmWorld.SPEC, 1);
        Situation situation = world.at(0);

        assertThat(world.success(situation, List.of(), Map.of())).isCloseTo(.7, within(1e-12));
        assertThat(world.success(situation, List.of(HarmWorld.HARMFUL), Map.of()))
                .isCloseTo(.4, within(1e-12));
        assertThat(world.success(situation, List.of(1, 2, 3, 4, 5, 6), Map.of()))
                .isCloseTo(.7, within(1e-12));
        assertThat(world.lore().size()).isEqualTo(20);
    }

    @Test
    void shows_of_the_harmful_text_are_counted_until_it_is_retired_and_after() {
        Harm harm = HarmWorld.run(
                world -> new Planted()
                        .retiringAfter(25)
                        .showing(known -> known.stream()
                                .filter(item -> world.lore().find(item.text()).orElseThrow() == HarmWorld.HARMFUL)
                                .toList()),
                1,
                500);

        assertThat(harm.retired()).isTrue();
        assertThat(harm.shownBefore()).isEqualTo(25);
        assertThat(harm.shownAfter()).isPositive();
        assertThat(harm.lift()).isCloseTo(-30.0 * (25 + harm.shownAfter()) / 500, within(1e-9));
    }

    @Test
    void a_text_that_is_never_retired_is_counted_to_the_end() {
        Harm harm = HarmWorld.run(
                world -> new Planted().showing(known -> known.stream().limit(5).toList()), 1, 200);

        assertThat(harm.retired()).isFalse();
        assertThat(harm.shownAfter()).isZero();
    }

    @Test
    void counters_drop_the_harmful_text_at_last() {
        Harm harm = HarmWorld.run(Contender.named("counters").maker(), 1, 1_000);

        assertThat(harm.retired()).isTrue();
        assertThat(harm.shownBefore()).isBetween(3, 200);
    }

    @Test
    void every_verdict_is_false_where_nothing_has_an_effect() {
        FalseVerdicts deluded = NullWorlds.run(world -> new Planted().saying(Effect.HELPS, -1, 1), 3, 400);
        FalseVerdicts honest = NullWorlds.run(world -> new Planted(), 3, 400);

        assertThat(deluded.texts()).isBetween(50, 60);
        assertThat(deluded.helps()).isEqualTo(deluded.texts());
        assertThat(deluded.harms()).isZero();
        assertThat(deluded.deceived()).isEqualTo(3);
        assertThat(honest.helps() + honest.harms() + honest.deceived()).isZero();
    }

    @Test
    void verdicts_that_are_taken_back_count_as_well() {
        FalseVerdicts wavering = NullWorlds.run(
                world -> {
                    Planted planted = new Planted();
                    return planted.recalling(known -> {
                        boolean middle =
                                planted.asked().size() > 150 && planted.asked().size() < 250;
                        planted.saying(middle ? Effect.HARMS : Effect.UNKNOWN, -1, 1);
                        return Recalled.NOTHING;
                    });
                },
                2,
                400);

        assertThat(wavering.harms()).isPositive();
        assertThat(wavering.deceived()).isEqualTo(2);
    }

    @Test
    void nothing_costs_anything_where_nothing_has_an_effect() {
        FalseVerdicts shown = NullWorlds.run(
                world -> new Planted().saying(Effect.UNKNOWN, 0, 0).showing(known -> known), 2, 400);

        assertThat(shown.knowledge().believed().of()).isPositive();
        assertThat(shown.knowledge().believed().share()).hasValue(1);
    }
}
