package org.autotrainer.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.autotrainer.application.memory.Memories;
import org.autotrainer.application.memory.Recorder;
import org.autotrainer.application.memory.Resident;
import org.autotrainer.application.memory.Rows;
import org.autotrainer.application.memory.Writing;
import org.autotrainer.application.port.Row;
import org.autotrainer.application.port.Snapshot;
import org.autotrainer.application.port.Table;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Missing;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.application.wire.Page;
import org.autotrainer.application.wire.SuggestionBody;
import org.autotrainer.domain.evaluation.CleanText;
import org.autotrainer.domain.evaluation.Identity;
import org.autotrainer.domain.evaluation.Limits;
import org.autotrainer.domain.journal.Decided;
import org.autotrainer.domain.journal.Decided.Decision;
import org.autotrainer.domain.memory.HeuristicKey;
import org.autotrainer.domain.memory.Status;
import org.autotrainer.domain.memory.Suggested;
import org.autotrainer.domain.training.HeuristicUpdate;
import org.autotrainer.domain.training.Kind;
import org.autotrainer.domain.training.TrainingSuggestion;

/**
 * Lists training suggestions and lets a person decide on them.
 *
 * <p>Those that were not applied at once come first, in the order in which they were made; then the heuristic updates that
 * are in force, in the order in which they were set.
 */
public final class ReviewSuggestions {
    private static final String WAITING = "s:";
    private static final String IN_FORCE = "k:";

    private final Memories memories;
    private final Recorder recorder;

    ReviewSuggestions(Memories memories, Recorder recorder) {
        this.memories = memories;
        this.recorder = recorder;
    }

    /** A suggestion as it stands now. */
    private record Standing(String id, TrainingSuggestion suggestion, Status status) {
        SuggestionBody body() {
            return SuggestionBody.of(id, suggestion, status);
        }
    }

    /**
     * Lists suggestions.
     *
     * @param status {@code pending}, {@code applied} or {@code dismissed}; empty for all
     * @param kind a kind's word; empty for all
     * @param cursor {@code next} of the page before; empty for the first
     * @param limit 1 to 500
     * @throws IllegalArgumentException if one of them is not allowed
     */
    public Page<SuggestionBody> list(String agent, String status, String kind, String cursor, int limit) {
        Paging.check(limit);
        Optional<Status> wanted = status.isEmpty() ? Optional.empty() : Optional.of(Status.of(status));
        Optional<Kind> ofKind = kind.isEmpty() ? Optional.empty() : Optional.of(Kind.of(kind));
        Cursor cursors = new Cursor("suggestions", agent, status, kind);
        String place = cursors.place(cursor);
        return memories.readTables(agent, (snapshot, memory) -> {
            Listing listing = new Listing(agent, snapshot, memory, limit);
            if (!place.startsWith(IN_FORCE)) {
                listing.waiting(after(place, WAITING), ofKind, wanted);
            }
            boolean heuristics = ofKind.orElse(Kind.HEURISTIC_UPDATE) == Kind.HEURISTIC_UPDATE;
            if (heuristics && wanted.orElse(Status.APPLIED) == Status.APPLIED) {
                listing.inForce(place.startsWith(IN_FORCE) ? after(place, IN_FORCE) : "");
            }
            return listing.page(cursors);
        });
    }

    /**
     * Carries a suggestion out: sets the heuristic, or includes the task in data sets.
     *
     * @throws AutoTrainerException {@link Problem#NOT_FOUND} if there is none; {@link Problem#CONFLICT} if its kind cannot be
     *     applied
     */
    public SuggestionBody apply(String agent, String id) {
        return decide(agent, id, Decision.APPLIED);
    }

    /**
     * Dismisses a suggestion, now and whenever it is made again: a dismissed target is left out of data sets.
     *
     * @throws AutoTrainerException {@link Problem#NOT_FOUND} if there is none; {@link Problem#CONFLICT} if it is in force
     */
    public SuggestionBody dismiss(String agent, String id) {
        return decide(agent, id, Decision.DISMISSED);
    }

    /**
     * Shows one suggestion.
     *
     * @throws AutoTrainerException {@link Problem#NOT_FOUND} if there is none
     */
    public SuggestionBody show(String agent, String id) {
        return memories.readTables(
                agent, (snapshot, memory) -> find(agent, id, snapshot, memory).body());
    }

    private SuggestionBody decide(String agent, String id, Decision decision) {
        CleanText.required("agent", agent, Limits.AGENT);
        return memories.write(Set.of(agent), writing -> {
            Resident memory = writing.withTables(agent);
            Standing standing = find(agent, id, writing.transaction(), memory);
            recorder.check(standing::body);
            Standing decided = decide(standing, decision, writing, memory);
            return recorder.answered(writing, agent, decided.body());
        });
    }

    private Standing decide(Standing standing, Decision decision, Writing writing, Resident memory) {
        Status status = decision == Decision.APPLIED ? Status.APPLIED : Status.DISMISSED;
        if (standing.status() == status) {
            return standing;
        }
        Kind kind = standing.suggestion().kind();
        if (kind != Kind.HEURISTIC_UPDATE && kind != Kind.FINE_TUNE_DATASET) {
            throw new AutoTrainerException(
                    Problem.CONFLICT, "a suggestion of kind " + kind.word() + " cannot be decided on yet");
        }
        if (kind == Kind.HEURISTIC_UPDATE && standing.status() == Status.APPLIED) {
            throw new AutoTrainerException(
                    Problem.CONFLICT,
                    "suggestion " + standing.id() + " is in force as "
                            + standing.suggestion().key() + "; what is in force cannot be dismissed");
        }
        String fact = Identity.of("decision")
                .text(memory.memory().agent())
                .number(memory.position() + 1)
                .id();
        memory.append(writing.transaction(), new Decided(fact, standing.suggestion(), decision), recorder.now());
        return new Standing(standing.id(), standing.suggestion(), status);
    }

    private static Standing find(String agent, String id, Snapshot snapshot, Resident memory) {
        Optional<Row> row = snapshot.row(agent, Table.SUGGESTIONS, id);
        if (row.isPresent()) {
            Suggested suggested = Rows.suggested(row.get());
            return new Standing(id, suggested.suggestion(), status(agent, suggested, snapshot, memory));
        }
        AtomicReference<Standing> inForce = new AtomicReference<>();
        Paging.eachRow(snapshot, agent, Table.KEYS, keyRow -> {
            Standing standing = inForce(agent, Rows.key(keyRow));
            if (standing.id().equals(id)) {
                inForce.set(standing);
            }
        });
        return Optional.ofNullable(inForce.get())
                .orElseThrow(() -> new AutoTrainerException(
                        new Missing(Missing.Kind.SUGGESTION, agent), "agent " + agent + " has no suggestion " + id));
    }

    private static Status status(String agent, Suggested suggested, Snapshot snapshot, Resident memory) {
        Optional<Decision> decision = memory.memory().decision(suggested.id());
        if (decision.isPresent()) {
            return decision.get() == Decision.APPLIED ? Status.APPLIED : Status.DISMISSED;
        }
        boolean inForce = suggested.suggestion() instanceof HeuristicUpdate update
                && snapshot.row(agent, Table.KEYS, update.key())
                        .map(row -> Rows.key(row).text().equals(update.text()))
                        .orElse(false);
        return inForce ? Status.APPLIED : Status.PENDING;
    }

    private static Standing inForce(String agent, HeuristicKey key) {
        HeuristicUpdate update = new HeuristicUpdate(key.key(), key.text(), key.sourceTaskId(), key.reason());
        return new Standing(update.id(agent), update, Status.APPLIED);
    }

    private static String after(String place, String prefix) {
        return place.isEmpty() ? "" : place.substring(prefix.length());
    }

    /** Collects one page, and the place where the next begins. */
    private static final class Listing {
        private final String agent;
        private final Snapshot snapshot;
        private final Resident memory;
        private final int limit;
        private final List<SuggestionBody> items = new ArrayList<>();
        private String last = "";
        private boolean more;

        Listing(String agent, Snapshot snapshot, Resident memory, int limit) {
            this.agent = agent;
            this.snapshot = snapshot;
            this.memory = memory;
            this.limit = limit;
        }

        Page<SuggestionBody> page(Cursor cursors) {
            return Page.of(items, more ? Optional.of(cursors.at(last)) : Optional.empty());
        }

        void waiting(String start, Optional<Kind> kind, Optional<Status> wanted) {
            String after = start;
            while (!more) {
                List<Row> rows = snapshot.rows(agent, Table.SUGGESTIONS, after, Paging.MAX);
                if (rows.isEmpty()) {
                    return;
                }
                for (Row row : rows) {
                    after = row.order();
                    if (kind.isEmpty() || kind.get() == Rows.kind(row)) {
                        Suggested suggested = Rows.suggested(row);
                        Status status = status(agent, suggested, snapshot, memory);
                        boolean twice = status == Status.APPLIED && Rows.kind(row) == Kind.HEURISTIC_UPDATE;
                        if (!twice && (wanted.isEmpty() || wanted.get() == status)) {
                            add(new Standing(suggested.id(), suggested.suggestion(), status), WAITING + after);
                        }
                    }
                }
            }
        }

        void inForce(String start) {
            String after = start;
            while (!more) {
                List<Row> rows = snapshot.rows(agent, Table.KEYS, after, Paging.MAX);
                if (rows.isEmpty()) {
                    return;
                }
                for (Row row : rows) {
                    after = row.order();
                    HeuristicKey key = Rows.key(row);
                    if (!key.reason().isEmpty()) {
                        add(ReviewSuggestions.inForce(agent, key), IN_FORCE + after);
                    }
                }
            }
        }

        private void add(Standing standing, String place) {
            if (items.size() < limit) {
                items.add(standing.body());
                last = place;
            } else {
                more = true;
            }
        }
    }
}
