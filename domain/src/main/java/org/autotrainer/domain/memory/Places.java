package org.autotrainer.domain.memory;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Numbered places by a hash of what stands in them: chains of numbers in arrays, so that places come and go without an object.
 * Several may have one hash, and different things may; who asks looks closer. Not thread-safe.
 */
final class Places {
    private static final int NONE = -1;

    /** By place: its hash, and the next of its chain. */
    private long[] hashes = new long[16];

    private int[] next = new int[16];
    /** By chain, of which there are as many as places: the first. */
    private int[] first = filled(16);

    /** Puts a place under a hash; it must stand under none. */
    void put(int place, long hash) {
        if (place >= next.length) {
            grow(Math.max(place + 1, 2 * next.length));
        }
        hashes[place] = hash;
        int chain = chain(hash);
        next[place] = first[chain];
        first[chain] = place;
    }

    /** Takes a place out; one that is not there is left alone. */
    void remove(int place) {
        if (place >= next.length) {
            return;
        }
        int chain = chain(hashes[place]);
        int before = NONE;
        for (int one = first[chain]; one != NONE; before = one, one = next[one]) {
            if (one == place) {
                if (before == NONE) {
                    first[chain] = next[place];
                } else {
                    next[before] = next[place];
                }
                return;
            }
        }
    }

    /** The places under a hash, in no order. */
    IntStream of(long hash) {
        IntStream.Builder found = IntStream.builder();
        for (int one = first[chain(hash)]; one != NONE; one = next[one]) {
            if (hashes[one] == hash) {
                found.add(one);
            }
        }
        return found.build();
    }

    private int chain(long hash) {
        return Math.floorMod(hash, first.length);
    }

    private void grow(int places) {
        int[] chained = IntStream.of(first)
                .filter(one -> one != NONE)
                .flatMap(one -> IntStream.iterate(one, place -> place != NONE, place -> next[place]))
                .toArray();
        hashes = Arrays.copyOf(hashes, places);
        next = Arrays.copyOf(next, places);
        first = filled(places);
        for (int place : chained) {
            put(place, hashes[place]);
        }
    }

    private static int[] filled(int length) {
        int[] filled = new int[length];
        Arrays.fill(filled, NONE);
        return filled;
    }
}
