package org.autotrainer.domain.learning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known about the effect of one heuristic: what is believed, what was measured, and the status that follows.
 *
 * <p>Working state of the fold: it changes in place as outcomes come in. Read it only while its memory is not being changed.
 */
public final class Evidence {
    private static final int STORY = 12;
    private static final int TAGS = 8;
    private static final double SURE = .9;
    /** What is active stays so down to here: it does not flicker with each outcome. */
    private static final double STILL_SURE = .8;
    /** Most evidence has none: one empty map for all of them is at hand when a recall asks, and never put into. */
    private static final SortedMap<String, Ledger> NO_TAGS = new TreeMap<>();

    private static final SortedMap<String, Marks.Sums> NO_MARKS = new TreeMap<>();

    private double mean;
    private double variance = Tuning.EFFECT_VARIANCE;
    private double selfSum;
    private double selfCount;
    private double landmarkSum;
    private double landmarkCount;
    private double relevanceSum;
    private double chosen;
    private int shown;
    private int withheld;
    private Optional<Ledger> ledger = Optional.empty();
    private Optional<Detector> detector = Optional.empty();
    private SortedMap<String, Ledger> byTag = NO_TAGS;
    private SortedMap<String, Marks.Sums> marks = NO_MARKS;
    private Lifecycle derived = Lifecycle.CANDIDATE;
    private boolean harmed;
    private Standing standing = Standing.NONE;
    private List<StatusChange> story = List.of();

    /** The evidence on a heuristic of which nothing is known. */
    public Evidence() {}

    /** Where the heuristic stands in its life. */
    public Lifecycle status() {
        return switch (standing) {
            case PINNED -> Lifecycle.PINNED;
            case RETIRED -> Lifecycle.RETIRED;
            case QUARANTINED -> Lifecycle.QUARANTINED;
            case NONE, APPROVED -> derived;
        };
    }

    /** What a person or a rule decided. */
    public Standing standing() {
        return standing;
    }

    /** Decides above the evidence. */
    public void stand(Standing now, Instant at, String because) {
        Lifecycle before = status();
        standing = now;
        tell(before, at, because);
    }

    /** Gives it a second start: what was believed is doubted as at first, and it is no longer retired. */
    public void restore(Instant at, String because) {
        Lifecycle before = status();
        standing = Standing.NONE;
        mean = Math.max(mean, 0);
        variance = Tuning.EFFECT_VARIANCE;
        derived = chosen > 0 ? Lifecycle.TRIAL : Lifecycle.CANDIDATE;
        tell(before, at, because);
    }

    /** Whether it was retired because it is believed to harm, not only to be of no use. */
    public boolean isHarmful() {
        return harmed;
    }

    /** How many receipts show it. */
    public int shown() {
        return shown;
    }

    /** From how many receipts a coin kept it; control tasks are not counted. */
    public int withheld() {
        return withheld;
    }

    /** In how many judged attempts it was chosen, shown or withheld. */
    public int chosen() {
        return (int) chosen;
    }

    /** How many judged attempts showed it; {@link #answeredWithheld} for the others. */
    public int answeredShown() {
        return ledger.map(Ledger::in).orElse(0);
    }

    /** How many judged attempts had it withheld by its own coin. */
    public int answeredWithheld() {
        return ledger.map(Ledger::out).orElse(0);
    }

    /** The believed effect of the heuristic alone, without what support and marks add. */
    public double mean() {
        return mean;
    }

    /** How uncertain the belief is. */
    public double variance() {
        return variance;
    }

    /** How relevant it was, in the mean, where it was chosen; 0 when it never was. */
    public double meanRelevance() {
        return chosen > 0 ? relevanceSum / chosen : 0;
    }

    /** The measured effect; nothing until a coin has told something. */
    public Optional<Interval> measured() {
        return ledger.flatMap(Ledger::interval);
    }

    /** The measured effect by tag of the tasks, for the first eight tags that it met. */
    public SortedMap<String, Interval> measuredByTag() {
        SortedMap<String, Interval> found = new TreeMap<>();
        byTag.forEach((tag, one) -> one.interval().ifPresent(interval -> found.put(tag, interval)));
        return found;
    }

    /** The e-value against no effect. */
    public double eValue() {
        return ledger.map(Ledger::eValue).orElse(0.0);
    }

    /** The sum of its self-relevance, and of how many suggestions. */
    public double selfSum() {
        return selfSum;
    }

    /** How many suggestions its self-relevance was seen at. */
    public double selfCount() {
        return selfCount;
    }

    /** Its changes of status, oldest first; the last twelve. */
    public List<StatusChange> story() {
        return story;
    }

    /** Notes how well its terms covered a task that it was suggested for again. */
    public void suggestedAgain(double coverage) {
        selfSum += coverage;
        selfCount++;
    }

    /** Counts a receipt that chose it. */
    public void handedOut(boolean kept, Instant at) {
        if (kept) {
            shown++;
        } else {
            withheld++;
        }
        if (derived == Lifecycle.CANDIDATE) {
            Lifecycle before = status();
            derived = Lifecycle.TRIAL;
            tell(before, at, "chosen for a task for the first time");
        }
    }

    double landmarkSum() {
        return landmarkSum;
    }

    double landmarkCount() {
        return landmarkCount;
    }

    void landmark(double weight, double residual) {
        landmarkSum += weight * residual;
        landmarkCount += weight;
    }

    SortedMap<String, Marks.Sums> marks() {
        return marks;
    }

    /** The marks, to add some. */
    SortedMap<String, Marks.Sums> moreMarks() {
        if (marks == NO_MARKS) {
            marks = new TreeMap<>();
        }
        return marks;
    }

    private void measureByTag(String tag, Ledger ledger) {
        if (byTag == NO_TAGS) {
            byTag = new TreeMap<>();
        }
        byTag.put(tag, ledger);
    }

    Ledger ledger() {
        if (ledger.isEmpty()) {
            ledger = Optional.of(new Ledger());
        }
        return ledger.get();
    }

    /** Takes a judged attempt into the randomised ledgers. */
    void measure(double relevance, boolean kept, double coin, double residual, double guess, List<String> tags) {
        ledger().add(kept, coin, residual, guess);
        for (String tag : tags) {
            Ledger known = byTag.get(tag);
            if (known == null && byTag.size() < TAGS) {
                known = Ledger.withoutBets();
                measureByTag(tag, known);
            }
            if (known != null) {
                known.add(kept, coin, residual, guess);
            }
        }
        chosen++;
        relevanceSum += relevance;
    }

    void grow() {
        variance = Math.min(1.5 * Tuning.EFFECT_VARIANCE, variance + Tuning.HEURISTIC_GROWTH);
    }

    void step(double relevance, double gain, double noise) {
        double share = relevance * variance;
        mean += share * gain;
        variance -= share * share / noise;
    }

    /** Takes in how far the outcome was from its prediction where it was shown; says whether outcomes have dropped. */
    boolean drops(double error) {
        if (detector.isEmpty()) {
            detector = Optional.of(new Detector());
        }
        if (detector.get().add(error) >= 0) {
            return false;
        }
        variance = Math.max(variance, .5 * Tuning.EFFECT_VARIANCE);
        ledger().fade();
        return true;
    }

    /** What the coins have proven, given what is believed. */
    Verdict verdict(double belief) {
        if (ledger.isEmpty() || ledger.get().eValue() < Tuning.PROOF) {
            return Verdict.UNKNOWN;
        }
        boolean up = ledger.get().isUp();
        return up && belief > 0 ? Verdict.HELPS : !up && belief < 0 ? Verdict.HARMS : Verdict.UNKNOWN;
    }

    /** Derives the status anew from the evidence. */
    void stage(double belief, Instant at, java.util.function.Supplier<String> because) {
        Lifecycle before = status();
        double sd = StrictMath.sqrt(variance);
        Verdict verdict = verdict(belief);
        boolean worthless = chosen >= Tuning.TRIED && belief <= Tuning.COST - 1.96 * Math.min(sd, Tuning.EXPLORATION);
        if (verdict == Verdict.HARMS || worthless) {
            harmed = verdict == Verdict.HARMS || Tuning.normal(-belief / sd) > .975;
            derived = Lifecycle.RETIRED;
        } else {
            harmed = false;
            double sure = derived == Lifecycle.ACTIVE ? STILL_SURE : SURE;
            derived = verdict == Verdict.HELPS || Tuning.normal(belief / sd) > sure
                    ? Lifecycle.ACTIVE
                    : shown + withheld > 0 ? Lifecycle.TRIAL : Lifecycle.CANDIDATE;
        }
        if (before != status()) {
            tell(before, at, because.get());
        }
    }

    private void tell(Lifecycle before, Instant at, String because) {
        Lifecycle now = status();
        if (before == now) {
            return;
        }
        List<StatusChange> longer = new ArrayList<>(story.size() < STORY ? story : story.subList(1, STORY));
        longer.add(new StatusChange(at, before, now, because));
        story = List.copyOf(longer);
    }

    /** All numbers, in a fixed order; with {@link #markCritics}, {@link #tags} and the story they are all that it is. */
    public double[] numbers() {
        Numbers to = new Numbers();
        to.add(mean).add(variance).add(selfSum).add(selfCount).add(landmarkSum).add(landmarkCount);
        to.add(relevanceSum).add(chosen).add(shown).add(withheld);
        to.add(derived.number()).add(harmed ? 1 : 0).add(standing.number());
        to.add(ledger.isPresent() ? 1 : 0).add(detector.isPresent() ? 1 : 0);
        ledger.ifPresent(one -> one.write(to));
        detector.ifPresent(one -> one.write(to));
        byTag.values().forEach(one -> one.write(to));
        marks.values().forEach(sums -> sums.write(to));
        return to.toArray();
    }

    /** The tags of the ledgers by tag, in the order of their numbers. */
    public List<String> tags() {
        return List.copyOf(byTag.keySet());
    }

    /** The critics whose marks it has, in the order of their numbers. */
    public List<String> markCritics() {
        return List.copyOf(marks.keySet());
    }

    /**
     * Evidence as a store kept it.
     *
     * @throws IllegalArgumentException if there are not as many numbers as there must be
     */
    public static Evidence restored(
            double[] numbers, List<String> tags, List<String> markCritics, List<StatusChange> story) {
        Numbers from = new Numbers(numbers);
        Evidence evidence = new Evidence();
        evidence.mean = from.next();
        evidence.variance = from.next();
        evidence.selfSum = from.next();
        evidence.selfCount = from.next();
        evidence.landmarkSum = from.next();
        evidence.landmarkCount = from.next();
        evidence.relevanceSum = from.next();
        evidence.chosen = from.next();
        evidence.shown = (int) from.next();
        evidence.withheld = (int) from.next();
        evidence.derived = Lifecycle.of((int) from.next());
        evidence.harmed = from.next() == 1;
        evidence.standing = Standing.of((int) from.next());
        boolean hasLedger = from.next() == 1;
        boolean hasDetector = from.next() == 1;
        evidence.ledger = hasLedger ? Optional.of(Ledger.read(from, true)) : Optional.empty();
        evidence.detector = hasDetector ? Optional.of(Detector.read(from)) : Optional.empty();
        tags.forEach(tag -> evidence.measureByTag(tag, Ledger.read(from, false)));
        markCritics.forEach(critic -> evidence.moreMarks().put(critic, Marks.Sums.read(from)));
        if (from.hasNext()) {
            throw new IllegalArgumentException("evidence has " + numbers.length
                    + " numbers, more than its tags and critics need: rebuild the store");
        }
        evidence.story = List.copyOf(story);
        return evidence;
    }
}
