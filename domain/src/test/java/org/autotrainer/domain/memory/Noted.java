package org.autotrainer.domain.memory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.autotrainer.domain.journal.Decided;

/** Takes down all that a memory learns, as a store would keep it: the newest version of each thing. */
final class Noted implements Learned {
    final Map<String, Heuristic> heuristics = new TreeMap<>();
    final Map<String, HeuristicKey> keys = new TreeMap<>();
    final Map<String, Suggested> suggestions = new LinkedHashMap<>();
    final Map<String, Decided.Decision> decisions = new TreeMap<>();
    final List<String> calls = new ArrayList<>();
    List<KeptLesson> lessons = List.of();
    Settings settings = Settings.PRESET;

    @Override
    public void heuristic(Heuristic heuristic) {
        heuristics.put(heuristic.id(), heuristic);
        calls.add("heuristic");
    }

    @Override
    public void key(HeuristicKey key) {
        keys.put(key.key(), key);
        calls.add("key");
    }

    @Override
    public void suggested(Suggested suggested) {
        suggestions.put(suggested.id(), suggested);
        calls.add("suggested");
    }

    @Override
    public void decided(String suggestion, Decided.Decision decision) {
        decisions.put(suggestion, decision);
        calls.add("decided");
    }

    @Override
    public void setting(String name, String value) {
        settings = settings.with(Map.of(Setting.of(name), value));
        calls.add("setting");
    }

    @Override
    public void lessons(List<KeptLesson> newest) {
        lessons = newest;
        calls.add("lessons");
    }

    /** The text under each key. */
    Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        keys.forEach((name, key) -> texts.put(name, key.text()));
        return texts;
    }

    String stateHash() {
        return StateHash.of(heuristics.values(), keys.values().iterator(), settings);
    }
}
