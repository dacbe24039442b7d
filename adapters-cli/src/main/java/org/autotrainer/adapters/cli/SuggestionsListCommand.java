package org.autotrainer.adapters.cli;

import java.util.Map;
import org.autotrainer.adapters.cli.Loops.Access;
import org.autotrainer.adapters.cli.console.Console;
import org.autotrainer.adapters.cli.console.Json;
import org.autotrainer.adapters.cli.console.Table;
import org.autotrainer.adapters.cli.console.Table.Column;
import org.autotrainer.application.ReviewSuggestions;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.wire.SuggestionBody;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists training suggestions. */
@Command(
        name = "list",
        header = "List training suggestions: those that wait first, then those in force.",
        footer = {
            "",
            "Example:",
            "  autotrainer suggestions list --agent support --status pending --kind fine_tune_dataset"
        })
final class SuggestionsListCommand extends AgentVerb {
    @Option(
            names = "--status",
            paramLabel = "STATUS",
            completionCandidates = Choices.Statuses.class,
            description = "${COMPLETION-CANDIDATES}. Default: all.")
    private String status = "";

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            completionCandidates = Choices.Kinds.class,
            description = "${COMPLETION-CANDIDATES}. Default: all.")
    private String kind = "";

    @Mixin
    private LimitOption limit;

    SuggestionsListCommand() {
        super(Access.EXISTING);
    }

    @Override
    void check() {
        super.check();
        limit.check();
        if (!status.isEmpty()) {
            new Choices.Statuses().check("--status", status);
        }
        if (!kind.isEmpty()) {
            new Choices.Kinds().check("--kind", kind);
        }
    }

    @Override
    int run(TrainingLoop loop, Console console) {
        Table table = new Table(
                Column.id("id"),
                Column.text("status"),
                Column.text("kind"),
                Column.text("task"),
                Column.flexible("what"));
        ReviewSuggestions review = loop.suggestions();
        Listed listed = limit.list((cursor, count) -> review.list(agent(), status, kind, cursor, count), item -> {
            if (inJson()) {
                console.json(item);
            } else {
                table.row(ShortId.of(item.id()), item.status(), item.kind(), item.sourceTaskId(), what(item));
            }
        });
        if (!inJson()) {
            listed.show(table, console, "no suggestions of agent " + agent());
        }
        listed.tellOfMore(console, "suggestions");
        return ExitCode.OK;
    }

    /** What a suggestion would have somebody do. */
    static String what(SuggestionBody suggestion) {
        if (suggestion.value() instanceof Map<?, ?> target) {
            String score = target.get("score") instanceof Number number ? ", score " + Json.line(number) : "";
            return "train on this task: " + target.get("outcome") + score;
        }
        return suggestion.value() instanceof String text ? text : Json.line(suggestion.value());
    }
}
