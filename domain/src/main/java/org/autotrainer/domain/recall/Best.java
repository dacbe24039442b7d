package org.autotrainer.domain.recall;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;

/** The most worthy of many candidates, of which most are turned away at a glance. */
final class Best {
    private final int limit;
    private final PriorityQueue<Candidate> worstFirst = new PriorityQueue<>();

    Best(int limit) {
        this.limit = limit;
    }

    /**
     * A candidate; those of equal worth are ordered by their ids.
     *
     * @param worth what they are ordered by
     * @param coverage how much of the question it covers: with it, and with the weight, the worth never falls
     */
    record Candidate(Match match, double worth, double coverage, double weight) implements Comparable<Candidate> {
        @Override
        public int compareTo(Candidate other) {
            int byWorth = Double.compare(worth, other.worth);
            return byWorth != 0
                    ? byWorth
                    : other.match.heuristic().id().compareTo(match.heuristic().id());
        }
    }

    /** Whether a candidate that covers so much and weighs so much could be among them. */
    boolean mayTake(double coverage, double weight) {
        if (worstFirst.size() < limit) {
            return true;
        }
        Candidate worst = worstFirst.element();
        return coverage >= worst.coverage || weight > worst.weight;
    }

    void offer(Candidate candidate) {
        if (worstFirst.size() < limit) {
            worstFirst.add(candidate);
        } else if (candidate.compareTo(worstFirst.element()) > 0) {
            worstFirst.remove();
            worstFirst.add(candidate);
        }
    }

    /** All that were kept, best first. */
    List<Match> inOrder() {
        List<Candidate> all = new ArrayList<>(worstFirst);
        all.sort(Collections.reverseOrder());
        return all.stream().map(Candidate::match).toList();
    }
}
