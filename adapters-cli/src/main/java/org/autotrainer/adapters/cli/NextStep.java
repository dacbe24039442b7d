package org.autotrainer.adapters.cli;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Commands to go on with, as they are typed: agent and store are those of the command before. */
final class NextStep {
    private static final String PROGRAM = "autotrainer ";
    private static final List<String> CARRIED = List.of("--agent", "--store", "--tokens");
    private static final Pattern AT_THE_END = Pattern.compile("(.*(?:: |; see ))" + PROGRAM + "([A-Za-z ]+)");
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}._/@:+=,%-]+");

    private NextStep() {}

    /**
     * A command with what was said of agent and store before, as far as it takes it.
     *
     * @param typed the command before
     * @param words the verb, and what follows it
     */
    static String after(CommandSpec typed, String words) {
        ParseResult before = typed.commandLine().getParseResult();
        CommandSpec next = verb(typed.root(), words);
        StringBuilder command = new StringBuilder(PROGRAM).append(words);
        for (String name : CARRIED) {
            boolean carries = before != null
                    && before.hasMatchedOption(name)
                    && !words.contains(name + " ")
                    && next.findOption(name) != null;
            if (carries) {
                String value = before.matchedOption(name).originalStringValues().get(0);
                command.append(' ').append(name).append(' ').append(word(value));
            }
        }
        return command.toString();
    }

    /** A sentence that may end in a command to go on with. */
    static String in(String sentence, CommandSpec typed) {
        Matcher found = AT_THE_END.matcher(sentence);
        return found.matches() ? found.group(1) + after(typed, found.group(2)) : sentence;
    }

    /** The verb that words begin with; of a group, the one that is usual. */
    private static CommandSpec verb(CommandSpec program, String words) {
        CommandSpec verb = program;
        for (String word : words.split(" ", -1)) {
            if (!verb.subcommands().containsKey(word)) {
                break;
            }
            verb = verb.subcommands().get(word).getCommandSpec();
        }
        return verb.subcommands().containsKey("list")
                ? verb.subcommands().get("list").getCommandSpec()
                : verb;
    }

    /** A word as a shell takes it: in quotes if it needs some. */
    static String word(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
