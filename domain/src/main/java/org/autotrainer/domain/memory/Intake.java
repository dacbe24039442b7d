package org.autotrainer.domain.memory;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.autotrainer.domain.journal.Source;
import org.autotrainer.domain.learning.Evidence;
import org.autotrainer.domain.learning.Standing;
import org.autotrainer.domain.training.HeuristicUpdate;
import org.autotrainer.domain.trust.Flag;
import org.autotrainer.domain.trust.Flags;
import org.autotrainer.domain.trust.Quarantine;

/**
 * How advice comes into memory: under its key, grouped with what says the same in other words, and held back where its text or
 * its source asks for a person's look. Working state of the fold.
 */
final class Intake {
    private static final int ENOUGH_CRITICS = 2;
    private static final int ENOUGH_TASKS = 3;

    private final Heuristics heuristics;
    private final Learned learned;

    Intake(Heuristics heuristics, Learned learned) {
        this.heuristics = heuristics;
        this.learned = learned;
    }

    /** What becomes of a heuristic, with its number, or a number below 0 when it is new. */
    interface Change {
        /** Nothing but the key that it is set under. */
        Change NONE = (number, heuristic) -> heuristic;

        Heuristic of(int number, Heuristic before);
    }

    /**
     * The place of a key among all that were set.
     *
     * @param position of the fact that sets it
     * @param ordinal which of that fact's suggestions it is
     * @param at when
     */
    record Place(long position, int ordinal, Instant at) {}

    /**
     * A heuristic that was set, and what that did to it.
     *
     * @param held whether it is held back until a person approves it
     */
    record Landed(String heuristic, Proposed.Effect effect, boolean held) {
        /** Nothing was set. */
        static final Landed NOWHERE = new Landed("", Proposed.Effect.NONE, false);
    }

    /**
     * Sets a key, founding its heuristic where nothing says the same yet.
     *
     * @param id of the heuristic that the text founds; empty for a blank text, which sets its key alone
     */
    Landed set(HeuristicUpdate update, String id, Source source, Place place, Change change) {
        Landed landed = id.isEmpty() ? Landed.NOWHERE : land(update, id, source, place.at(), change);
        learned.key(new HeuristicKey(
                update.key(),
                update.text(),
                landed.heuristic(),
                update.sourceTaskId(),
                update.reason(),
                place.position(),
                place.ordinal()));
        return landed;
    }

    private Landed land(HeuristicUpdate update, String id, Source source, Instant at, Change change) {
        int known = number(id, update.text(), source.isTrusted());
        Heuristic before = known < 0 ? Heuristic.founded(id, update.text()) : heuristics.get(known);
        Heuristic after = change.of(known, before).setUnder(update.key(), at);
        int number = known < 0 ? heuristics.add(after, new Evidence()) : known;
        if (known < 0) {
            hold(number, after, source, at);
        } else {
            heuristics.put(known, after);
            corroborate(known, after, at);
        }
        learned.heuristic(after);
        boolean moreTasks = after.support().tasks() > before.support().tasks();
        return new Landed(
                after.id(),
                known < 0 ? Proposed.Effect.FOUNDED : moreTasks ? Proposed.Effect.REINFORCED : Proposed.Effect.NONE,
                heuristics.evidence(number).standing() == Standing.QUARANTINED);
    }

    /** The heuristic of a text: the one with its normal form, or one that says the same in other words. */
    private int number(String id, String text, boolean trusted) {
        int known = heuristics.find(id);
        if (known >= 0) {
            return known;
        }
        int home = heuristics.home(id, text, trusted);
        if (home >= 0) {
            heuristics.join(id, home);
            learned.member(id, heuristics.get(home).id(), text);
        }
        return home;
    }

    /** Whether a source below trusted has brought as many heuristics as it may that nobody else suggested. */
    boolean isTooMuch(String heuristic, Source source) {
        return !source.isTrusted()
                && !heuristic.isEmpty()
                && heuristics.find(heuristic) < 0
                && heuristics.foreign(source.name()) >= AgentMemory.MOST_FOREIGN;
    }

    /** Holds back a heuristic whose text or source asks for a person's look. */
    private void hold(int number, Heuristic heuristic, Source source, Instant at) {
        Set<Flag> flags = Flags.of(heuristic.text());
        if (Quarantine.holds(source.trust(), flags)) {
            String why = source.isTrusted()
                    ? flags.stream().map(Flag::word).collect(Collectors.joining(", "))
                    : source.trust().word() + " source " + source.name();
            heuristics.evidence(number).stand(Standing.QUARANTINED, at, "held back: " + why);
            learned.evidence(heuristic.id());
        }
    }

    /** Lets a heuristic in that was held back, once enough trusted critics have said the same in enough tasks. */
    private void corroborate(int number, Heuristic heuristic, Instant at) {
        Evidence evidence = heuristics.evidence(number);
        int critics = heuristic.critics().size();
        int tasks = heuristic.support().tasks();
        if (evidence.standing() == Standing.QUARANTINED && critics >= ENOUGH_CRITICS && tasks >= ENOUGH_TASKS) {
            evidence.stand(
                    Standing.APPROVED, at, "suggested by " + critics + " trusted critics in " + tasks + " tasks");
            learned.evidence(heuristic.id());
        }
    }
}
