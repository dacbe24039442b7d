package org.autotrainer.domain.memory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.autotrainer.domain.journal.Decided;
import org.autotrainer.domain.learning.Evidence;
import org.autotrainer.domain.learning.Part;

/**
 * Takes down all that a memory learns, as a store would keep it: the newest version of each thing.
 *
 * <p>Of what changes in place only the name is told: {@link #write} looks at what was named, and at nothing else.
 */
final class Noted implements Learned {
    final Map<String, Heuristic> heuristics = new TreeMap<>();
    final Map<String, String> members = new TreeMap<>();
    final Map<String, HeuristicKey> keys = new TreeMap<>();
    final Map<String, Suggested> suggestions = new LinkedHashMap<>();
    final Map<String, Decided.Decision> decisions = new TreeMap<>();
    final List<String> calls = new ArrayList<>();
    List<KeptLesson> lessons = List.of();
    Settings settings = Settings.PRESET;

    private final Set<String> touchedEvidence = new LinkedHashSet<>();
    private final Set<String> touchedParts = new LinkedHashSet<>();
    private final Set<String> touchedSlots = new LinkedHashSet<>();
    private final Map<String, Evidence> evidence = new TreeMap<>();
    private final Map<String, Part> parts = new TreeMap<>();
    private final Map<String, Slot> slots = new TreeMap<>();

    @Override
    public void heuristic(Heuristic heuristic) {
        heuristics.put(heuristic.id(), heuristic);
        calls.add("heuristic");
    }

    @Override
    public void evidence(String heuristic) {
        touchedEvidence.add(heuristic);
        calls.add("evidence");
    }

    @Override
    public void member(String member, String heuristic, String text) {
        members.put(member, heuristic);
        calls.add("member");
    }

    @Override
    public void part(String name) {
        touchedParts.add(name);
        calls.add("part");
    }

    @Override
    public void slot(String name) {
        touchedSlots.add(name);
        calls.add("slot");
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

    String stateHash(AgentMemory memory) {
        return StateHash.of(memory, keys.values().iterator());
    }

    /** Writes down what has changed in place, as it stands now. */
    void write(AgentMemory memory) {
        Heuristics all = memory.heuristics();
        touchedEvidence.forEach(id -> evidence.put(id, copied(all.evidence(all.find(id)))));
        touchedParts.forEach(name -> parts.put(name, memory.learner().part(name)));
        touchedSlots.forEach(name -> slots.put(name, memory.slot(name)));
        touchedEvidence.clear();
        touchedParts.clear();
        touchedSlots.clear();
    }

    private static Evidence copied(Evidence one) {
        return Evidence.restored(one.numbers(), one.tags(), one.markCritics(), one.story());
    }

    /** What was written down, as a store would bring it back. */
    AgentMemory.Kept kept(Map<String, String> labels) {
        Map<String, Evidence> fresh = new TreeMap<>();
        evidence.forEach((id, one) -> fresh.put(id, copied(one)));
        return new AgentMemory.Kept(
                List.copyOf(heuristics.values()),
                fresh,
                Map.copyOf(members),
                labels,
                List.copyOf(parts.values()),
                List.copyOf(slots.values()),
                Map.copyOf(decisions),
                lessons,
                settings);
    }
}
