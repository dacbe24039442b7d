package org.autotrainer.domain.learning;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What is known about strategy parameters, by name and values. Working state of the fold. */
final class Parameters implements InParts {
    private static final String PREFIX = "parameter:";

    private final Consumer<String> touch;
    private final SortedMap<String, ParameterBelief> beliefs = new TreeMap<>();

    Parameters(Consumer<String> touch) {
        this.touch = touch;
    }

    /** What is known about each. */
    List<ParameterBelief> all() {
        return List.copyOf(beliefs.values());
    }

    /** What is known about one, which comes to be known by being asked for. */
    ParameterBelief of(ParameterSpace space) {
        return beliefs.computeIfAbsent(space.signature(), any -> new ParameterBelief(space));
    }

    /** Hands out a value; equal chance gives the same value. */
    Trial.Choice choose(ParameterSpace space, Chance chance, boolean explore) {
        ParameterBelief known = beliefs.getOrDefault(space.signature(), new ParameterBelief(space));
        return explore ? known.choose(chance) : new Trial.Choice(space, known.recommended(), List.of());
    }

    /** One step of the filter for a value that was in force. */
    void learn(Trial.Choice choice, double error, double gain, double noise) {
        of(choice.space()).learn(choice, error, gain, noise);
        touch.accept(PREFIX + choice.space().signature());
    }

    @Override
    public boolean has(String name) {
        return name.startsWith(PREFIX);
    }

    @Override
    public List<String> names() {
        return beliefs.keySet().stream().map(signature -> PREFIX + signature).toList();
    }

    @Override
    public Part part(String name) {
        ParameterBelief belief = Optional.ofNullable(beliefs.get(name.substring(PREFIX.length())))
                .orElseThrow();
        return new Part(name, "", belief.numbers());
    }

    @Override
    public void restore(Part part) {
        String signature = part.name().substring(PREFIX.length());
        beliefs.put(signature, ParameterBelief.restored(ParameterSpace.of(signature), part.numbers()));
    }
}
