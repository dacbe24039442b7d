package org.autotrainer.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.autotrainer.application.memory.History;
import org.autotrainer.application.memory.Memories;
import org.autotrainer.application.wire.EvaluationBody;
import org.autotrainer.application.wire.Page;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.InvalidValueException;

/** Lists the evaluations that are kept as lessons. */
public final class BrowseLessons {
    private final Memories memories;

    BrowseLessons(Memories memories) {
        this.memories = memories;
    }

    /** A lesson: the evaluation as it was recorded. */
    public record Item(String lessonId, String taskId, EvaluationBody evaluation) {}

    /**
     * Lists lessons, oldest first.
     *
     * @param cursor {@code next} of the page before; empty for the first
     * @param limit 1 to 500
     * @throws InvalidValueException if the limit or the cursor is not one
     */
    public Page<Item> list(String agent, String cursor, int limit) {
        Paging.check(limit);
        Cursor cursors = new Cursor("lessons", agent);
        return memories.read(agent, (snapshot, memory) -> {
            List<Item> items = new ArrayList<>();
            History history = History.after(snapshot, agent, cursors.number(cursor));
            long last = 0;
            while (history.hasNext()) {
                History.Event event = history.next();
                Optional<Evaluation> lesson = event.fact().recorded().filter(Evaluation::isMeasured);
                if (lesson.isEmpty()) {
                    continue;
                }
                Evaluation evaluation = lesson.get();
                if (items.size() == limit) {
                    return Page.of(items, Optional.of(cursors.at(Long.toString(last))));
                }
                items.add(new Item(evaluation.id(), evaluation.attempt().taskId(), EvaluationBody.of(evaluation)));
                last = event.position();
            }
            return Page.of(items, Optional.empty());
        });
    }
}
