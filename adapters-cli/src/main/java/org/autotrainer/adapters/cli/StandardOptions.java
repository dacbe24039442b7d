package org.autotrainer.adapters.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options that are the same everywhere: every command shows its help, the program its version. */
final class StandardOptions {
    private StandardOptions() {}

    static void addTo(CommandLine program) {
        program.getCommandSpec()
                .addOption(flag("-V", "--version")
                        .versionHelp(true)
                        .description("Show the version.")
                        .build());
        addHelp(program.getCommandSpec());
    }

    private static void addHelp(CommandSpec command) {
        command.addOption(flag("-h", "--help")
                .usageHelp(true)
                .description("Show this help.")
                .build());
        command.usageMessage()
                .parameterListHeading("%n")
                .optionListHeading("%nOptions:%n")
                .commandListHeading("%nVerbs:%n")
                .synopsisHeading("%nUsage: ");
        command.subcommands().values().forEach(sub -> addHelp(sub.getCommandSpec()));
    }

    private static OptionSpec.Builder flag(String letter, String name) {
        return OptionSpec.builder(letter, name).type(boolean.class).arity("0");
    }
}
