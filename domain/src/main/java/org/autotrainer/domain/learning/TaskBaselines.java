package org.autotrainer.domain.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** How hard each task is, for tasks that are met again: the last ten thousand that were new. Working state of the fold. */
final class TaskBaselines implements InParts {
    private static final String PREFIX = "tasks:";

    private static final int MOST = 10_000;
    private static final int IN_A_PART = 100;

    private final Consumer<String> touch;
    private final Ring<Long, Weight> ring = new Ring<>(MOST);

    TaskBaselines(Consumer<String> touch) {
        this.touch = touch;
    }

    Optional<Weight> find(long task) {
        return ring.find(task).map(Ring.Place::value);
    }

    /** Takes in an outcome of a task; one that is met for the first time counts from the second time on. */
    void meet(long hash, double error, double noise) {
        int slot = ring.find(hash).orElseGet(() -> add(hash, error, noise)).slot();
        touch.accept(name(slot));
    }

    private Ring.Place<Long, Weight> add(long hash, double error, double noise) {
        double variance = Tuning.TASK_VARIANCE;
        double sum = noise + variance;
        return ring.add(hash, new Weight(variance / sum * error, variance - variance * variance / sum));
    }

    private static String name(int slot) {
        return PREFIX + slot / IN_A_PART;
    }

    @Override
    public boolean has(String name) {
        return name.startsWith(PREFIX);
    }

    @Override
    public List<String> names() {
        return ring.slots().stream().map(TaskBaselines::name).distinct().toList();
    }

    @Override
    public Part part(String name) {
        int first = IN_A_PART * Integer.parseInt(name.substring(PREFIX.length()));
        Numbers to = new Numbers();
        List<String> hashes = new ArrayList<>();
        for (Ring.Place<Long, Weight> place : ring.at(first, IN_A_PART)) {
            to.add((double) place.slot()).add((double) place.order());
            place.value().write(to);
            hashes.add(Long.toHexString(place.key()));
        }
        return new Part(name, String.join("\n", hashes), to.toArray());
    }

    @Override
    public void restore(Part part) {
        Numbers from = new Numbers(part.numbers());
        part.about().lines().forEach(hash -> {
            int slot = (int) from.next();
            long order = (long) from.next();
            ring.restore(new Ring.Place<>(slot, order, Long.parseUnsignedLong(hash, 16), Weight.read(from)));
        });
    }
}
