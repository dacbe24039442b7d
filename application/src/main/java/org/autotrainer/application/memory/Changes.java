package org.autotrainer.application.memory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.autotrainer.application.port.Row;
import org.autotrainer.domain.journal.Decided;
import org.autotrainer.domain.memory.AgentMemory;
import org.autotrainer.domain.memory.Heuristic;
import org.autotrainer.domain.memory.HeuristicKey;
import org.autotrainer.domain.memory.Heuristics;
import org.autotrainer.domain.memory.KeptLesson;
import org.autotrainer.domain.memory.Learned;
import org.autotrainer.domain.memory.Suggested;

/** What a memory learned since its last checkpoint: the newest version of each thing. */
final class Changes implements Learned {
    private final Map<String, Heuristic> heuristics = new LinkedHashMap<>();
    private final Set<String> evidence = new LinkedHashSet<>();
    private final Map<String, Row> members = new LinkedHashMap<>();
    private final Set<String> parts = new LinkedHashSet<>();
    private final Set<String> slots = new LinkedHashSet<>();
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
    public void evidence(String heuristic) {
        evidence.add(heuristic);
    }

    @Override
    public void member(String member, String heuristic, String text) {
        members.put(member, Rows.ofMember(member, heuristic, text));
    }

    @Override
    public void part(String name) {
        parts.add(name);
    }

    @Override
    public void slot(String name) {
        slots.add(name);
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
                + evidence.size()
                + members.size()
                + parts.size()
                + slots.size()
                + keys.size()
                + suggestions.size()
                + decisions.size()
                + settings.size()
                + lessons.size();
    }

    /** The changes as rows of a checkpoint, as they stand in the memory now; afterwards there are none. */
    List<Row> drain(AgentMemory memory) {
        List<Row> rows = new ArrayList<>(size());
        heuristics.values().forEach(heuristic -> rows.add(Rows.of(heuristic)));
        Heuristics all = memory.heuristics();
        evidence.forEach(id -> rows.add(Rows.of(id, all.evidence(all.find(id)))));
        rows.addAll(members.values());
        parts.forEach(name -> rows.add(Rows.of(memory.learner().part(name))));
        slots.forEach(name -> rows.add(Rows.of(memory.slot(name))));
        keys.values().forEach(key -> rows.add(Rows.of(key)));
        suggestions.values().forEach(suggested -> rows.add(Rows.of(suggested)));
        decisions.forEach((id, decision) -> rows.add(Rows.of(id, decision)));
        settings.forEach((name, value) -> rows.add(Rows.ofSetting(name, value)));
        for (int i = 0; i < lessons.size(); i++) {
            rows.add(Rows.of(i, lessons.get(i)));
        }
        heuristics.clear();
        evidence.clear();
        members.clear();
        parts.clear();
        slots.clear();
        keys.clear();
        suggestions.clear();
        decisions.clear();
        settings.clear();
        lessons = List.of();
        return rows;
    }
}
