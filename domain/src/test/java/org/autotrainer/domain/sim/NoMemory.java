package org.autotrainer.domain.sim;

/** Learns nothing and shows nothing. */
final class NoMemory implements Rule {
    @Override
    public Recalled recall(SimTask task) {
        return Recalled.NOTHING;
    }

    @Override
    public void evaluate(SimTask task, Verdict verdict) {}
}
