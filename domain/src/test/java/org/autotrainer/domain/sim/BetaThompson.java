package org.autotrainer.domain.sim;

import org.autotrainer.domain.sim.Notebook.Note;

/** Shows of what is relevant that with the best share of successes, as drawn from what the counts allow. */
final class BetaThompson implements Rule {
    private final Notebook notebook = new Notebook();
    private final Chance chance;

    BetaThompson(long seed) {
        chance = Chance.of(seed, "Thompson", 0);
    }

    @Override
    public Recalled recall(SimTask task) {
        return notebook.showBest(task, notebook.relevant(task), this::draw);
    }

    @Override
    public void evaluate(SimTask task, Verdict verdict) {
        notebook.learn(task, verdict);
    }

    private double draw(Note note) {
        double successes = gamma(1 + note.successes());
        return successes / (successes + gamma(1 + note.failures()));
    }

    /** A gamma variate of a shape of 1 or more, by the method of Marsaglia and Tsang. */
    private double gamma(double shape) {
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = chance.normal();
            double v = (1 + c * x) * (1 + c * x) * (1 + c * x);
            if (v > 0 && StrictMath.log(1 - chance.uniform()) < x * x / 2 + d - d * v + d * StrictMath.log(v)) {
                return d * v;
            }
        }
    }
}
