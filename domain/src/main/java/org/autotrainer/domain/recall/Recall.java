package org.autotrainer.domain.recall;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.autotrainer.domain.evaluation.Context;
import org.autotrainer.domain.journal.Receipt;
import org.autotrainer.domain.learning.Chance;
import org.autotrainer.domain.learning.Chance.Purpose;
import org.autotrainer.domain.learning.Evidence;
import org.autotrainer.domain.learning.Learner;
import org.autotrainer.domain.learning.Lifecycle;
import org.autotrainer.domain.learning.Trial;
import org.autotrainer.domain.learning.Tuning;
import org.autotrainer.domain.learning.Verdict;
import org.autotrainer.domain.memory.AgentMemory;
import org.autotrainer.domain.memory.ContextTerms;
import org.autotrainer.domain.memory.Heuristic;
import org.autotrainer.domain.memory.Heuristics;
import org.autotrainer.domain.relevance.Found;
import org.autotrainer.domain.relevance.Neighbourhood;
import org.autotrainer.domain.relevance.Query;
import org.autotrainer.domain.relevance.TermIndex;
import org.autotrainer.domain.text.Wording;

/**
 * Chooses the heuristics that are worth their tokens for a task, and withholds some of them by a known coin to learn what they do.
 *
 * <p>A function of the memory and the question: asked again it answers the same. It changes nothing; several threads may ask at
 * once, while nobody changes the memory.
 */
public final class Recall {
    private static final int TERMS_TOLD = 5;
    private static final double UNPROVEN_COIN = 0.10;
    private static final double COIN = 0.05;
    private static final double REVIVED = 0.002;
    /** Where nothing is left to chance, what was hardly tried is taken to be just worth a place. */
    private static final double BENEFIT_OF_DOUBT = 0.005;

    private final Heuristics heuristics;
    private final Learner learner;
    private final Question question;
    private final Query query;

    private Recall(AgentMemory memory, Question question) {
        this.question = question;
        heuristics = memory.heuristics();
        learner = memory.learner();
        query = heuristics.index().query(terms(question.context()));
    }

    /** What would be recalled for a context, with nothing withheld and nothing tried out. */
    public static Playbook look(AgentMemory memory, Context context, int budget) {
        return of(memory, Question.about(context, budget));
    }

    /** What is recalled for a question. */
    public static Playbook of(AgentMemory memory, Question question) {
        return new Recall(memory, question).playbook();
    }

    /** The heuristics of a receipt once more, for a question that was answered before: what it showed then, as it reads now. */
    public static Playbook again(AgentMemory memory, Question question, Receipt receipt) {
        return new Recall(memory, question).again(receipt);
    }

    /** What the context is about: most advice says no to something, and is not about the task for that. */
    static Collection<String> terms(Context context) {
        if (context.isEmpty()) {
            return List.of();
        }
        Set<String> terms = ContextTerms.weighted(context, List.of()).keySet();
        terms.removeIf(Wording::isNegation);
        return terms;
    }

    /** A heuristic that may be chosen, with what it is worth on this task. */
    private record Candidate(int number, Heuristic heuristic, double relevance, boolean pinned, double worth)
            implements Comparable<Candidate> {
        /** The pinned first, then those that are worth most. */
        @Override
        public int compareTo(Candidate other) {
            if (pinned != other.pinned) {
                return pinned ? -1 : 1;
            }
            int byWorth = Double.compare(other.worth, worth);
            return byWorth != 0 ? byWorth : heuristic.id().compareTo(other.heuristic.id());
        }
    }

    private Playbook playbook() {
        Found found = question.context().isEmpty()
                ? heuristics.index().mostSupported()
                : heuristics.index().search(query, learner.typicalCoverage());
        boolean control = question.chance()
                .filter(chance -> chance.uniform(Purpose.CONTROL, 0) < Tuning.CONTROL)
                .isPresent();
        Packing packing = new Packing(question, fence());
        List<Pick> picks = new ArrayList<>();
        for (Candidate candidate : chosen(candidates(found), packing)) {
            double coin = question.chance().isPresent() ? coin(candidate) : 0;
            boolean kept = !control
                    && question.chance()
                            .filter(chance -> chance.uniform(Purpose.COIN, heuristics.item(candidate.number)) < coin)
                            .isEmpty();
            picks.add(pick(candidate.number, candidate.relevance, coin, kept));
        }
        List<Receipt.Landmark> landmarks = new ArrayList<>();
        for (Found.Near near : found.nearest()) {
            double closeness = near.closeness();
            landmarks.add(
                    new Receipt.Landmark(heuristics.get(near.document()).id(), closeness * closeness * closeness));
        }
        return packed(picks, control, landmarks, choices(), packing);
    }

    private Playbook again(Receipt receipt) {
        List<Pick> picks = new ArrayList<>();
        for (Receipt.Chosen chosen : receipt.chosen()) {
            int number = heuristics.find(chosen.heuristic());
            if (number >= 0) {
                picks.add(pick(number, chosen.relevance(), chosen.coin(), chosen.kept()));
            }
        }
        return packed(picks, receipt.control(), receipt.landmarks(), receipt.choices(), new Packing(question, fence()));
    }

    private Playbook packed(
            List<Pick> picks,
            boolean control,
            List<Receipt.Landmark> landmarks,
            List<Trial.Choice> choices,
            Packing packing) {
        List<Pick> shown = picks.stream().filter(Pick::kept).toList();
        String block = packing.block(shown);
        return new Playbook(
                picks, question.chance().isPresent(), control, landmarks, choices, block, packing.tokens(shown, block));
    }

    private Pick pick(int number, double relevance, double coin, boolean kept) {
        return new Pick(
                number,
                heuristics.get(number),
                relevance,
                coin,
                kept,
                heuristics.index().shared(query, number, TERMS_TOLD));
    }

    private Fence fence() {
        long nonce = question.chance()
                .orElseGet(() -> new Chance(query.terms().hashCode()))
                .bits(Purpose.NONCE);
        String digits = Long.toHexString(nonce);
        return Fence.of("0".repeat(16 - digits.length()) + digits);
    }

    private List<Candidate> candidates(Found found) {
        Neighbourhood neighbourhood =
                heuristics.index().neighbourhood(query, found.nearest(), learner.typicalCoverage(), heuristics);
        List<Candidate> candidates = new ArrayList<>();
        for (Found.Hit hit : found.hits()) {
            int number = hit.document();
            Evidence evidence = heuristics.evidence(number);
            Lifecycle status = evidence.status();
            boolean pinned = status == Lifecycle.PINNED;
            double hope = pinned ? 1 : status == Lifecycle.QUARANTINED ? 0 : hope(number, evidence);
            if (hope > Tuning.COST) {
                double relevance = pinned ? hit.relevance() : neighbourhood.relevance(hit);
                if (relevance >= TermIndex.LEAST_RELEVANCE) {
                    candidates.add(new Candidate(number, heuristics.get(number), relevance, pinned, hope * relevance));
                }
            }
        }
        neighbourhood.letGo();
        Collections.sort(candidates);
        return candidates;
    }

    /** What a heuristic may be worth: its belief, moved a little by chance so that others get their turn too. */
    private double hope(int number, Evidence evidence) {
        double belief = learner.belief(evidence, Tuning.doublings(heuristics.suggested(number)));
        Optional<Chance> chance = question.chance();
        boolean retired = evidence.status() == Lifecycle.RETIRED;
        boolean byPerson = retired
                && evidence.standing() != org.autotrainer.domain.learning.Standing.NONE
                && evidence.standing() != org.autotrainer.domain.learning.Standing.APPROVED;
        if (byPerson || (retired && chance.isEmpty())) {
            return 0;
        }
        if (chance.isEmpty()) {
            return belief + (learner.isUntried(evidence) ? BENEFIT_OF_DOUBT : 0);
        }
        long item = heuristics.item(number);
        if (retired && (belief <= Tuning.COST || learner.verdict(evidence, 0) == Verdict.HARMS)) {
            return chance.get().uniform(Purpose.REVIVAL, item) < Tuning.REVIVAL
                    ? Tuning.COST + REVIVED * Math.abs(chance.get().normal(Purpose.EXPLORATION, item))
                    : 0;
        }
        if (belief <= Tuning.COST && chance.get().isSurelyBelowZero(Purpose.EXPLORATION, item)) {
            return belief; // and that less some chance, which is as little worth a place
        }
        return belief + learner.curiosity(evidence) * chance.get().normal(Purpose.EXPLORATION, item);
    }

    /** Takes candidates in order while the budget holds, none like one that was taken, and untried ones only in part of it. */
    private List<Candidate> chosen(List<Candidate> candidates, Packing packing) {
        List<Candidate> chosen = new ArrayList<>();
        List<Wording> wordings = new ArrayList<>();
        long untriedTokens = 0;
        for (Candidate candidate : candidates) {
            int plain = heuristics.plainLength(candidate.number);
            int alone = packing.alone(candidate.heuristic, plain);
            boolean untried = !candidate.pinned && learner.isUntried(heuristics.evidence(candidate.number));
            double room = Math.max(Tuning.UNTRIED_SHARE * question.budget(), (double) Tuning.UNTRIED_PLACES * alone);
            boolean crowded = untried && untriedTokens + alone > room;
            if (crowded || !packing.fits(candidate.heuristic, plain, alone) || isForeignTwice(chosen, candidate)) {
                continue;
            }
            Wording wording = heuristics.wording(candidate.number);
            if (isLikeOneOf(wordings, wording)) {
                continue;
            }
            packing.take(candidate.heuristic, plain, alone);
            wordings.add(wording);
            untriedTokens += untried ? alone : 0;
            chosen.add(candidate);
        }
        return chosen;
    }

    /** One in five from each source that is not trusted. */
    private static boolean isForeignTwice(List<Candidate> chosen, Candidate candidate) {
        if (!candidate.heuristic.isForeign()) {
            return false;
        }
        long same = chosen.stream()
                .map(Candidate::heuristic)
                .filter(Heuristic::isForeign)
                .filter(other -> !Collections.disjoint(
                        other.strangers().keySet(),
                        candidate.heuristic.strangers().keySet()))
                .count();
        return same > chosen.size() / 5;
    }

    private static boolean isLikeOneOf(List<Wording> chosen, Wording wording) {
        for (Wording other : chosen) {
            if (other.isLike(wording, Tuning.ALIKE)) {
                return true;
            }
        }
        return false;
    }

    private double coin(Candidate candidate) {
        Evidence evidence = heuristics.evidence(candidate.number);
        double doublings = Tuning.doublings(candidate.heuristic.suggested());
        return switch (evidence.status()) {
            case PINNED -> 0;
            case ACTIVE -> learner.verdict(evidence, doublings) == Verdict.HELPS ? COIN : UNPROVEN_COIN;
            case CANDIDATE, TRIAL, RETIRED, QUARANTINED -> COIN;
        };
    }

    private List<Trial.Choice> choices() {
        List<Trial.Choice> choices = new ArrayList<>();
        boolean explore = question.chance().isPresent();
        Chance chance = question.chance().orElse(new Chance(0));
        question.choices().forEach(space -> choices.add(learner.choose(space, chance, explore)));
        return choices;
    }
}
