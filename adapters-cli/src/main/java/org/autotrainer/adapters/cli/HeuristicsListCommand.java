package org.autotrainer.adapters.cli;

import java.util.Map;
import org.autotrainer.adapters.cli.Loops.Access;
import org.autotrainer.adapters.cli.console.Bars;
import org.autotrainer.adapters.cli.console.Console;
import org.autotrainer.adapters.cli.console.Table;
import org.autotrainer.adapters.cli.console.Table.Column;
import org.autotrainer.application.BrowseHeuristics;
import org.autotrainer.application.TrainingLoop;
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
            "  autotrainer heuristics list --agent support --keys --json"
        })
final class HeuristicsListCommand extends AgentVerb {
    @Option(names = "--keys", description = "The text under each key; with --json one object of all keys.")
    private boolean keys;

    @Mixin
    private LimitOption limit;

    HeuristicsListCommand() {
        super(Access.EXISTING);
    }

    @Override
    void check() {
        super.check();
        limit.check();
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
                Column.text("id"),
                Column.number("tasks"),
                Column.bar(),
                Column.text("status"),
                Column.flexible("heuristic"));
        int[] most = {0};
        Listed listed = limit.list((cursor, count) -> browse.list(agent(), cursor, count), item -> {
            most[0] = Math.max(most[0], item.support());
            if (inJson()) {
                console.json(item);
            } else {
                table.row(
                        ShortId.of(item.id()),
                        item.support(),
                        Bars.small(item.support(), most[0]),
                        item.status(),
                        item.text());
            }
        });
        if (!inJson()) {
            listed.show(table, console, none());
        }
        listed.tellOfMore(console, "heuristics");
        return ExitCode.OK;
    }

    private String none() {
        return "no heuristics of agent " + agent();
    }
}
