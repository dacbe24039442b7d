package org.autotrainer.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.autotrainer.application.memory.History;
import org.autotrainer.application.memory.Memories;
import org.autotrainer.application.wire.EvaluationBody;
import org.autotrainer.application.wire.Page;
import org.autotrainer.domain.evaluation.CleanText;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.evaluation.Limits;

/** Lists the evaluations that are kept as lessons. */
public final class BrowseLessons {
    private static final int MOST_FACTS = 20_000;

    private final Memories memories;

    BrowseLessons(Memories memories) {
        this.memories = memories;
    }

    /** A lesson: the evaluation as it was recorded. */
    public record Item(String lessonId, String taskId, EvaluationBody evaluation) {}

    /** Lists the lessons of all tasks; see {@link #list(String, String, String, int)}. */
    public Page<Item> list(String agent, String cursor, int limit) {
        return list(agent, "", cursor, limit);
    }

    /**
     * Lists lessons, oldest first.
     *
     * <p>They are looked for in so many facts at a time: a page that has fewer of them, or none, may not be the last.
     *
     * @param task the id of the task that they are of; empty for all
     * @param cursor {@code next} of the page before; empty for the first
     * @param limit 1 to 500
     * @throws InvalidValueException if the limit, the cursor or the task is not one
     */
    public Page<Item> list(String agent, String task, String cursor, int limit) {
        Paging.check(limit);
        CleanText.name("task_id", task, Limits.TASK_ID);
        Cursor cursors = task.isEmpty() ? new Cursor("lessons", agent) : new Cursor("lessons", agent, task);
        return memories.read(agent, (snapshot, memory) -> {
            List<Item> items = new ArrayList<>();
            History history = History.after(snapshot, agent, cursors.number(cursor));
            long last = 0;
            for (int looked = 0; history.hasNext(); looked++) {
                History.Event event = history.next();
                Optional<Evaluation> lesson = lesson(event, task);
                boolean isFull = lesson.isPresent() && items.size() == limit;
                if (isFull || looked == MOST_FACTS) {
                    return Page.of(items, Optional.of(cursors.at(Long.toString(last))));
                }
                lesson.ifPresent(evaluation -> items.add(
                        new Item(evaluation.id(), evaluation.attempt().taskId(), EvaluationBody.of(evaluation))));
                last = event.position();
            }
            return Page.of(items, Optional.empty());
        });
    }

    private static Optional<Evaluation> lesson(History.Event event, String task) {
        return event.fact()
                .recorded()
                .filter(Evaluation::isMeasured)
                .filter(evaluation ->
                        task.isEmpty() || evaluation.attempt().taskId().equals(task));
    }
}
