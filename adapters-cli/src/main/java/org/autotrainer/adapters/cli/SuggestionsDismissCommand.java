package org.autotrainer.adapters.cli;

import org.autotrainer.application.ReviewSuggestions;
import org.autotrainer.application.wire.SuggestionBody;
import org.autotrainer.domain.training.Kind;
import picocli.CommandLine.Command;

/** Dismisses a training suggestion for good. */
@Command(
        name = "dismiss",
        header = "Dismiss a suggestion, now and whenever it is made again.",
        footer = {"", "Example:", "  autotrainer suggestions dismiss 77ab01 --agent support"})
final class SuggestionsDismissCommand extends SuggestionVerb {
    @Override
    SuggestionBody decide(ReviewSuggestions review, String agentName, String suggestion) {
        return review.dismiss(agentName, suggestion);
    }

    @Override
    String sentence(SuggestionBody decided) {
        return decided.kind().equals(Kind.HEURISTIC_UPDATE.word())
                ? "Dismissed: " + SuggestionsListCommand.what(decided)
                : "Dismissed: task " + decided.sourceTaskId() + " is left out of data sets.";
    }
}
