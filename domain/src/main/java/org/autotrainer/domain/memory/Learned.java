package org.autotrainer.domain.memory;

import java.util.List;
import org.autotrainer.domain.journal.Decided;

/**
 * Takes down what an {@link AgentMemory} learns, as it learns it.
 *
 * <p>Every call puts the newest version of one thing in the place of the older one, or says that it has changed in place. The memory never reads it back: it
 * may be written to a store in batches.
 */
public interface Learned {
    /** A heuristic is new or has changed. */
    void heuristic(Heuristic heuristic);

    /** The evidence on the heuristic of an id has changed. */
    void evidence(String heuristic);

    /** Another wording has become a member of a heuristic. */
    void member(String member, String heuristic, String text);

    /** A part of what was learned from outcomes has changed; {@link AgentMemory#learner} has it. */
    void part(String name);

    /** A place of the short-term memory has changed; {@link AgentMemory#slot} has it. */
    void slot(String name);

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
        public void evidence(String heuristic) {}

        @Override
        public void member(String member, String heuristic, String text) {}

        @Override
        public void part(String name) {}

        @Override
        public void slot(String name) {}

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
