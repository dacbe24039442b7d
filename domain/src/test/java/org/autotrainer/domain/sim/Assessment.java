package org.autotrainer.domain.sim;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How true it is what a rule says it knows; what a text truly does is its mean effect over the tasks where it was shown.
 *
 * @param helpsRight verdicts "helps" on texts that add {@link #NOTABLE} or more
 * @param helpsWrong verdicts "helps" on others
 * @param harmsRight verdicts "harms" on texts that cost {@link #NOTABLE} or more
 * @param harmsWrong verdicts "harms" on others
 * @param believed how often believed intervals hold
 * @param measured how often measured intervals hold
 */
record Assessment(
        int helpsRight, int helpsWrong, int harmsRight, int harmsWrong, Coverage believed, Coverage measured) {
    /** Half a point: more than a line costs by its mere presence. */
    static final double NOTABLE = .005;
    /** From how many shows on an interval is looked at. */
    static final int ENOUGH = 30;

    /** How many intervals hold the truth, of how many. */
    record Coverage(int held, int of) {
        /** The share of those that hold; empty if there are none. */
        OptionalDouble share() {
            return of == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) held / of);
        }

        Coverage plus(Coverage other) {
            return new Coverage(held + other.held, of + other.of);
        }
    }

    /** Nothing was said. */
    static final Assessment NONE = new Assessment(0, 0, 0, 0, new Coverage(0, 0), new Coverage(0, 0));

    static Assessment of(List<Belief> beliefs, Shows shows) {
        return new Assessment(
                count(beliefs, Belief.Effect.HELPS, belief -> truth(belief, shows) >= NOTABLE),
                count(beliefs, Belief.Effect.HELPS, belief -> truth(belief, shows) < NOTABLE),
                count(beliefs, Belief.Effect.HARMS, belief -> truth(belief, shows) <= -NOTABLE),
                count(beliefs, Belief.Effect.HARMS, belief -> truth(belief, shows) > -NOTABLE),
                coverage(beliefs, shows, Belief::believed),
                coverage(beliefs, shows, Belief::measured));
    }

    Assessment plus(Assessment other) {
        return new Assessment(
                helpsRight + other.helpsRight,
                helpsWrong + other.helpsWrong,
                harmsRight + other.harmsRight,
                harmsWrong + other.harmsWrong,
                believed.plus(other.believed),
                measured.plus(other.measured));
    }

    private static int count(List<Belief> beliefs, Belief.Effect verdict, Predicate<Belief> isTrue) {
        return (int) beliefs.stream()
                .filter(belief -> belief.verdict() == verdict && isTrue.test(belief))
                .count();
    }

    private static Coverage coverage(List<Belief> beliefs, Shows shows, Function<Belief, Optional<Interval>> interval) {
        List<Belief> said = beliefs.stream()
                .filter(belief -> shows.of(belief.id()).count() >= ENOUGH)
                .filter(belief -> interval.apply(belief).isPresent())
                .toList();
        long held = said.stream()
                .filter(belief -> interval.apply(belief).orElseThrow().holds(truth(belief, shows)))
                .count();
        return new Coverage((int) held, said.size());
    }

    private static double truth(Belief belief, Shows shows) {
        return shows.of(belief.id()).mean();
    }
}
