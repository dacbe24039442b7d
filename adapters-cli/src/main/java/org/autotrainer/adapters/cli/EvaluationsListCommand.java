package org.autotrainer.adapters.cli;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.autotrainer.adapters.cli.Loops.Access;
import org.autotrainer.adapters.cli.console.Bars;
import org.autotrainer.adapters.cli.console.Console;
import org.autotrainer.adapters.cli.console.Table;
import org.autotrainer.adapters.cli.console.Table.Column;
import org.autotrainer.application.BrowseEvaluations;
import org.autotrainer.application.BrowseEvaluations.Filter;
import org.autotrainer.application.BrowseEvaluations.Item;
import org.autotrainer.application.TrainingLoop;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists evaluations. */
@Command(
        name = "list",
        header = "List the evaluations that were recorded, the newest first.",
        description = {
            "",
            "Those are among them that no longer count, and say so. A corrected one is listed once, as it is now, in the place of"
                    + " the original."
        },
        footer = {
            "",
            "Examples:",
            "  autotrainer evaluations list --agent support --limit 10",
            "  autotrainer evaluations list --agent support --result failure --critic pytest",
            "  autotrainer evaluations list --agent support --run nightly-7 --json"
        })
final class EvaluationsListCommand extends AgentVerb {
    private static final int FULL = 100;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{32}");

    @Option(names = "--task", paramLabel = "TASK", description = "Only those of this task. Default: all.")
    private String task = "";

    @Option(names = "--critic", paramLabel = "CRITIC", description = "Only what this critic judged.")
    private String critic = "";

    @Option(names = "--run", paramLabel = "RUN", description = "Only those of this run.")
    private String run = "";

    @Option(
            names = "--result",
            paramLabel = "RESULT",
            defaultValue = "",
            completionCandidates = Choices.Results.class,
            description = "Only those with this result: ${COMPLETION-CANDIDATES}. An error could not be judged.")
    private String result;

    @Mixin
    private LimitOption limit;

    EvaluationsListCommand() {
        super(Access.EXISTING);
    }

    @Override
    void check() {
        super.check();
        limit.check();
        if (!result.isEmpty()) {
            new Choices.Results().check("--result", result);
        }
        filter();
    }

    private Filter filter() {
        String success = switch (result) {
            case "success" -> "true";
            case "failure" -> "false";
            default -> "";
        };
        return new Filter(task, critic, run, success, result.equals("error") ? "error" : "");
    }

    @Override
    int run(TrainingLoop loop, Console console) {
        BrowseEvaluations browse = loop.evaluations();
        Filter filter = filter();
        Table table = new Table(
                Column.id("id"),
                Column.text("task"),
                Column.text("result"),
                Column.number("score"),
                Column.bar(),
                Column.text("critic"),
                Column.number("suggested"),
                Column.text("recorded (UTC)"));
        Listed listed = limit.list((cursor, count) -> browse.list(agent(), filter, cursor, count), item -> {
            if (inJson()) {
                console.json(item);
            } else {
                row(item, table);
            }
        });
        if (!inJson()) {
            listed.show(table, console, none());
        }
        listed.tellOfMore(console, "evaluations");
        return ExitCode.OK;
    }

    private static void row(Item item, Table table) {
        table.row(
                HASH.matcher(item.id()).matches() ? ShortId.of(item.id()) : item.id(),
                item.taskId(),
                result(item.outcome(), item.success()) + (item.retracted() ? ", retracted" : ""),
                String.format(Locale.ROOT, "%.2f", item.score()),
                Bars.small(Math.round(FULL * item.score()), FULL),
                item.critic() == null || item.critic().id() == null
                        ? ""
                        : item.critic().id(),
                item.suggested(),
                HeuristicStory.minute(item.recordedAt()).replace(" UTC", ""));
    }

    /** The result in a word. */
    static String result(String outcome, boolean success) {
        return outcome.equals("error") ? "error" : success ? "success" : "failure";
    }

    private String none() {
        List<String> said = Stream.of("task " + task, "critic " + critic, "run " + run, "result " + result)
                .filter(one -> !one.endsWith(" "))
                .toList();
        return "no evaluations of agent " + agent()
                + (said.isEmpty() ? "" : " with " + said.stream().collect(Collectors.joining(", ")));
    }
}
