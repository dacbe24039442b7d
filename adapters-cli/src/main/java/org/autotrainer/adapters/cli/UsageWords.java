package org.autotrainer.adapters.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.autotrainer.application.wire.Spelling;
import org.autotrainer.domain.evaluation.InvalidValueException;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one sentence what is wrong with how a command was written. */
final class UsageWords {
    private UsageWords() {}

    static String of(ParameterException wrong) {
        CommandSpec command = wrong.getCommandLine().getCommandSpec();
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched.getUnmatched().get(0), command);
        }
        if (wrong instanceof OverwrittenOptionException twice) {
            return label(twice.getOverwritten()) + " is given twice";
        }
        if (wrong instanceof MissingParameterException missing) {
            return missing(missing, command);
        }
        if (wrong.getCause() instanceof InvalidValueException own) {
            return String.valueOf(own.getMessage());
        }
        ArgSpec argument = wrong.getArgSpec();
        if (argument == null) {
            return "the command cannot be understood";
        }
        if (argument.type() == boolean.class) {
            return label(argument) + " takes no value";
        }
        boolean whole =
                argument.type() == int.class || argument.type() == Integer.class || argument.type() == long.class;
        String tooLong = String.valueOf(wrong.getValue()).matches("[+-]?\\d+") ? " of at most nine digits" : "";
        String allowed = whole ? "a whole number" + tooLong : "one of " + argument.paramLabel();
        return label(argument) + " is \"" + wrong.getValue() + "\"; allowed is " + allowed;
    }

    private static String missing(MissingParameterException missing, CommandSpec command) {
        ArgSpec argument = missing.getMissing().get(0);
        boolean withoutValue = argument.isOption()
                && command.commandLine().getParseResult() != null
                && String.valueOf(missing.getMessage()).contains("parameter");
        return withoutValue
                ? label(argument) + " needs a value: " + argument.paramLabel()
                : verb(command) + " needs "
                        + (argument.isOption() ? label(argument) + " " + argument.paramLabel() : argument.paramLabel());
    }

    /** What is wrong with a word that a command has no use for. */
    static String unmatched(String written, CommandSpec command) {
        if (written.startsWith("-") && written.length() > 1) {
            String name = written.contains("=") ? written.substring(0, written.indexOf('=')) : written;
            return "there is no option " + name + " of " + verb(command) + meant(name, optionNames(command));
        }
        List<String> names = new ArrayList<>(command.subcommands().keySet());
        if (!names.isEmpty()) {
            String group = command.parent() == null ? "" : verb(command) + " ";
            return "there is no verb \"" + group + written + "\"" + meant(written, names) + "; there are "
                    + String.join(", ", names);
        }
        String hint = command.positionalParameters().isEmpty() ? "" : "; text of several words stands in quotes";
        return verb(command) + " has no use for \"" + written + "\"" + hint;
    }

    /** What a command is called behind the program's name. */
    private static String verb(CommandSpec command) {
        return command.parent() == null
                ? command.name()
                : command.qualifiedName().replaceFirst("^\\S+ ", "");
    }

    private static List<String> optionNames(CommandSpec command) {
        return command.options().stream()
                .flatMap(option -> List.of(option.names()).stream())
                .filter(name -> name.startsWith("--"))
                .collect(Collectors.toList());
    }

    private static String meant(String written, List<String> names) {
        return Spelling.nearest(written, names)
                .map(near -> "; did you mean " + near + "?")
                .orElse("");
    }

    private static String label(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    /** The verbs of a command, for the message that one is missing. */
    static InvalidValueException needsVerb(CommandLine group) {
        return new InvalidValueException(group.getCommandName() + " needs one of "
                + String.join(", ", group.getSubcommands().keySet()));
    }
}
