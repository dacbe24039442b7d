package org.autotrainer.application;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.autotrainer.application.memory.History;
import org.autotrainer.application.port.Snapshot;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.journal.Evaluated;
import org.autotrainer.domain.journal.Fact;
import org.autotrainer.domain.journal.HeuristicSet;
import org.autotrainer.domain.journal.LessonKept;
import org.autotrainer.domain.journal.Recalled;
import org.autotrainer.domain.journal.Selection;

/**
 * The facts that a retraction is about: those that stand before it and fit.
 *
 * @param before the position of the retraction
 */
record Retractable(Selection selection, long before) {
    private static final int MOST_NAMED = 5;

    /** How many facts there are of each; those without any are left out. */
    static Map<String, Long> counted(Snapshot snapshot, String agent, Map<String, Retractable> retractions) {
        Map<String, Long> counts = new HashMap<>();
        if (!retractions.isEmpty()) {
            History.retractable(snapshot, agent)
                    .forEachRemaining(event -> retractions.forEach((id, retraction) -> {
                        if (event.position() < retraction.before && fits(retraction.selection, event)) {
                            counts.merge(id, 1L, Long::sum);
                        }
                    }));
        }
        return counts;
    }

    private static boolean fits(Selection selection, History.Event event) {
        return selection.has(event.fact(), event.entry().recordedAt());
    }

    /**
     * Looks for a fact that fits.
     *
     * @return the selection
     * @throws AutoTrainerException {@link Problem#NOT_FOUND} if none does; it says which critics, runs, imports, tags or tasks
     *     there are in place of one that there is not
     */
    static Selection required(Snapshot snapshot, String agent, Selection selection) {
        List<Named> named = Stream.of(
                        new Named("critic", selection.critic()),
                        new Named("run", selection.run()),
                        new Named("import", selection.source()),
                        new Named("tag", selection.tag()),
                        new Named("task", selection.task()))
                .filter(one -> !one.wanted.isEmpty())
                .toList();
        for (History all = History.retractable(snapshot, agent); all.hasNext(); ) {
            History.Event event = all.next();
            if (fits(selection, event)) {
                return selection;
            }
            named.forEach(one -> one.see(event.fact()));
        }
        Optional<String> missing = named.stream()
                .filter(one -> !one.found)
                .findFirst()
                .map(one -> "; " + (one.seen.isEmpty() ? "there is no " + one.what : one.what + "s are " + one.seen()));
        throw new AutoTrainerException(
                Problem.NOT_FOUND,
                "nothing of agent " + agent + " fits " + FactSummary.selected(selection) + missing.orElse(""));
    }

    /** A thing that is named to say what is retracted, and others of its kind that facts have. */
    private static final class Named {
        private final String what;
        private final String wanted;
        private final TreeSet<String> seen = new TreeSet<>();
        private boolean found;
        private boolean more;

        Named(String what, String wanted) {
            this.what = what;
            this.wanted = wanted;
        }

        /** Notes what a fact has of this kind; the first few names in order are kept. */
        void see(Fact fact) {
            for (String name : names(fact)) {
                found |= name.equals(wanted);
                if (!name.isEmpty()) {
                    seen.add(name);
                }
                if (seen.size() > MOST_NAMED) {
                    seen.pollLast();
                    more = true;
                }
            }
        }

        String seen() {
            return String.join(", ", seen) + (more ? ", …" : "");
        }

        private List<String> names(Fact fact) {
            if (fact instanceof Evaluated evaluated) {
                return names(evaluated.evaluation(), evaluated.source().name());
            }
            if (fact instanceof LessonKept lesson) {
                return names(lesson.evaluation(), lesson.source().name());
            }
            if (fact instanceof HeuristicSet set) {
                return what.equals("import") ? List.of(set.source().name()) : List.of();
            }
            if (fact instanceof Recalled recalled) {
                return switch (what) {
                    case "run" -> List.of(recalled.receipt().attempt().run());
                    case "task" -> List.of(recalled.receipt().attempt().taskId());
                    case "tag" -> new ArrayList<>(recalled.receipt().context().tags());
                    default -> List.of();
                };
            }
            return List.of();
        }

        private List<String> names(Evaluation evaluation, String source) {
            return switch (what) {
                case "critic" -> List.of(evaluation.critic().id());
                case "run" -> List.of(evaluation.attempt().run());
                case "import" -> List.of(source);
                case "tag" -> new ArrayList<>(evaluation.context().tags());
                default -> List.of(evaluation.attempt().taskId());
            };
        }
    }
}
