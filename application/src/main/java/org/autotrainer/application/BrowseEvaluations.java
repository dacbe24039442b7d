package org.autotrainer.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.autotrainer.application.memory.Amendments;
import org.autotrainer.application.memory.Memories;
import org.autotrainer.application.port.Entry;
import org.autotrainer.application.port.Snapshot;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Missing;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.application.wire.EvaluationBody;
import org.autotrainer.application.wire.Page;
import org.autotrainer.application.wire.SuggestionBody;
import org.autotrainer.domain.evaluation.CleanText;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.evaluation.Limits;
import org.autotrainer.domain.evaluation.Outcome;
import org.autotrainer.domain.journal.Evaluated;
import org.autotrainer.domain.journal.FactKind;
import org.autotrainer.domain.memory.Credit;

/** Lists the evaluations that were recorded, and shows one with what it taught. */
public final class BrowseEvaluations {
    /** In so many facts at a time evaluations are looked for. */
    static final int MOST_FACTS = 20_000;

    private static final int FACTS_AT_ONCE = 200;
    private static final int MOST_NAMED = 3;

    private final Memories memories;

    BrowseEvaluations(Memories memories) {
        this.memories = memories;
    }

    /**
     * Which evaluations are listed: those that fit all that is said; empty text says nothing.
     *
     * @param taskId the task
     * @param critic the id of who judged
     * @param run the run
     * @param success {@code true} or {@code false}: what was measured; of an error that cannot be said
     * @param outcome {@code measured} or {@code error}
     */
    public record Filter(String taskId, String critic, String run, String success, String outcome) {
        /** All evaluations. */
        public static final Filter NONE = new Filter("", "", "", "", "");

        /**
         * Checks each part.
         *
         * @throws InvalidValueException if one is not allowed
         */
        public Filter {
            CleanText.name("task_id", taskId, Limits.TASK_ID);
            CleanText.name("critic", critic, Limits.NAME);
            CleanText.name("run", run, Limits.NAME);
            if (!List.of("", "true", "false").contains(success)) {
                throw new InvalidValueException("success is \"" + success + "\"; allowed are true and false");
            }
            if (!outcome.isEmpty()) {
                Outcome.of(outcome);
            }
        }

        private boolean has(Evaluation evaluation) {
            return fits(taskId, evaluation.attempt().taskId())
                    && fits(critic, evaluation.critic().id())
                    && fits(run, evaluation.attempt().run())
                    && fits(outcome, evaluation.outcome().word())
                    && (success.isEmpty()
                            || (evaluation.isMeasured() && success.equals(Boolean.toString(evaluation.success()))));
        }

        private static boolean fits(String wanted, String found) {
            return wanted.isEmpty() || wanted.equals(found);
        }
    }

    /**
     * An evaluation, in short.
     *
     * @param revision its version, 0 for the first
     * @param run absent when it belongs to none
     * @param critic absent when none was named
     * @param suggested how many suggestions it brings
     * @param receipt the receipt that it quotes; absent for none
     * @param occurredAt when it happened; absent when that was not said
     * @param position the place in the journal of the fact that recorded this version
     * @param recordedAt when this version was recorded
     * @param retracted whether it no longer counts
     */
    public record Item(
            String id,
            int revision,
            String run,
            String taskId,
            int attempt,
            EvaluationBody.CriticBody critic,
            boolean success,
            double score,
            String outcome,
            int suggested,
            String receipt,
            String occurredAt,
            long position,
            String recordedAt,
            boolean retracted) {}

    /** An item with the place by which it is ordered: that of the original, for a corrected one. */
    private record Placed(long place, Item item) {}

    /**
     * Lists evaluations, the newest first, those included that no longer count. A corrected one is listed once, as it is now, in the
     * place of the original.
     *
     * <p>They are looked for in 20,000 facts at a time: a page that has fewer of them than asked for, or none, may not be the last.
     *
     * @param cursor {@code next} of the page before; empty for the newest
     * @param limit 1 to 500
     * @throws InvalidValueException if the limit or the cursor is not one
     */
    public Page<Item> list(String agent, Filter filter, String cursor, int limit) {
        CleanText.required("agent", agent, Limits.AGENT);
        Paging.check(limit);
        Cursor cursors = new Cursor(
                "evaluations", agent, filter.taskId, filter.critic, filter.run, filter.success, filter.outcome);
        long before = cursor.isEmpty() ? Long.MAX_VALUE : cursors.number(cursor);
        return memories.readAlone(agent, snapshot -> {
            Amendments amendments = Amendments.of(agent, snapshot.rewrites(agent));
            List<Item> items = new ArrayList<>();
            long last = Math.min(before - 1, snapshot.head(agent).position());
            long lowest = Math.max(0, last - MOST_FACTS);
            long place = last + 1;
            while (last > lowest) {
                long after = Math.max(lowest, last - FACTS_AT_ONCE);
                List<Placed> some = between(snapshot, agent, amendments, filter, after, last);
                for (int i = some.size() - 1; i >= 0; i--) {
                    if (items.size() == limit) {
                        return Page.of(items, Optional.of(cursors.at(Long.toString(place))));
                    }
                    items.add(some.get(i).item());
                    place = some.get(i).place();
                }
                last = after;
            }
            return Page.of(items, last == 0 ? Optional.empty() : Optional.of(cursors.at(Long.toString(last + 1))));
        });
    }

    /** The evaluations among the facts after one position up to another, in order; of each no more is held than its item. */
    private static List<Placed> between(
            Snapshot snapshot, String agent, Amendments amendments, Filter filter, long after, long last) {
        List<Placed> placed = new ArrayList<>();
        for (long reached = after; reached < last; ) {
            for (Entry entry : snapshot.entries(agent, reached, (int) (last - reached))) {
                if (entry.kind() == FactKind.EVALUATION && !entry.rewrites()) {
                    item(agent, entry, amendments, filter)
                            .ifPresent(item -> placed.add(new Placed(entry.position(), item)));
                }
                reached = entry.position();
            }
        }
        return placed;
    }

    @SuppressWarnings("NullAway") // absent is null on the wire
    private static Optional<Item> item(String agent, Entry original, Amendments amendments, Filter filter) {
        Entry entry = amendments.counting(original);
        Evaluated fact = (Evaluated) entry.fact(agent);
        Evaluation evaluation = fact.evaluation();
        if (!filter.has(evaluation)) {
            return Optional.empty();
        }
        boolean retracted = amendments.fitting(fact, entry.recordedAt()).stream()
                .anyMatch(one -> original.position() < one.position());
        return Optional.of(new Item(
                evaluation.id(),
                evaluation.revision(),
                orNull(evaluation.attempt().run()),
                evaluation.attempt().taskId(),
                evaluation.attempt().number(),
                EvaluationBody.CriticBody.of(evaluation.critic()),
                evaluation.success(),
                evaluation.score(),
                evaluation.outcome().word(),
                evaluation.suggestions().size(),
                orNull(evaluation.receipt()),
                evaluation.occurredAt().map(Instant::toString).orElse(null),
                entry.position(),
                entry.recordedAt().toString(),
                retracted));
    }

    /**
     * An evaluation with what became of it.
     *
     * @param evaluation the evaluation as it is now, as it can be sent again with a higher revision
     * @param position the place in the journal of the fact that recorded this version
     * @param recordedAt when this version was recorded
     * @param source where it came from
     * @param trust how far that is trusted
     * @param retracted whether it no longer counts; absent when that cannot be told from 20,000 facts
     * @param retractions the retractions because of which it does not count
     * @param corrections the versions that came after the first, in order; the last one is shown
     * @param taught what it taught when this version was recorded, and what is there of that now
     * @param receipt the receipt that it quotes; absent when it quotes none that the journal has
     */
    public record Shown(
            EvaluationBody evaluation,
            long position,
            String recordedAt,
            String source,
            String trust,
            Boolean retracted,
            List<String> retractions,
            List<Correction> corrections,
            Taught taught,
            Receipt receipt) {}

    /** A version that replaced the one before. */
    public record Correction(int revision, long position, String recordedAt) {}

    /**
     * What was answered to an evaluation when it was recorded, and the heuristics that hold its advice now.
     *
     * @param suggestions the training suggestions, in order, each with what became of it then
     * @param kinds how many there were of each kind
     * @param applied how many heuristic updates were applied
     * @param credit whether the receipt that it quotes earned credit, a word of {@link Credit}; absent when it quotes none
     * @param creditReason why, in a sentence
     * @param heuristics the heuristics that its suggestions belong to now
     */
    public record Taught(
            List<SuggestionBody> suggestions,
            Map<String, Integer> kinds,
            int applied,
            String credit,
            String creditReason,
            List<Advice> heuristics) {}

    /** A heuristic as it stands now. */
    public record Advice(String id, String text, String status) {}

    /**
     * What was recalled before the task.
     *
     * @param control whether nothing was shown on purpose
     * @param tokens how many were shown
     * @param shown the heuristics that were shown, in order
     * @param withheld those that a coin withheld
     * @param parameters the values of strategy parameters that were handed out; absent for none
     */
    public record Receipt(
            String id,
            String recordedAt,
            boolean control,
            int tokens,
            List<Chosen> shown,
            List<Chosen> withheld,
            Map<String, Object> parameters) {}

    /**
     * A heuristic that a recall chose.
     *
     * @param text as it is now; absent when the heuristic is gone
     * @param status where it stands now; absent when it is gone
     * @param coin the probability with which it was to be withheld
     */
    public record Chosen(String id, String text, String status, double coin) {}

    /**
     * Shows one evaluation as it is now.
     *
     * @throws InvalidValueException if the id is none
     * @throws AutoTrainerException {@link Problem#NOT_FOUND} if there is none of that id
     */
    public Shown show(String agent, String id) {
        CleanText.required("id", id, Limits.NAME);
        return memories.read(agent, (snapshot, memory) -> {
            Entry entry = snapshot.newest(agent, FactKind.EVALUATION, id).orElseThrow(() -> unknown(agent, id));
            return ShownEvaluation.of(entry, snapshot, memory);
        });
    }

    /**
     * The id of the evaluation that a person means by the beginning of it: the whole id of any, or at least four characters that only
     * one among the newest 20,000 facts begins with.
     *
     * @throws AutoTrainerException {@link Problem#NOT_FOUND} if there is none; {@link Problem#INVALID} if several begin so
     * @throws InvalidValueException if nothing was given
     */
    public String idOf(String agent, String beginning) {
        CleanText.required("agent", agent, Limits.AGENT);
        CleanText.required("id", beginning, Limits.NAME);
        return memories.readAlone(agent, snapshot -> {
            if (snapshot.newest(agent, FactKind.EVALUATION, beginning).isPresent()) {
                return beginning;
            }
            List<String> found =
                    beginning.length() < HeuristicFinder.SHORTEST_ID ? List.of() : begun(snapshot, agent, beginning);
            if (found.size() > 1) {
                throw new AutoTrainerException(
                        Problem.INVALID,
                        "several evaluations begin with " + beginning + "; give more of the id: "
                                + String.join(", ", found.subList(0, Math.min(MOST_NAMED, found.size())))
                                + (found.size() > MOST_NAMED ? ", \u2026" : ""));
            }
            return found.stream().findFirst().orElseThrow(() -> unknown(agent, beginning));
        });
    }

    /** Ids that begin so, the oldest first; one more than are named is enough. */
    private static List<String> begun(Snapshot snapshot, String agent, String beginning) {
        long last = snapshot.head(agent).position();
        List<String> found = new ArrayList<>();
        for (long reached = Math.max(0, last - MOST_FACTS); reached < last && found.size() <= MOST_NAMED; ) {
            for (Entry entry : snapshot.entries(agent, reached, FACTS_AT_ONCE)) {
                boolean begins =
                        entry.kind() == FactKind.EVALUATION && entry.id().startsWith(beginning);
                if (begins && !found.contains(entry.id())) {
                    found.add(entry.id());
                }
                reached = entry.position();
            }
        }
        return found;
    }

    private static AutoTrainerException unknown(String agent, String id) {
        return new AutoTrainerException(
                new Missing(Missing.Kind.EVALUATION, agent), "agent " + agent + " has no evaluation " + id);
    }

    @SuppressWarnings("NullAway") // absent is null on the wire
    private static String orNull(String value) {
        return value.isEmpty() ? null : value;
    }
}
