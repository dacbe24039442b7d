package org.autotrainer.domain.sim;

import java.util.List;

/**
 * One piece of advice, which may be said in several ways.
 *
 * @param number its number in the world
 * @param wordings its texts; critics use the first most often
 * @param topics the numbers of the topics that it is about
 * @param everywhere whether it is about all of them
 * @param hostile whether a hostile critic made it up
 */
record Advice(int number, List<String> wordings, List<Integer> topics, boolean everywhere, boolean hostile) {
    Advice {
        wordings = List.copyOf(wordings);
        topics = List.copyOf(topics);
    }
}
