package org.autotrainer.domain.memory;

import java.util.List;
import org.autotrainer.domain.journal.Decided;

/**
 * Takes down what an {@link AgentMemory} learns, as it learns it.
 *
 * <p>Every call puts the newest version of one thing in the place of the older one. The memory never reads it back: it
 * may be written to a store in batches.
 */
public interface Learned {
    /** A heuristic is new or has changed. */
    void heuristic(Heuristic heuristic);

    /** A key was set. */
    void key(HeuristicKey key);

    /** Something was suggested and not applied. */
    void suggested(Suggested suggested);

    /** A person decided on a suggestion. */
    void decided(String suggestion, Decided.Decision decision);

    /** A setting has a new value. */
    void setting(String name, String value);

    /** The newest lessons are now these, oldest first. */
    void lessons(List<KeptLesson> lessons);

    /** Takes nothing down. */
    Learned NOWHERE = new Learned() {
        @Override
        public void heuristic(Heuristic heuristic) {}

        @Override
        public void key(HeuristicKey key) {}

        @Override
        public void suggested(Suggested suggested) {}

        @Override
        public void decided(String suggestion, Decided.Decision decision) {}

        @Override
        public void setting(String name, String value) {}

        @Override
        public void lessons(List<KeptLesson> lessons) {}
    };
}
