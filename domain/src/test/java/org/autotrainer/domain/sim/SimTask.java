package org.autotrainer.domain.sim;

import java.util.List;
import java.util.Optional;

/**
 * What a rule may know of a task before it is done.
 *
 * @param time how many tasks came before it
 * @param id its own id; every attempt has another
 * @param recurring the id of the task that it is an attempt at, if such a task comes again and again
 * @param attempt which attempt it is, from 1
 * @param model the model that works on it
 * @param context a text about it
 * @param tags words that classify it; may be empty
 * @param budget tokens that the texts of the recall may take together, counted one by one
 * @param offered the strategy parameters to choose; may be empty
 */
record SimTask(
        int time,
        String id,
        Optional<String> recurring,
        int attempt,
        String model,
        String context,
        List<String> tags,
        int budget,
        List<Choice> offered) {
    SimTask {
        tags = List.copyOf(tags);
        offered = List.copyOf(offered);
    }
}
