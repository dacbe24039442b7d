package org.autotrainer.application.memory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.autotrainer.application.port.Row;
import org.autotrainer.domain.journal.Decided;
import org.autotrainer.domain.memory.Heuristic;
import org.autotrainer.domain.memory.HeuristicKey;
import org.autotrainer.domain.memory.KeptLesson;
import org.autotrainer.domain.memory.Learned;
import org.autotrainer.domain.memory.Suggested;

/** What a memory learned since its last checkpoint: the newest version of each thing. */
final class Changes implements Learned {
    private final Map<String, Heuristic> heuristics = new LinkedHashMap<>();
    private final Map<String, HeuristicKey> keys = new LinkedHashMap<>();
    private final Map<String, Suggested> suggestions = new LinkedHashMap<>();
    private final Map<String, Decided.Decision> decisions = new LinkedHashMap<>();
    private final Map<String, String> settings = new LinkedHashMap<>();
    private List<KeptLesson> lessons = List.of();

    @Override
    public void heuristic(Heuristic heuristic) {
        heuristics.put(heuristic.id(), heuristic);
    }

    @Override
    public void key(HeuristicKey key) {
        keys.put(key.key(), key);
    }

    @Override
    public void suggested(Suggested suggested) {
        suggestions.put(suggested.id(), suggested);
    }

    @Override
    public void decided(String suggestion, Decided.Decision decision) {
        decisions.put(suggestion, decision);
    }

    @Override
    public void setting(String name, String value) {
        settings.put(name, value);
    }

    @Override
    public void lessons(List<KeptLesson> newest) {
        lessons = newest;
    }

    int size() {
        return heuristics.size()
                + keys.size()
                + suggestions.size()
                + decisions.size()
                + settings.size()
                + lessons.size();
    }

    /** The changes as rows of a checkpoint; afterwards there are none. */
    List<Row> drain() {
        List<Row> rows = new ArrayList<>(size());
        heuristics.values().forEach(heuristic -> rows.add(Rows.of(heuristic)));
        keys.values().forEach(key -> rows.add(Rows.of(key)));
        suggestions.values().forEach(suggested -> rows.add(Rows.of(suggested)));
        decisions.forEach((id, decision) -> rows.add(Rows.of(id, decision)));
        settings.forEach((name, value) -> rows.add(Rows.ofSetting(name, value)));
        for (int i = 0; i < lessons.size(); i++) {
            rows.add(Rows.of(i, lessons.get(i)));
        }
        heuristics.clear();
        keys.clear();
        suggestions.clear();
        decisions.clear();
        settings.clear();
        lessons = List.of();
        return rows;
    }
}
