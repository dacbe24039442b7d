package org.autotrainer.adapters.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.autotrainer.adapters.cli.Loops.Access;
import org.autotrainer.adapters.cli.console.Bars;
import org.autotrainer.adapters.cli.console.Console;
import org.autotrainer.adapters.cli.console.Table;
import org.autotrainer.adapters.cli.console.Table.Column;
import org.autotrainer.application.BrowseHeuristics.Item;
import org.autotrainer.application.TrainingLoop;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows where one heuristic came from. */
@Command(
        name = "show",
        header = "Show a heuristic and where it came from.",
        footer = {"", "Example:", "  autotrainer heuristics show 5c1e90 --agent support"})
final class HeuristicsShowCommand extends AgentVerb {
    @Parameters(
            paramLabel = "ID",
            description = "The heuristic's id, or the beginning of it, at least four characters.")
    private String id;

    HeuristicsShowCommand() {
        super(Access.EXISTING);
    }

    @Override
    int run(TrainingLoop loop, Console console) {
        Item item = loop.heuristics().show(agent(), id);
        if (inJson()) {
            console.json(item);
        } else {
            explain(item, console);
        }
        return ExitCode.OK;
    }

    private static void explain(Item item, Console console) {
        console.show(item.text());
        console.say("");
        console.say("Heuristic " + item.id() + " is " + item.status() + ".");
        console.say(origin(item));
        Object shown = item.evidence().getOrDefault("shown", 0);
        console.say("It was shown in " + times(shown, "recall", "recalls") + " with a receipt.");
        if (!item.contexts().isEmpty()) {
            console.say("Its tasks were about: " + String.join(", ", item.contexts()) + ".");
        }
        if (!item.critics().isEmpty()) {
            console.say("");
            console.show(critics(item.critics()));
        }
        if (!item.keys().isEmpty()) {
            console.say("");
            Table keys = new Table(Column.flexible("keys"));
            item.keys().forEach(keys::row);
            console.show(keys);
        }
    }

    private static String origin(Item item) {
        if (item.suggested() == 0) {
            return "It was set by hand; no evaluation has suggested it.";
        }
        String first = minute(item.firstSeen());
        String last = minute(item.lastSeen());
        String when = first.equals(last) ? ", on " + first : ", first on " + first + ", last on " + last;
        return "It was suggested " + times(item.suggested(), "time", "times") + " in "
                + times(item.support(), "task", "tasks") + when + ".";
    }

    /** A time such as 2026-05-21 09:30 UTC. */
    private static String minute(String time) {
        return time.length() < 16 ? time : time.substring(0, 10) + " " + time.substring(11, 16) + " UTC";
    }

    private static Table critics(Map<String, Integer> critics) {
        int most = critics.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        List<Map.Entry<String, Integer>> sorted = critics.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        Table table = new Table(Column.text("suggested by"), Column.number("times"), Column.bar());
        for (Map.Entry<String, Integer> critic : sorted) {
            table.row(
                    critic.getKey().isEmpty() ? "a critic without a name" : critic.getKey(),
                    critic.getValue(),
                    Bars.of(critic.getValue(), most));
        }
        return table;
    }

    private static String times(Object count, String one, String several) {
        return count + " " + (String.valueOf(count).equals("1") ? one : several);
    }
}
