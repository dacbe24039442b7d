package org.autotrainer.domain.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.autotrainer.domain.journal.Decided.Decision;
import org.autotrainer.domain.journal.Source;
import org.autotrainer.domain.training.HeuristicUpdate;
import org.autotrainer.domain.training.TrainingSuggestion;

/** The suggestions that one fact makes, with what becomes of each: applied, kept for a person, or only told. */
final class Proposals {
    private final Intake intake;
    private final Learned learned;
    private final Map<String, Decision> decisions;
    private final Settings settings;
    private final long position;
    private final Instant at;
    private final boolean apply;
    private final List<Proposed> proposed = new ArrayList<>();

    /**
     * No suggestion yet.
     *
     * @param decisions what a person decided before, by suggestion id
     * @param position of the fact
     * @param at when
     * @param apply whether heuristic updates are applied, or only suggested
     */
    Proposals(
            Intake intake,
            Learned learned,
            Map<String, Decision> decisions,
            Settings settings,
            long position,
            Instant at,
            boolean apply) {
        this.intake = intake;
        this.learned = learned;
        this.decisions = decisions;
        this.settings = settings;
        this.position = position;
        this.at = at;
        this.apply = apply;
    }

    /** What the fact led to; {@code lessons} are the positions of those that it was trained on. */
    Answer answer(List<Long> lessons, Optional<Credit> credit) {
        return new Answer(proposed, lessons, credit);
    }

    /** Proposes one suggestion; if it is applied, {@code change} is what becomes of its heuristic. */
    void add(Prepared.Piece piece, Source source, Intake.Change change) {
        TrainingSuggestion suggestion = piece.suggestion();
        Status status = status(piece, source);
        Intake.Landed landed = Intake.Landed.NOWHERE;
        if (status == Status.APPLIED && suggestion instanceof HeuristicUpdate update) {
            Intake.Place place = new Intake.Place(position, proposed.size(), at);
            landed = intake.set(update, piece.heuristic(), source, place, change);
            status = landed.held() ? Status.QUARANTINED : status;
        }
        boolean isKept = status == Status.PENDING || !(suggestion instanceof HeuristicUpdate);
        if (isKept && status != Status.OBSERVED) {
            learned.suggested(new Suggested(piece.id(), suggestion, position, proposed.size()));
        }
        proposed.add(new Proposed(piece.id(), suggestion, status, landed.effect(), landed.heuristic()));
    }

    private Status status(Prepared.Piece piece, Source source) {
        TrainingSuggestion suggestion = piece.suggestion();
        Decision decision = decisions.get(piece.id());
        Setting.Mode mode = settings.mode(suggestion.kind());
        if (decision == Decision.DISMISSED) {
            return Status.DISMISSED;
        }
        if (mode == Setting.Mode.OBSERVE || intake.isTooMuch(piece.heuristic(), source)) {
            return Status.OBSERVED;
        }
        boolean applied = suggestion instanceof HeuristicUpdate
                ? apply && mode == Setting.Mode.AUTO
                : decision == Decision.APPLIED;
        return applied ? Status.APPLIED : Status.PENDING;
    }
}
