package org.autotrainer.domain.memory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.Suggestion;
import org.autotrainer.domain.journal.Source;
import org.autotrainer.domain.training.AutoTrainer;
import org.autotrainer.domain.training.Lesson;

/** The newest lessons of trusted sources, with as much advice as is drawn from one. Working state of the fold. */
final class Lessons {
    private final Learned learned;
    private final Deque<KeptLesson> lessons = new ArrayDeque<>();

    Lessons(Learned learned) {
        this.learned = learned;
    }

    /** Keeps what an evaluation teaches, if its source is trusted and it was measured. */
    void keep(long position, Evaluation evaluation, Source source) {
        if (!evaluation.isMeasured() || !source.isTrusted()) {
            return;
        }
        List<String> advice = new ArrayList<>(AutoTrainer.HEURISTICS_PER_LESSON);
        for (Suggestion suggestion : evaluation.suggestions()) {
            if (advice.size() < AutoTrainer.HEURISTICS_PER_LESSON) {
                advice.add(suggestion.text());
            }
        }
        lessons.addLast(new KeptLesson(position, new Lesson(evaluation.attempt().taskId(), advice)));
        if (lessons.size() > AutoTrainer.LESSONS) {
            lessons.removeFirst();
        }
        learned.lessons(newest());
    }

    /** All that are kept, oldest first; a copy. */
    List<KeptLesson> newest() {
        return List.copyOf(lessons);
    }

    void restore(Collection<KeptLesson> kept) {
        lessons.addAll(kept);
    }
}
