package org.autotrainer.domain.journal;

import org.autotrainer.domain.training.FineTuneDataset;
import org.autotrainer.domain.training.HeuristicUpdate;
import org.autotrainer.domain.training.Kind;
import org.autotrainer.domain.training.PromptTuning;
import org.autotrainer.domain.training.StrategyParam;
import org.autotrainer.domain.training.TrainingSuggestion;
import org.autotrainer.domain.training.TrainingTarget;

/** The canonical bytes of a training suggestion: kind, key, task, reason, then the value of its kind. */
final class SuggestionCodec {
    private SuggestionCodec() {}

    static void write(TrainingSuggestion suggestion, ByteWriter out) {
        out.text(suggestion.kind().word()).text(suggestion.key());
        out.text(suggestion.sourceTaskId()).text(suggestion.reason());
        if (suggestion instanceof HeuristicUpdate update) {
            out.text(update.text());
        } else if (suggestion instanceof PromptTuning prompt) {
            out.text(prompt.text());
        } else if (suggestion instanceof StrategyParam param) {
            out.value(param.value());
        } else if (suggestion instanceof FineTuneDataset example) {
            TrainingTarget target = example.target();
            out.text(target.taskId())
                    .text(target.outcome())
                    .real(target.score())
                    .texts(target.suggestions());
        } else {
            throw new AssertionError(suggestion);
        }
    }

    static TrainingSuggestion read(ByteReader in) {
        Kind kind = Kind.of(in.text());
        String key = in.text();
        String task = in.text();
        String reason = in.text();
        return switch (kind) {
            case HEURISTIC_UPDATE -> new HeuristicUpdate(key, in.text(), task, reason);
            case PROMPT_TUNING -> new PromptTuning(key, in.text(), task, reason);
            case STRATEGY_PARAM -> new StrategyParam(key, in.value(), task, reason);
            case FINE_TUNE_DATASET ->
                new FineTuneDataset(key, new TrainingTarget(in.text(), in.text(), in.real(), in.texts()), task, reason);
        };
    }
}
