package org.autotrainer.adapters.cli;

import jakarta.inject.Provider;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.autotrainer.adapters.cli.console.Console;
import org.autotrainer.domain.evaluation.InvalidValueException;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Finds the command that is meant, runs it, and says in one sentence why when it cannot. */
public final class Dispatcher {
    /** The longest line of a help text. */
    private static final int WIDEST_HELP = 110;
    /** What a group of commands does when none of them is named. */
    private static final Map<String, String> USUAL =
            Map.of("suggestions", "list", "heuristics", "list", "evaluations", "list", "settings", "list");

    private final Console console;
    private final Provider<Loops> loops;

    /** A dispatcher of commands that speak through a console; {@code loops} is asked only if one needs a store. */
    public Dispatcher(Console console, Provider<Loops> loops) {
        this.console = console;
        this.loops = loops;
    }

    /** Runs a command and returns its exit code; nothing is thrown. */
    public int run(String... args) {
        CommandLine program = program();
        try {
            return dispatch(program.parseArgs(completed(args)));
        } catch (ParameterException wrong) {
            return usage(UsageWords.of(wrong), wrong.getCommandLine());
        } catch (Throwable thrown) {
            return failed(thrown, program.getCommandSpec());
        }
    }

    private int flushed(int exitCode) {
        console.flush();
        return exitCode;
    }

    /** The program with all its verbs. */
    CommandLine program() {
        CommandLine program = new CommandLine(new AutoTrainerCommand());
        StandardOptions.addTo(program);
        PrintWriter answers = console.answers();
        return program.setOut(answers)
                .setExpandAtFiles(false)
                .setTrimQuotes(false)
                .setUsageHelpWidth(Math.min(WIDEST_HELP, Math.max(60, console.width())))
                .setColorScheme(Help.defaultColorScheme(console.isColoured() ? Help.Ansi.ON : Help.Ansi.OFF));
    }

    private int dispatch(ParseResult parsed) {
        List<CommandLine> chain = parsed.asCommandLineList();
        CommandLine typed = chain.get(chain.size() - 1);
        Optional<String> unknown = typed.getParseResult().unmatched().stream().findFirst();
        if (unknown.isPresent() && !typed.getSubcommands().isEmpty()) {
            return usage(UsageWords.unmatched(unknown.get(), typed.getCommandSpec()), typed); // beside --help
        }
        if (CommandLine.executeHelpRequest(parsed) != null) {
            return flushed(ExitCode.OK);
        }
        Verb verb = typed.getCommand();
        try {
            return flushed(verb.run(console, loops));
        } catch (InvalidValueException invalid) {
            return usage(NextStep.in(Failure.of(invalid).sentence(), typed.getCommandSpec()), typed);
        } catch (Throwable thrown) {
            return failed(thrown, typed.getCommandSpec());
        }
    }

    /** The arguments, with the usual command of a group where none is named, and help where it is asked for as a verb. */
    private static String[] completed(String[] args) {
        if (args.length > 0 && args[0].equals("help")) {
            List<String> asked = new ArrayList<>(Arrays.asList(args).subList(1, args.length));
            asked.add("--help");
            return asked.toArray(String[]::new);
        }
        if (args.length == 0 || !USUAL.containsKey(args[0])) {
            return args;
        }
        boolean named =
                args.length > 1 && (!args[1].startsWith("-") || args[1].equals("-h") || args[1].equals("--help"));
        if (named) {
            return args;
        }
        List<String> completed = new ArrayList<>(Arrays.asList(args));
        completed.add(1, USUAL.get(args[0]));
        return completed.toArray(String[]::new);
    }

    private int usage(String sentence, CommandLine command) {
        console.note(new Failure(ExitCode.USAGE, sentence).sentence());
        console.hint("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    private int failed(Throwable thrown, CommandSpec typed) {
        if (console.isReaderGone()) {
            return ExitCode.OK;
        }
        Failure failure = Failure.of(thrown);
        console.note(NextStep.in(failure.sentence(), typed));
        if (!console.variable("AUTOTRAINER_DEBUG").isEmpty()) {
            console.trace(thrown);
        }
        return failure.exitCode();
    }
}
