package org.autotrainer.domain.memory;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.autotrainer.domain.evaluation.Attempt;
import org.autotrainer.domain.evaluation.Identity;
import org.autotrainer.domain.learning.Ring;

/** The last attempts that were judged: by whom, and how often each was made anew. Working state of the fold. */
final class Attempts {
    static final String PREFIX = "attempt:";

    private static final int MOST = 10_000;
    private static final int IN_A_SLOT = 100;

    private final Consumer<String> touch;
    private final Ring<Long, Judgements> ring = new Ring<>(MOST);

    /**
     * How an attempt was judged.
     *
     * @param episode how often it was made and judged
     * @param critics who judged it since it was made last, and whether they called it a success
     */
    record Judgements(int episode, SortedMap<String, Boolean> critics) {}

    Attempts(Consumer<String> touch) {
        this.touch = touch;
    }

    /** Tells attempts apart; 0 for one that names no task. */
    static long hash(Attempt attempt) {
        return attempt.taskId().isEmpty()
                ? 0
                : Identity.of("attempt")
                        .text(attempt.run())
                        .text(attempt.taskId())
                        .number(attempt.number())
                        .hash();
    }

    Optional<Judgements> find(long attempt) {
        return ring.find(attempt).map(Ring.Place::value);
    }

    /** Says that an attempt was made, and judged by its first critic. */
    void begin(long attempt, String critic, boolean success) {
        SortedMap<String, Boolean> critics = new TreeMap<>();
        critics.put(critic, success);
        Ring.Place<Long, Judgements> place = ring.find(attempt)
                .map(before ->
                        ring.replace(before, new Judgements(before.value().episode() + 1, critics)))
                .orElseGet(() -> ring.add(attempt, new Judgements(1, critics)));
        touch.accept(PREFIX + place.slot() / IN_A_SLOT);
    }

    /** Says that another critic judged the same. */
    void second(long attempt, String critic, boolean success) {
        ring.find(attempt).ifPresent(place -> {
            place.value().critics().putIfAbsent(critic, success);
            touch.accept(PREFIX + place.slot() / IN_A_SLOT);
        });
    }

    /** A run of places: an attempt is a few words, and most change together with their neighbours. */
    Slot slot(String name) {
        StringBuilder about = new StringBuilder();
        for (Ring.Place<Long, Judgements> place : ring.at(IN_A_SLOT * Slot.number(name), IN_A_SLOT)) {
            about.append(place.slot())
                    .append(' ')
                    .append(place.order())
                    .append(' ')
                    .append(Long.toHexString(place.key()))
                    .append(' ')
                    .append(place.value().episode());
            place.value()
                    .critics()
                    .forEach((critic, success) ->
                            about.append(success ? "\n+" : "\n-").append(critic));
            about.append("\n\n");
        }
        return new Slot(name, about.toString(), Slot.NOTHING);
    }

    void restore(Slot slot) {
        for (String one : slot.about().split("\n\n", -1)) {
            List<String> lines = one.lines().toList();
            if (!lines.isEmpty()) {
                restore(lines.get(0).split(" ", -1), lines.subList(1, lines.size()));
            }
        }
    }

    private void restore(String[] words, List<String> judgements) {
        SortedMap<String, Boolean> critics = new TreeMap<>();
        judgements.forEach(line -> critics.put(line.substring(1), line.charAt(0) == '+'));
        ring.restore(new Ring.Place<>(
                Integer.parseInt(words[0]),
                Long.parseLong(words[1]),
                Long.parseUnsignedLong(words[2], 16),
                new Judgements(Integer.parseInt(words[3]), critics)));
    }
}
