package org.autotrainer.adapters.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.autotrainer.adapters.cli.Loops.Access;
import org.autotrainer.adapters.cli.console.Bars;
import org.autotrainer.adapters.cli.console.Console;
import org.autotrainer.adapters.cli.console.Table;
import org.autotrainer.adapters.cli.console.Table.Column;
import org.autotrainer.application.BrowseLessons;
import org.autotrainer.application.BrowseLessons.Item;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.wire.EvaluationBody;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists lessons. */
@Command(
        name = "lessons",
        header = "List the evaluations that are kept as lessons, oldest first.",
        footer = {
            "",
            "Examples:",
            "  autotrainer lessons --agent support --limit 10",
            "  autotrainer lessons --agent support --task refund-17 --json    with the conversations"
        })
final class LessonsCommand extends AgentVerb {
    private static final int FULL = 100;

    @Option(names = "--task", paramLabel = "TASK", description = "Only those of this task. Default: all.")
    private String task = "";

    @Mixin
    private LimitOption limit;

    LessonsCommand() {
        super(Access.EXISTING);
    }

    @Override
    void check() {
        super.check();
        limit.check();
    }

    @Override
    int run(TrainingLoop loop, Console console) {
        BrowseLessons browse = loop.lessons();
        Table table = new Table(
                Column.text("task"),
                Column.text("result"),
                Column.number("score"),
                Column.bar(),
                Column.flexible("advice"));
        Listed listed = limit.list((cursor, count) -> browse.list(agent(), task, cursor, count), item -> {
            if (inJson()) {
                console.json(item);
            } else {
                row(item, table);
            }
        });
        if (!inJson()) {
            listed.show(
                    table,
                    console,
                    "no lessons of " + (task.isEmpty() ? "" : "task " + task + " of ") + "agent " + agent());
        }
        listed.tellOfMore(console, "lessons");
        return ExitCode.OK;
    }

    private static void row(Item item, Table table) {
        EvaluationBody evaluation = item.evaluation();
        boolean success = Boolean.TRUE.equals(evaluation.success());
        double score = evaluation.score() == null ? 0 : evaluation.score();
        table.row(
                item.taskId(),
                success ? "success" : "failure",
                String.format(Locale.ROOT, "%.2f", score),
                Bars.small(Math.round(FULL * score), FULL),
                advice(evaluation.suggestions()));
    }

    private static String advice(List<Object> suggestions) {
        if (suggestions == null || suggestions.isEmpty()) {
            return "";
        }
        Object first = suggestions.get(0);
        String text = first instanceof Map<?, ?> object ? String.valueOf(object.get("text")) : String.valueOf(first);
        return suggestions.size() == 1 ? text : text + " (and " + (suggestions.size() - 1) + " more)";
    }
}
