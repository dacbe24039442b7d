package org.autotrainer.domain.sim;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a kind of world is like; with a seed it becomes a {@link World}.
 *
 * @param name what tables call it
 * @param knobs what differs from the standard
 * @param drifts the tasks before which the truth changes, ascending
 */
record WorldSpec(String name, Map<Knob, Double> knobs, List<Integer> drifts) {
    WorldSpec {
        Map<Knob, Double> copy = new EnumMap<>(Knob.class);
        copy.putAll(knobs);
        knobs = Collections.unmodifiableMap(copy);
        drifts = List.copyOf(drifts);
    }

    /** A world that differs in nothing but its name from the standard. */
    static WorldSpec named(String name) {
        return new WorldSpec(name, Map.of(), List.of());
    }

    WorldSpec with(Knob knob, double value) {
        Map<Knob, Double> more = new EnumMap<>(Knob.class);
        more.putAll(knobs);
        more.put(knob, value);
        return new WorldSpec(name, more, drifts);
    }

    WorldSpec driftingBefore(Integer... tasks) {
        return new WorldSpec(name, knobs, List.of(tasks));
    }

    WorldSpec renamed(String newName) {
        return new WorldSpec(newName, knobs, drifts);
    }

    double get(Knob knob) {
        return knobs.getOrDefault(knob, knob.standard());
    }

    /** The value of a knob that counts something. */
    int count(Knob knob) {
        return (int) get(knob);
    }

    /**
     * The world of a name, with other values for some knobs if they stand behind it: {@code base+harmful=.4+topics=4}.
     *
     * @throws IllegalArgumentException if there is no such world or knob
     */
    static WorldSpec parse(String text) {
        List<String> parts = Arrays.asList(text.split("\\+", -1));
        WorldSpec spec = Worlds.named(parts.get(0));
        for (String part : parts.subList(1, parts.size())) {
            int equals = part.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("\"" + part + "\" in \"" + text + "\" is not KNOB=NUMBER");
            }
            spec = spec.with(Knob.named(part.substring(0, equals)), Double.parseDouble(part.substring(equals + 1)));
        }
        return spec.renamed(text);
    }
}
