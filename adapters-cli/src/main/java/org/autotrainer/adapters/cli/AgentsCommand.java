package org.autotrainer.adapters.cli;

import org.autotrainer.adapters.cli.Loops.Access;
import org.autotrainer.adapters.cli.console.Console;
import org.autotrainer.adapters.cli.console.Table;
import org.autotrainer.adapters.cli.console.Table.Column;
import org.autotrainer.application.BrowseAgents;
import org.autotrainer.application.TrainingLoop;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists agents. */
@Command(
        name = "agents",
        header = "List the agents that a store knows, by name.",
        description = {"", "Facts are all that an agent's journal holds: evaluations, recalls, decisions and the rest."
        },
        footer = {"", "Example:", "  autotrainer agents --store memory.db"})
final class AgentsCommand extends LoopVerb {
    @Mixin
    private LimitOption limit;

    AgentsCommand() {
        super(Access.EXISTING);
    }

    @Override
    void check() {
        limit.check();
    }

    @Override
    int run(TrainingLoop loop, Console console) {
        BrowseAgents agents = loop.agents();
        Table table = new Table(Column.flexible("agent"), Column.number("facts"));
        Listed listed = limit.list(agents::list, item -> {
            if (inJson()) {
                console.json(item);
            } else {
                table.row(item.agent(), TrainReport.number(item.facts()));
            }
        });
        if (!inJson()) {
            listed.show(table, console, "no agents; the first evaluation makes one");
        }
        listed.tellOfMore(console, "agents");
        return ExitCode.OK;
    }
}
