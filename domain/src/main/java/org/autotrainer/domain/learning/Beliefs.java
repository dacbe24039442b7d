package org.autotrainer.domain.learning;

import java.util.List;
import java.util.function.Consumer;

/**
 * What is believed of a heuristic: its own effect, and what its support and the marks on it are worth, which is learned too.
 * Working state of the fold.
 */
final class Beliefs implements InParts {
    private static final String SUPPORT = "worth:support";
    private static final String MARKS = "worth:marks";
    private static final double LEAST_VARIANCE = 1e-7;
    /** From this precision on, marks stand for trials. */
    private static final double MARKED = 2;

    private final Consumer<String> touch;
    private final Marks marks;
    private final Weight support = new Weight(Tuning.SUPPORT_WORTH, Tuning.SUPPORT_WORTH_SD * Tuning.SUPPORT_WORTH_SD);
    private final Weight worthOfMarks = new Weight(Tuning.MARKS_WORTH, Tuning.MARKS_WORTH_SD * Tuning.MARKS_WORTH_SD);

    Beliefs(Marks marks, Consumer<String> touch) {
        this.marks = marks;
        this.touch = touch;
    }

    /** The believed effect on tasks to which a heuristic is fully relevant, in shares of success. */
    double effect(Evidence evidence, double doublings) {
        double belief = evidence.mean() + support.mean() * doublings;
        return evidence.marks().isEmpty()
                ? belief
                : belief + worthOfMarks.mean() * marks.quality(evidence.marks()).mean();
    }

    /** How far exploration may move a belief: a point of what is not known, and what marks would teach. */
    double curiosity(Evidence evidence) {
        double sd = Math.min(StrictMath.sqrt(evidence.variance()), Tuning.EXPLORATION);
        if (marks.isEmpty()) {
            return sd;
        }
        double precision =
                evidence.marks().isEmpty() ? 1 : marks.quality(evidence.marks()).precision();
        double teach = Math.abs(worthOfMarks.mean()) * marks.curiosity(precision);
        return StrictMath.sqrt(sd * sd + teach * teach);
    }

    /** Whether a heuristic was hardly tried, and hardly marked. */
    boolean isUntried(Evidence evidence) {
        boolean marked =
                !evidence.marks().isEmpty() && marks.quality(evidence.marks()).precision() >= MARKED;
        return evidence.chosen() < Tuning.TRIED && !marked;
    }

    double worthOfMarks() {
        return worthOfMarks.mean();
    }

    /** How much of the worth of support and of marks was in an outcome. */
    Shares shares(List<Trial.Chosen> chosen) {
        double supports = 0;
        double qualities = 0;
        boolean marked = false;
        for (Trial.Chosen one : chosen) {
            if (one.kept()) {
                supports += one.relevance() * one.doublings();
                if (!one.evidence().marks().isEmpty()) {
                    marked = true;
                    qualities += one.relevance()
                            * marks.quality(one.evidence().marks()).mean();
                }
            }
        }
        return new Shares(supports, qualities, marked);
    }

    /** How much of the worth of support, and of marks, was in an outcome, and whether anything shown had marks. */
    record Shares(double support, double marks, boolean marked) {}

    /** What is not known about an outcome because these worths are not. */
    double variance(Shares shares) {
        return shares.support() * shares.support() * support.variance()
                + shares.marks() * shares.marks() * worthOfMarks.variance();
    }

    /** One step of the filter. */
    void learn(Shares shares, double gain, double noise) {
        if (shares.support() != 0) {
            support.step(shares.support(), gain, noise, LEAST_VARIANCE);
            touch.accept(SUPPORT);
        }
        if (shares.marked()) {
            worthOfMarks.step(shares.marks(), gain, noise, LEAST_VARIANCE);
            touch.accept(MARKS);
        }
    }

    @Override
    public boolean has(String name) {
        return name.equals(SUPPORT) || name.equals(MARKS);
    }

    @Override
    public List<String> names() {
        return List.of(SUPPORT, MARKS);
    }

    @Override
    public Part part(String name) {
        Numbers to = new Numbers();
        worth(name).write(to);
        return new Part(name, "", to.toArray());
    }

    @Override
    public void restore(Part part) {
        worth(part.name()).set(Weight.read(new Numbers(part.numbers())));
    }

    private Weight worth(String name) {
        return name.equals(SUPPORT) ? support : worthOfMarks;
    }
}
