package org.autotrainer.domain.recall;

import java.util.List;
import org.autotrainer.domain.evaluation.Attempt;
import org.autotrainer.domain.evaluation.Context;
import org.autotrainer.domain.journal.Receipt;
import org.autotrainer.domain.learning.Trial;

/**
 * What a memory hands out for one task: heuristics within a budget of tokens, and values of strategy parameters.
 *
 * @param picks what was chosen, best first, shown or withheld; may be empty
 * @param explored whether coins were thrown
 * @param control whether nothing is shown on purpose, to measure the memory as a whole
 * @param landmarks the heuristics nearest to the task
 * @param choices the values of the parameters that were asked for
 * @param block the text for a prompt; empty when nothing is shown
 * @param tokens the tokens of what the budget covers
 */
public record Playbook(
        List<Pick> picks,
        boolean explored,
        boolean control,
        List<Receipt.Landmark> landmarks,
        List<Trial.Choice> choices,
        String block,
        int tokens) {
    /** Keeps copies of the lists. */
    public Playbook {
        picks = List.copyOf(picks);
        landmarks = List.copyOf(landmarks);
        choices = List.copyOf(choices);
    }

    /**
     * The receipt of this recall: what credit needs of it.
     *
     * @param id unique within the agent
     * @param episode how often the attempt had been judged before: {@link org.autotrainer.domain.memory.AgentMemory#episode}
     */
    public Receipt receipt(String id, Attempt attempt, int episode, Context context, String model, int budget) {
        List<Receipt.Chosen> chosen = picks.stream()
                .map(pick -> new Receipt.Chosen(
                        pick.heuristic().id(),
                        Receipt.Chosen.hash(pick.heuristic().text()),
                        pick.relevance(),
                        pick.coin(),
                        pick.kept()))
                .toList();
        return new Receipt(
                id, attempt, episode, context, model, budget, tokens, explored, control, chosen, landmarks, choices);
    }

    /** What is shown, best first. */
    public List<Pick> shown() {
        return picks.stream().filter(Pick::kept).toList();
    }
}
