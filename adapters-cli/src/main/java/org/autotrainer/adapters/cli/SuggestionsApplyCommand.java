package org.autotrainer.adapters.cli;

import org.autotrainer.application.ReviewSuggestions;
import org.autotrainer.application.wire.SuggestionBody;
import org.autotrainer.domain.training.Kind;
import picocli.CommandLine.Command;

/** Carries a training suggestion out. */
@Command(
        name = "apply",
        header = "Carry a suggestion out: set the heuristic, or keep the task in data sets.",
        footer = {"", "Example:", "  autotrainer suggestions apply 1f0c2d --agent support"})
final class SuggestionsApplyCommand extends SuggestionVerb {
    @Override
    SuggestionBody decide(ReviewSuggestions review, String agentName, String suggestion) {
        return review.apply(agentName, suggestion);
    }

    @Override
    String sentence(SuggestionBody decided) {
        return decided.kind().equals(Kind.HEURISTIC_UPDATE.word())
                ? "Applied: " + SuggestionsListCommand.what(decided)
                : "Applied: task " + decided.sourceTaskId()
                        + " stays in data sets, where each is unless it is dismissed.";
    }
}
