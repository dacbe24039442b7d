package org.autotrainer.domain.sim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.autotrainer.domain.sim.Recalled.Item;
import org.autotrainer.domain.text.NormalForm;
import org.autotrainer.domain.text.Terms;
import org.autotrainer.domain.text.TokenCounter;

/**
 * What the simple rules remember: texts of one normal form together, what they were suggested for, and how it went with them.
 *
 * <p>All of them look for what is relevant in the same way, so that they differ only in what they prefer among it.
 */
final class Notebook {
    /** How many relevant texts a rule chooses among. */
    private static final int RELEVANT = 32;
    /** A tag counts as much as so many words. */
    private static final int TAG = 3;

    /** A text and its counts. */
    static final class Note {
        private final int number;
        private final String text;
        private int support;
        private int successes;
        private int failures;

        private Note(int number, String text) {
            this.number = number;
            this.text = text;
        }

        String id() {
            return "note-" + number;
        }

        String text() {
            return text;
        }

        int support() {
            return support;
        }

        /** Tasks that succeeded with it. */
        int successes() {
            return successes;
        }

        /** Tasks that failed with it. */
        int failures() {
            return failures;
        }
    }

    private final List<Note> notes = new ArrayList<>();
    private final Map<String, Note> byNormalForm = new HashMap<>();
    private final Map<String, Map<Integer, Integer>> contexts = new HashMap<>();
    private final Map<String, List<Note>> open = new HashMap<>();
    private int successes;
    private int failures;

    List<Note> notes() {
        return List.copyOf(notes);
    }

    /** The share of successes among all tasks so far. */
    double successRate() {
        return (successes + 1.0) / (successes + failures + 2.0);
    }

    /** The texts nearest to a task, which may be none that the task has no word of. */
    List<Note> relevant(SimTask task) {
        double[] scores = new double[notes.size()];
        for (String term : terms(task)) {
            Map<Integer, Integer> having = contexts.getOrDefault(term, Map.of());
            double rarity = StrictMath.log(1 + notes.size() / (1.0 + having.size()));
            having.forEach((note, count) -> scores[note] += rarity * count / (notes.get(note).support + 1));
        }
        return IntStream.range(0, scores.length)
                .filter(note -> scores[note] > 0)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(note -> -scores[note])
                        .thenComparing(Comparator.naturalOrder()))
                .limit(RELEVANT)
                .map(notes::get)
                .toList();
    }

    /** Takes what fits into the budget in the given order, passing over what does not, and remembers that it was shown. */
    Recalled show(SimTask task, List<Note> inOrder) {
        List<Note> taken = new ArrayList<>();
        int left = task.budget();
        for (Note note : inOrder) {
            int tokens = TokenCounter.ESTIMATE.count(note.text());
            if (tokens <= left) {
                taken.add(note);
                left -= tokens;
            }
        }
        open.put(task.id(), taken);
        return new Recalled(
                taken.stream().map(note -> new Item(note.id(), note.text())).toList(), Map.of());
    }

    /** Shows what has the highest values; of equal ones, the more relevant. */
    Recalled showBest(SimTask task, List<Note> candidates, ToDoubleFunction<Note> value) {
        Map<Note, Double> values = new HashMap<>();
        candidates.forEach(note -> values.put(note, value.applyAsDouble(note)));
        return show(
                task,
                candidates.stream()
                        .sorted(Comparator.comparingDouble(note -> -values.getOrDefault(note, .0)))
                        .toList());
    }

    /** Counts the outcome for all that was shown, and remembers what was suggested; returns the latter. */
    List<Note> learn(SimTask task, Verdict verdict) {
        successes += verdict.success() ? 1 : 0;
        failures += verdict.success() ? 0 : 1;
        List<Note> shown = open.getOrDefault(task.id(), List.of());
        open.remove(task.id());
        for (Note note : shown) {
            note.successes += verdict.success() ? 1 : 0;
            note.failures += verdict.success() ? 0 : 1;
        }
        Set<Note> suggested = new LinkedHashSet<>();
        for (String text : verdict.suggestions()) {
            suggested.add(note(text));
        }
        for (Note note : suggested) {
            note.support++;
            for (String term : terms(task)) {
                contexts.computeIfAbsent(term, any -> new HashMap<>())
                        .merge(note.number, term.startsWith("#") ? TAG : 1, Integer::sum);
            }
        }
        return List.copyOf(suggested);
    }

    private Note note(String text) {
        return byNormalForm.computeIfAbsent(NormalForm.of(text), any -> {
            Note note = new Note(notes.size(), text);
            notes.add(note);
            return note;
        });
    }

    private static Set<String> terms(SimTask task) {
        Set<String> terms = new LinkedHashSet<>(Terms.of(task.context()));
        task.tags().forEach(tag -> terms.add(Terms.tag(tag)));
        return terms;
    }
}
