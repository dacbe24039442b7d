package org.autotrainer.domain.sim;

import java.util.List;
import java.util.Optional;
import org.autotrainer.domain.sim.Notebook.Note;

/**
 * Counts for each text the tasks that succeeded and failed with it, and shows of what is relevant that with the best share.
 *
 * <p>What failed three times and more often than not is dropped. It takes the share, as far as it is off the rate of all tasks, for
 * the effect of the text.
 */
final class OutcomeCounters implements Rule {
    private final Notebook notebook = new Notebook();

    @Override
    public Recalled recall(SimTask task) {
        List<Note> candidates = notebook.relevant(task).stream()
                .filter(note -> !isDropped(note))
                .toList();
        return notebook.showBest(task, candidates, OutcomeCounters::share);
    }

    @Override
    public void evaluate(SimTask task, Verdict verdict) {
        notebook.learn(task, verdict);
    }

    @Override
    public List<Belief> report() {
        return notebook.notes().stream().map(this::belief).toList();
    }

    private Belief belief(Note note) {
        int shown = note.successes() + note.failures();
        double share = share(note);
        double error = 1.96 * StrictMath.sqrt(share * (1 - share) / (shown + 2));
        double effect = share - notebook.successRate();
        return new Belief(
                note.id(),
                note.text(),
                shown,
                0,
                Belief.Effect.UNKNOWN,
                Optional.of(new Interval(effect - error, effect + error)),
                Optional.empty(),
                isDropped(note) ? Belief.RETIRED : "active");
    }

    private static boolean isDropped(Note note) {
        return note.failures() >= 3 && note.failures() > note.successes();
    }

    private static double share(Note note) {
        return (note.successes() + 1.0) / (note.successes() + note.failures() + 2.0);
    }
}
