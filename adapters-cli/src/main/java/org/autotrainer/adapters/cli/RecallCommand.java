package org.autotrainer.adapters.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.autotrainer.adapters.cli.Loops.Access;
import org.autotrainer.adapters.cli.console.Console;
import org.autotrainer.adapters.cli.console.Table;
import org.autotrainer.adapters.cli.console.Table.Column;
import org.autotrainer.application.RecallHeuristics;
import org.autotrainer.application.RecallHeuristics.Item;
import org.autotrainer.application.RecallHeuristics.Request;
import org.autotrainer.application.RecallHeuristics.Response;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.wire.EvaluationBody.ContextBody;
import org.autotrainer.domain.evaluation.InvalidValueException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Hands out the heuristics for a coming task. */
@Command(
        name = "recall",
        header = "Hand out the heuristics that are worth their tokens for a coming task.",
        description = {
            "",
            "The answer is the block of text that goes into a prompt. With --task it is kept as a receipt, whose id the"
                    + " evaluation of the task quotes; without, it is only a look, and nothing is written."
        },
        footer = {
            "",
            "Examples:",
            "  autotrainer recall \"Customer wants a refund for a broken lid\" --agent support",
            "  autotrainer recall \"Cut-off time is wrong\" --tag dates --budget 200 --format items",
            "  autotrainer recall \"Cut-off time is wrong\" --task rates-dst --attempt 1 --json",
            "  autotrainer recall \"Cut-off time is wrong\" --task rates-dst --choose temperature=0.0,0.2,0.5"
        })
final class RecallCommand extends AgentVerb {
    private static final String BLOCK = "block";
    private static final String ITEMS = "items";

    @Parameters(paramLabel = "TEXT", arity = "0..1", description = "What the task is about.")
    private String text = "";

    @Option(names = "--tag", paramLabel = "TAG", description = "A tag of the task; may be given again.")
    private List<String> tags = List.of();

    @Option(names = "--task", paramLabel = "TASK", description = "The id of the coming task: write a receipt.")
    private String task = "";

    @Option(names = "--run", paramLabel = "RUN", description = "The run that the task belongs to.")
    private String run = "";

    @Option(names = "--attempt", paramLabel = "N", description = "Which try at the task it is, from 0.")
    private Integer attempt;

    @Option(names = "--model", paramLabel = "MODEL", description = "The model that will work.")
    private String model = "";

    @Option(
            names = "--id",
            paramLabel = "ID",
            description = "The id of the receipt: the same id answers the same again.")
    private String id = "";

    @Option(
            names = "--budget",
            paramLabel = "TOKENS",
            description = "The most tokens to use. Default: what the settings of the agent say, at first 500.")
    private Integer budget;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = BLOCK,
            completionCandidates = Choices.Playbooks.class,
            description = "block: a text for a prompt (default); items: a table, the budget covers the bare texts.")
    private String format;

    @Option(
            names = "--explore",
            paramLabel = "on|off",
            defaultValue = "on",
            completionCandidates = Choices.Explores.class,
            description =
                    "off: withhold and try out nothing this once, so that nothing is measured. Default: on, if the"
                            + " settings of the agent say so.")
    private String explore;

    @Mixin
    private ChoiceOption choice;

    @Mixin
    private ChanceOption chance;

    RecallCommand() {
        super(Access.EXISTING);
    }

    @Override
    Access access() {
        return task.isEmpty() ? Access.EXISTING : Access.CREATING;
    }

    @Override
    boolean makesAgent() {
        return false; // it may be the first to ask for an agent, and is served; but a misspelt one should be seen
    }

    @Override
    void check() {
        super.check();
        new Choices.Playbooks().check("--format", format);
        new Choices.Explores().check("--explore", explore);
        choice.choices();
        chance.check();
        if (text.isBlank() && tags.isEmpty()) {
            throw new InvalidValueException("recall needs TEXT or --tag: what the task is about");
        }
        if (task.isEmpty() && !(id.isEmpty() && run.isEmpty() && model.isEmpty() && attempt == null)) {
            throw new InvalidValueException(
                    "--id, --run, --attempt and --model belong to a receipt, which needs --task");
        }
        if (task.isEmpty() && chance.isGiven()) {
            throw new InvalidValueException("--chance-key decides what is withheld for a task, which needs --task");
        }
    }

    @Override
    int run(TrainingLoop loop, Console console) {
        Request request = new Request(
                id,
                agent(),
                run,
                task,
                attempt == null ? 0 : attempt,
                new ContextBody(text, tags),
                model,
                budget,
                format,
                explore,
                choice.choices());
        RecallHeuristics recall = chance.of(loop).recall();
        Response response = task.isEmpty() ? recall.look(request) : recall.recall(request);
        if (inJson()) {
            console.json(response);
            return ExitCode.OK;
        }
        if (format.equals(ITEMS)) {
            items(response.heuristics(), console);
        } else if (!response.block().isEmpty()) {
            console.show(response.block());
        }
        console.note(summary(response));
        return ExitCode.OK;
    }

    private static void items(List<Item> items, Console console) {
        Table table = new Table(Column.id("id"), Column.flexible("heuristic"), Column.text("why"));
        items.forEach(item -> table.row(ShortId.of(item.id()), item.text(), item.why()));
        if (!items.isEmpty()) {
            console.show(table);
        }
    }

    private String summary(Response response) {
        int count = response.heuristics().size();
        String found = count == 0
                ? "no heuristic of agent " + agent() + " fits, or is worth its tokens this time"
                : count + (count == 1 ? " heuristic, " : " heuristics, ") + response.tokens() + " tokens";
        return found + parameters(response) + (response.receipt().isEmpty() ? "" : "; receipt " + response.receipt());
    }

    /** The values to work with: they are no part of the prompt. */
    private static String parameters(Response response) {
        return response.parameters() == null
                ? ""
                : response.parameters().entrySet().stream()
                        .map(chosen -> "; " + chosen.getKey() + "=" + chosen.getValue())
                        .collect(Collectors.joining());
    }
}
