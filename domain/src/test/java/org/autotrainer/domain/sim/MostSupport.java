package org.autotrainer.domain.sim;

import org.autotrainer.domain.sim.Notebook.Note;

/** Shows of what is relevant that which most tasks suggested. */
final class MostSupport implements Rule {
    private final Notebook notebook = new Notebook();

    @Override
    public Recalled recall(SimTask task) {
        return notebook.showBest(task, notebook.relevant(task), Note::support);
    }

    @Override
    public void evaluate(SimTask task, Verdict verdict) {
        notebook.learn(task, verdict);
    }
}
