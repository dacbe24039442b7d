package org.autotrainer.application.wire;

import java.util.List;
import org.autotrainer.domain.memory.Answer;
import org.autotrainer.domain.memory.Status;
import org.autotrainer.domain.training.FineTuneDataset;
import org.autotrainer.domain.training.HeuristicUpdate;
import org.autotrainer.domain.training.PromptTuning;
import org.autotrainer.domain.training.StrategyParam;
import org.autotrainer.domain.training.TrainingSuggestion;

/**
 * A training suggestion on the wire.
 *
 * @param value the text of a heuristic or prompt, the object of a training target, or the value of a parameter
 * @param status {@code pending}, {@code applied}, {@code dismissed}, {@code observed} or {@code quarantined}
 */
public record SuggestionBody(
        String id, String kind, String key, Object value, String sourceTaskId, String reason, String status) {

    /** A suggestion with its status. */
    public static SuggestionBody of(String id, TrainingSuggestion suggestion, Status status) {
        return new SuggestionBody(
                id,
                suggestion.kind().word(),
                suggestion.key(),
                value(suggestion),
                suggestion.sourceTaskId(),
                suggestion.reason(),
                status.word());
    }

    /** All suggestions of an answer, in order. */
    public static List<SuggestionBody> all(Answer answer) {
        return answer.proposed().stream()
                .map(proposed -> of(proposed.id(), proposed.suggestion(), proposed.status()))
                .toList();
    }

    private static Object value(TrainingSuggestion suggestion) {
        if (suggestion instanceof HeuristicUpdate update) {
            return update.text();
        }
        if (suggestion instanceof PromptTuning prompt) {
            return prompt.text();
        }
        if (suggestion instanceof StrategyParam param) {
            return param.value();
        }
        if (suggestion instanceof FineTuneDataset example) {
            return example.target().toObject();
        }
        throw new AssertionError(suggestion);
    }
}
