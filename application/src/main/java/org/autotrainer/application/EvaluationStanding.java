package org.autotrainer.application;

import java.util.List;
import java.util.Optional;
import org.autotrainer.application.memory.Amendments.Retraction;
import org.autotrainer.application.port.Entry;
import org.autotrainer.application.port.Snapshot;

/**
 * Whether an evaluation still counts.
 *
 * @param retracted nothing when it cannot be told from the facts that are looked at
 * @param retractions the ids of those by which it does not
 */
record EvaluationStanding(Optional<Boolean> retracted, List<String> retractions) {
    private static final EvaluationStanding COUNTS = new EvaluationStanding(Optional.of(false), List.of());
    private static final int FACTS_AT_ONCE = 200;

    /**
     * The standing of an evaluation. It is retracted by what stands behind its original; where that of a corrected one stands is looked
     * for, if it must be known, in 20,000 facts before the first correction.
     *
     * @param entry how the journal keeps it, in its highest revision
     * @param corrections its revisions after the first, in order
     * @param fitting the retractions in force that it fits
     */
    static EvaluationStanding of(
            Entry entry, List<Entry> corrections, List<Retraction> fitting, Snapshot snapshot, String agent) {
        long newest = fitting.stream().mapToLong(Retraction::position).max().orElse(0);
        boolean corrected = !corrections.isEmpty();
        long known = corrected ? corrections.get(0).position() : entry.position();
        if (newest > known) {
            return retracted(fitting, known);
        }
        if (newest == 0 || !corrected) {
            return COUNTS;
        }
        long after = Math.max(newest, known - BrowseEvaluations.MOST_FACTS);
        if (isOriginalBetween(snapshot, agent, corrections.get(0), after)) {
            return COUNTS;
        }
        return after == newest ? retracted(fitting, newest - 1) : new EvaluationStanding(Optional.empty(), List.of());
    }

    private static EvaluationStanding retracted(List<Retraction> fitting, long after) {
        return new EvaluationStanding(
                Optional.of(true),
                fitting.stream()
                        .filter(one -> one.position() > after)
                        .map(one -> one.fact().id())
                        .toList());
    }

    /** Whether what was corrected stands between a position and its correction. */
    private static boolean isOriginalBetween(Snapshot snapshot, String agent, Entry correction, long after) {
        for (long reached = after; reached < correction.position() - 1; ) {
            int most = (int) Math.min(FACTS_AT_ONCE, correction.position() - 1 - reached);
            for (Entry entry : snapshot.entries(agent, reached, most)) {
                if (entry.kind() == correction.kind() && entry.id().equals(correction.id()) && !entry.rewrites()) {
                    return true;
                }
                reached = entry.position();
            }
        }
        return false;
    }
}
