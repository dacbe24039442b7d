package org.autotrainer.application.port;

import java.util.Arrays;
import org.autotrainer.domain.journal.Chain;

/**
 * Where a journal ends.
 *
 * @param position the position of its last fact; 0 when there is none
 * @param chain the last link of its chain of hashes
 */
@SuppressWarnings("ArrayRecordComponent") // equals compares the bytes
public record Head(long position, byte[] chain) {
    /** The head of an empty journal. */
    public static Head none() {
        return new Head(0, Chain.start());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Head head && position == head.position && Arrays.equals(chain, head.chain);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(position) ^ Arrays.hashCode(chain);
    }

    @Override
    public String toString() {
        return "head at " + position;
    }
}
