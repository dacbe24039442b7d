package org.autotrainer.domain.learning;

import java.security.MessageDigest;
import org.autotrainer.domain.evaluation.Attempt;
import org.autotrainer.domain.evaluation.Identity;

/**
 * Chance without a generator: a keyed hash, so that every throw can be computed again, in any order and anywhere.
 *
 * <p>The seed is the beginning of SHA-256 over the store's key and the attempt; a throw is splitmix64 (Steele, Lea and
 * Flood, 2014) of the seed, what the throw is for, and the item. Immutable.
 *
 * @param seed what the throws follow from
 */
public record Chance(long seed) {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final long ITEM = 0xD1B54A32D192ED03L;
    private static final double UNIT = 0x1p-53;
    private static final double TINY = 1e-300;

    /** What a throw is for: throws for different purposes have nothing to do with each other. */
    public enum Purpose {
        /** Whether a task is a control. */
        CONTROL(1),
        /** Whether a retired heuristic gets a second chance. */
        REVIVAL(3),
        /** Whether a chosen heuristic is withheld. */
        COIN(5),
        /** The noise of exploration. */
        EXPLORATION(7),
        /** Which value of a parameter is tried. */
        PARAMETER(9),
        /** The draws that estimate how likely each value is best. */
        DRAW(11),
        /** The fence around recalled advice. */
        NONCE(13);

        private final long number;

        Purpose(long number) {
            this.number = number;
        }
    }

    /**
     * The chance of one attempt: all recalls within it share their coins.
     *
     * @param key the store's key, which is never shown
     * @param attempt the try at a task
     * @param episode how often the attempt was judged before; a judged attempt that is made again throws anew
     * @param alone tells apart recalls that name no task; empty for others
     */
    public static Chance of(byte[] key, Attempt attempt, int episode, String alone) {
        return new Chance(Identity.of("chance")
                .bytes(key)
                .text(attempt.agent())
                .text(attempt.run())
                .text(attempt.taskId())
                .number(attempt.number())
                .number(episode)
                .text(alone)
                .hash());
    }

    /** A number from 0 (included) to 1 (excluded), uniformly distributed. */
    public double uniform(Purpose purpose, long item) {
        return (bits(purpose.number, item) >>> 11) * UNIT;
    }

    /** A number with the standard normal distribution, by the transform of Box and Muller (1958). */
    public double normal(Purpose purpose, long item) {
        double radius = uniform(purpose, item);
        double angle = (bits(purpose.number + 1, item) >>> 11) * UNIT;
        return StrictMath.sqrt(-2 * StrictMath.log(radius + TINY)) * StrictMath.cos(2 * Math.PI * angle);
    }

    /** Whether {@link #normal} of the same is below 0, told for much less than the number itself; no where it is just below. */
    public boolean isSurelyBelowZero(Purpose purpose, long item) {
        double angle = (bits(purpose.number + 1, item) >>> 11) * UNIT;
        return angle > 0.251 && angle < 0.749;
    }

    /** Sixty-four bits. */
    public long bits(Purpose purpose) {
        return bits(purpose.number, 0);
    }

    private long bits(long purpose, long item) {
        return mixed(seed + purpose * GOLDEN + item * ITEM);
    }

    private static long mixed(long number) {
        long once = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
        long twice = (once ^ (once >>> 27)) * 0x94D049BB133111EBL;
        return twice ^ (twice >>> 31);
    }

    /** A key of a memory that nobody else can see into: 32 zero bytes. */
    public static byte[] openKey() {
        return new byte[32];
    }

    /** The key that a word of the caller's stands for: SHA-256 of it. */
    public static byte[] keyOf(String word) {
        MessageDigest digest = Identity.sha256();
        return digest.digest(word.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
