package org.autotrainer.adapters.cli;

import org.autotrainer.adapters.cli.Loops.Access;
import org.autotrainer.adapters.cli.console.Console;
import org.autotrainer.adapters.cli.console.Table;
import org.autotrainer.adapters.cli.console.Table.Column;
import org.autotrainer.application.ConfigureAgent.Response;
import org.autotrainer.application.TrainingLoop;
import picocli.CommandLine.Command;

/** Shows the settings of an agent. */
@Command(
        name = "list",
        header = "Show the settings of an agent, with what is allowed.",
        footer = {"", "Example:", "  autotrainer settings list --agent support"})
final class SettingsListCommand extends AgentVerb {
    SettingsListCommand() {
        super(Access.EXISTING);
    }

    @Override
    int run(TrainingLoop loop, Console console) {
        show(loop.settings().show(agent()), inJson(), console);
        return ExitCode.OK;
    }

    static void show(Response settings, boolean json, Console console) {
        if (json) {
            console.json(settings);
            return;
        }
        Table table = new Table(
                Column.text("setting"), Column.text("value"), Column.text("at first"), Column.flexible("allowed"));
        settings.known()
                .forEach(known -> table.row(
                        known.name(), String.valueOf(known.value()), String.valueOf(known.preset()), known.allowed()));
        console.show(table);
    }
}
