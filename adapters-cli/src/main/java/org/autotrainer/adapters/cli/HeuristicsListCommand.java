package org.autotrainer.adapters.cli;

import java.util.Map;
import org.autotrainer.adapters.cli.Loops.Access;
import org.autotrainer.adapters.cli.console.Console;
import org.autotrainer.adapters.cli.console.Table;
import org.autotrainer.adapters.cli.console.Table.Column;
import org.autotrainer.application.BrowseHeuristics;
import org.autotrainer.application.BrowseHeuristics.Item;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.domain.evaluation.InvalidValueException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists heuristics. */
@Command(
        name = "list",
        header = "List heuristics, those with the most support first.",
        footer = {
            "",
            "Examples:",
            "  autotrainer heuristics list --agent support --limit 10",
            "  autotrainer heuristics list --agent support --status quarantined",
            "  autotrainer heuristics list --agent support --keys --json"
        })
final class HeuristicsListCommand extends AgentVerb {
    @Option(names = "--keys", description = "The text under each key; with --json one object of all keys.")
    private boolean keys;

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            defaultValue = "",
            completionCandidates = Choices.Standings.class,
            description = "Only heuristics of this status: ${COMPLETION-CANDIDATES}.")
    private String status;

    @Mixin
    private LimitOption limit;

    HeuristicsListCommand() {
        super(Access.EXISTING);
    }

    @Override
    void check() {
        super.check();
        limit.check();
        if (!status.isEmpty()) {
            new Choices.Standings().check("--status", status);
        }
        if (keys && !status.isEmpty()) {
            throw new InvalidValueException("--keys lists texts by their keys, which have no --status");
        }
    }

    @Override
    int run(TrainingLoop loop, Console console) {
        return keys ? keys(loop, console) : list(loop, console);
    }

    private int keys(TrainingLoop loop, Console console) {
        Map<String, String> texts = loop.heuristics().keys(agent());
        if (inJson()) {
            console.json(Map.of("heuristics", texts));
            return ExitCode.OK;
        }
        Table table = new Table(Column.text("key"), Column.flexible("heuristic"));
        texts.forEach(table::row);
        new Listed(texts.size(), false).show(table, console, none());
        return ExitCode.OK;
    }

    private int list(TrainingLoop loop, Console console) {
        BrowseHeuristics browse = loop.heuristics();
        Table table = new Table(
                Column.id("id"),
                Column.number("tasks"),
                Column.text("status"),
                Column.number("shown"),
                Column.number("believed"),
                Column.flexible("heuristic"));
        Listed listed = limit.list(
                (cursor, count) -> browse.list(agent(), cursor, count),
                item -> status.isEmpty() || item.status().equals(status),
                item -> {
                    if (inJson()) {
                        console.json(item);
                    } else {
                        row(item, table);
                    }
                });
        if (!inJson()) {
            listed.show(table, console, none());
        }
        listed.tellOfMore(console, "heuristics");
        return ExitCode.OK;
    }

    private static void row(Item item, Table table) {
        table.row(
                ShortId.of(item.id()),
                item.support(),
                item.status(),
                item.evidence().getOrDefault("shown", 0),
                Effect.in(item.evidence(), "believed").map(Effect::points).orElse(""),
                item.text());
    }

    private String none() {
        return "no heuristics of agent " + agent() + (status.isEmpty() ? "" : " that are " + status);
    }
}
