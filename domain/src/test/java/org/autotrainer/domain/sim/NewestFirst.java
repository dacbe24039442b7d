package org.autotrainer.domain.sim;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.autotrainer.domain.sim.Notebook.Note;

/** Shows what was suggested last, whatever the task is about. */
final class NewestFirst implements Rule {
    private static final int KEPT = 100;

    private final Notebook notebook = new Notebook();
    private final Deque<Note> newest = new ArrayDeque<>();

    @Override
    public Recalled recall(SimTask task) {
        Set<Note> distinct = new LinkedHashSet<>(newest);
        return notebook.show(task, List.copyOf(distinct));
    }

    @Override
    public void evaluate(SimTask task, Verdict verdict) {
        notebook.learn(task, verdict).forEach(newest::addFirst);
        while (newest.size() > KEPT) {
            newest.removeLast();
        }
    }
}
