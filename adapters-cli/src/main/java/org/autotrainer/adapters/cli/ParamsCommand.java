package org.autotrainer.adapters.cli;

import java.util.stream.Collectors;
import org.autotrainer.adapters.cli.Loops.Access;
import org.autotrainer.adapters.cli.console.Axis;
import org.autotrainer.adapters.cli.console.Console;
import org.autotrainer.adapters.cli.console.Table;
import org.autotrainer.adapters.cli.console.Table.Column;
import org.autotrainer.application.BrowseParameters.Item;
import org.autotrainer.application.BrowseParameters.Response;
import org.autotrainer.application.BrowseParameters.Value;
import org.autotrainer.application.TrainingLoop;
import picocli.CommandLine.Command;

/** Lists strategy parameters with what is known about their values. */
@Command(
        name = "params",
        header = "List the strategy parameters that recalls chose, with what is known about each value.",
        description = {
            "",
            "Points of success are told against the first value, the default. Believed is what all outcomes suggest; only"
                    + " measured, by coins, can make a value better. Recalls choose when they are asked to: recall --choose"
        },
        footer = {"", "Examples:", "  autotrainer params --agent support", "  autotrainer params --json"})
final class ParamsCommand extends AgentVerb {
    ParamsCommand() {
        super(Access.EXISTING);
    }

    @Override
    int run(TrainingLoop loop, Console console) {
        Response parameters = loop.parameters().list(agent());
        if (inJson()) {
            parameters.items().forEach(console::json);
            return ExitCode.OK;
        }
        Table table = new Table(
                Column.text("parameter"),
                Column.text("value"),
                Column.number("used"),
                Column.number("believed"),
                Column.bar(),
                Column.flexible("measured"));
        parameters.items().forEach(item -> rows(item, table));
        new Listed(parameters.items().size(), false).show(table, console, none(loop));
        if (!parameters.items().isEmpty()) {
            console.say("");
            console.say("Believed to be best: "
                    + parameters.items().stream()
                            .map(item -> item.name() + "=" + item.recommended())
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        return ExitCode.OK;
    }

    private String none(TrainingLoop loop) {
        return "no strategy parameters of agent " + agent()
                + (loop.parameters().areChosen(agent())
                        ? " that were judged: recalls chose some, and no evaluation has answered one yet"
                        : "");
    }

    private static void rows(Item item, Table table) {
        Axis all = Axis.of(item.values().stream()
                .flatMap(value -> Effect.of(value.believed()).stream())
                .map(Effect::range)
                .toList());
        String name = item.name();
        for (int i = 0; i < item.values().size(); i++) {
            Value value = item.values().get(i);
            table.row(
                    name,
                    String.valueOf(value.value()),
                    TrainReport.number(value.used()),
                    i == 0
                            ? ""
                            : Effect.of(value.believed()).map(Effect::points).orElse(""),
                    i == 0
                            ? ""
                            : Effect.of(value.believed())
                                    .map(effect -> effect.small(all))
                                    .orElse(""),
                    measured(value, i == 0));
            name = "";
        }
    }

    private static String measured(Value value, boolean first) {
        if (first) {
            return "the default";
        }
        if (value.measured() == null) {
            return "no coin yet";
        }
        String words = Effect.of(value.measured())
                .map(effect -> effect.saysNothing() ? "too few coins yet" : effect.inWords())
                .orElse("");
        return value.verdict().equals("better") ? words + ", better" : words;
    }
}
