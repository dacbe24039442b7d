package org.autotrainer.domain.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The last so many things by key, each in a place that can be told: a new one takes the place of the oldest. Not thread-safe.
 *
 * @param <K> what things are found by
 * @param <V> the things
 */
public final class Ring<K, V> {
    private final int most;
    private final Map<K, Place<K, V>> byKey = new HashMap<>();
    /** The things by place; {@code null} where nothing was put yet. */
    private Place<K, V>[] places = room(16);

    private long added;

    /** A ring of so many places. */
    public Ring(int most) {
        this.most = most;
    }

    /**
     * A thing in its place.
     *
     * @param slot the place, from 0
     * @param order how many were added before it
     */
    public record Place<K, V>(int slot, long order, K key, V value) {}

    /** The thing of a key. */
    public Optional<Place<K, V>> find(K key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** Whether a key is there. */
    public boolean has(K key) {
        return byKey.containsKey(key);
    }

    /** The place that the next thing takes, if there is something in it. */
    public Optional<Place<K, V>> oldest() {
        return taken((int) (added % most));
    }

    /** Adds a thing whose key is new; the oldest is gone when all places are taken. */
    public Place<K, V> add(K key, V value) {
        oldest().ifPresent(place -> byKey.remove(place.key, place));
        Place<K, V> place = new Place<>((int) (added % most), added, key, value);
        added++;
        put(place);
        return place;
    }

    /** Puts another thing in the same place, under the same key. */
    public Place<K, V> replace(Place<K, V> place, V value) {
        Place<K, V> changed = new Place<>(place.slot, place.order, place.key, value);
        put(changed);
        return changed;
    }

    /** The thing in a place. */
    public Place<K, V> at(int slot) {
        return taken(slot).orElseThrow();
    }

    /** All things in the order in which they were added. */
    public List<Place<K, V>> all() {
        return taken().sorted(Comparator.comparingLong(Place::order)).toList();
    }

    /** The things in a run of places, as many as are taken, by place. */
    public List<Place<K, V>> at(int first, int count) {
        List<Place<K, V>> found = new ArrayList<>();
        for (int slot = first; slot < first + count; slot++) {
            taken(slot).ifPresent(found::add);
        }
        return found;
    }

    /** The places that are taken, in ascending order. */
    public List<Integer> slots() {
        return taken().map(Place::slot).toList();
    }

    /**
     * Puts a thing back where it was.
     *
     * @throws IllegalArgumentException if the ring has no such place
     */
    public void restore(Place<K, V> place) {
        if (place.slot < 0 || place.slot >= most) {
            throw new IllegalArgumentException("place " + place.slot + " is outside a ring of " + most);
        }
        put(place);
        added = Math.max(added, place.order + 1);
    }

    private void put(Place<K, V> place) {
        if (place.slot >= places.length) {
            places = Arrays.copyOf(places, Math.max(place.slot + 1, Math.min(most, 2 * places.length)));
        }
        places[place.slot] = place;
        byKey.put(place.key, place);
    }

    private Optional<Place<K, V>> taken(int slot) {
        return slot < places.length ? Optional.ofNullable(places[slot]) : Optional.empty();
    }

    private Stream<Place<K, V>> taken() {
        return Arrays.stream(places).filter(Objects::nonNull);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of what the ring itself puts there
    private static <K, V> Place<K, V>[] room(int slots) {
        return new Place[slots];
    }
}
