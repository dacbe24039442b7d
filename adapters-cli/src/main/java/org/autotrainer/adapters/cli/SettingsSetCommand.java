package org.autotrainer.adapters.cli;

import java.util.Map;
import org.autotrainer.adapters.cli.Loops.Access;
import org.autotrainer.adapters.cli.console.Console;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.domain.memory.Setting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Changes a setting of an agent. */
@Command(
        name = "set",
        header = "Change a setting of an agent, from the next fact on.",
        footer = {"", "Example:", "  autotrainer settings set modes.heuristic_update propose --agent support"})
final class SettingsSetCommand extends AgentVerb {
    @Parameters(index = "0", paramLabel = "NAME", description = "The setting, as settings list shows it.")
    private String name;

    @Parameters(index = "1", paramLabel = "VALUE", description = "The new value.")
    private String value;

    SettingsSetCommand() {
        super(Access.CREATING);
    }

    @Override
    void check() {
        super.check();
        Setting.of(name).checked(value);
    }

    @Override
    int run(TrainingLoop loop, Console console) {
        SettingsListCommand.show(loop.settings().change(agent(), Map.of(name, value)), inJson(), console);
        return ExitCode.OK;
    }
}
