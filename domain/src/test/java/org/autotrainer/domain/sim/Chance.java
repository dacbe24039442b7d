package org.autotrainer.domain.sim;

import java.util.List;

/**
 * A stream of chance that is fixed by what it is for.
 *
 * <p>The same key gives the same draws on every machine, whatever else was drawn before: worlds that differ in one knob share all
 * the rest of their luck, and so do all rules in one world.
 */
final class Chance {
    private long state;

    private Chance(long state) {
        this.state = state;
    }

    /** The stream of a seed for a purpose and a number within it. */
    static Chance of(long seed, String purpose, long number) {
        return new Chance(mix(mix(seed + mix(purpose.hashCode())) + number));
    }

    long bits() {
        state += 0x9e3779b97f4a7c15L;
        return mix(state);
    }

    /** From 0 to below 1. */
    double uniform() {
        return (bits() >>> 11) * 0x1.0p-53;
    }

    double between(double least, double most) {
        return least + (most - least) * uniform();
    }

    boolean happens(double probability) {
        return uniform() < probability;
    }

    /** From 0 to below the bound. */
    int below(int bound) {
        return (int) (uniform() * bound);
    }

    <T> T pick(List<T> list) {
        return list.get(below(list.size()));
    }

    /** Around 0 with a standard deviation of 1. */
    double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
        return radius * StrictMath.cos(2 * Math.PI * uniform());
    }

    double exponential(double mean) {
        return -mean * StrictMath.log(1 - uniform());
    }

    /** The list in another order. */
    <T> void shuffle(List<T> list) {
        for (int i = list.size() - 1; i > 0; i--) {
            list.set(i, list.set(below(i + 1), list.get(i)));
        }
    }

    /** The finalizer of splitmix64. */
    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
