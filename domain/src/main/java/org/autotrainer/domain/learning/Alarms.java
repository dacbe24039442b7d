package org.autotrainer.domain.learning;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The changes of the world that were seen: the last fifty. Working state of the fold. */
final class Alarms implements InParts {
    private static final String PREFIX = "alarm:";
    private static final int MOST = 50;

    private final Consumer<String> touch;
    private final Map<String, Alarm> alarms = new LinkedHashMap<>();

    Alarms(Consumer<String> touch) {
        this.touch = touch;
    }

    /** Takes in an alarm; {@code before} is how many there were. */
    void add(long before, Alarm alarm) {
        String name = PREFIX + before % MOST;
        alarms.put(name, alarm);
        touch.accept(name);
    }

    /** All that are kept, oldest first. */
    List<Alarm> all() {
        return alarms.values().stream().sorted(Comparator.comparing(Alarm::at)).toList();
    }

    @Override
    public boolean has(String name) {
        return name.startsWith(PREFIX);
    }

    /** None: an alarm tells of a change, and nothing is learned from it. */
    @Override
    public List<String> names() {
        return List.of();
    }

    @Override
    public Part part(String name) {
        Alarm alarm = Optional.ofNullable(alarms.get(name)).orElseThrow();
        return new Part(name, alarm.at() + "\n" + alarm.what() + "\n" + alarm.id(), new double[] {alarm.up() ? 1 : 0});
    }

    @Override
    public void restore(Part part) {
        String[] lines = part.about().split("\n", 3);
        alarms.put(part.name(), new Alarm(Instant.parse(lines[0]), lines[1], lines[2], part.numbers()[0] == 1));
    }
}
