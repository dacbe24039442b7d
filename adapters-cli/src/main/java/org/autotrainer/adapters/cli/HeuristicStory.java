package org.autotrainer.adapters.cli;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.autotrainer.adapters.cli.console.Axis;
import org.autotrainer.adapters.cli.console.Bars;
import org.autotrainer.adapters.cli.console.Console;
import org.autotrainer.adapters.cli.console.Table;
import org.autotrainer.adapters.cli.console.Table.Column;
import org.autotrainer.adapters.cli.console.TerminalText;
import org.autotrainer.application.BrowseHeuristics.Item;
import org.autotrainer.application.BrowseHeuristics.Story;

/**
 * Tells a person what a heuristic is, why it stands where it stands, where it came from and what it did.
 *
 * @param next makes a command to go on with of its words
 */
record HeuristicStory(Story story, UnaryOperator<String> next) {
    private static final int LONGEST_TAG = 20;
    private static final String MEASURED = "measured by coin";

    void write(Console console) {
        Item item = story.heuristic();
        console.show(item.text());
        console.say("");
        console.say("Heuristic " + item.id() + " is " + reason(item) + ".");
        if (item.status().equals("quarantined")) {
            quarantine(console);
        }
        console.say(origin(item));
        if (!item.contexts().isEmpty()) {
            console.say("Its tasks were about: " + String.join(", ", item.contexts()) + ".");
        }
        effects(item.evidence(), console);
        if (!story.history().isEmpty()) {
            history(console);
        }
        if (!item.critics().isEmpty()) {
            console.say("");
            console.show(counts("suggested by", item.critics(), "a critic without a name"));
        }
        wordings(console);
    }

    /** Its status, and the numbers behind it. */
    private static String reason(Item item) {
        Object explanation = item.evidence().get("explanation");
        return explanation == null ? item.status() : String.valueOf(explanation);
    }

    private void quarantine(Console console) {
        console.say("It is not shown until it is approved: "
                + next.apply(
                        "heuristics approve " + ShortId.of(story.heuristic().id())));
        story.flags().forEach(console::say);
        if (!story.strangers().isEmpty()) {
            console.show(counts("from sources that are not trusted", story.strangers(), "a source without a name"));
        }
    }

    private static String origin(Item item) {
        if (item.suggested() == 0) {
            return "It was set by hand; no evaluation has suggested it.";
        }
        String first = minute(item.firstSeen());
        String last = minute(item.lastSeen());
        return "It was suggested " + (first.equals(last) ? "on " + first : "first on " + first + ", last on " + last)
                + ".";
    }

    /** A time such as 2026-05-21 09:30 UTC. */
    static String minute(String time) {
        return time.length() < 16 ? time : time.substring(0, 10) + " " + time.substring(11, 16) + " UTC";
    }

    private static void effects(Map<String, Object> evidence, Console console) {
        Map<String, Effect> effects = new LinkedHashMap<>();
        Effect.in(evidence, "believed").ifPresent(effect -> effects.put("believed", effect));
        Effect.in(evidence, "measured").ifPresent(effect -> effects.put(MEASURED, effect));
        if (evidence.get("measured_by_tag") instanceof Map<?, ?> tags) {
            tags.forEach((tag, value) -> Effect.of(value)
                    .ifPresent(effect ->
                            effects.put("  at #" + TerminalText.brief(String.valueOf(tag), LONGEST_TAG), effect)));
        }
        console.say("");
        console.say("Shown in " + counted(evidence, "shown") + ", withheld by a coin in "
                + counted(evidence, "withheld") + "; verdict: " + verdict(evidence) + ".");
        if (effects.isEmpty()) {
            console.say("Nothing is known yet of what it does to success.");
            return;
        }
        Axis axis = Axis.of(effects.values().stream().map(Effect::range).toList());
        Table table =
                new Table(Column.text("uplift"), Column.number("points"), Column.number("interval"), Column.bar());
        for (Map.Entry<String, Effect> effect : effects.entrySet()) {
            table.row(
                    effect.getKey(),
                    effect.getValue().points(),
                    effect.getKey().equals(MEASURED) && effect.getValue().saysNothing()
                            ? "too few coins yet"
                            : effect.getValue().interval(),
                    effect.getValue().bar(axis));
        }
        console.show(table);
    }

    private static String counted(Map<String, Object> evidence, String name) {
        String number = evidence.get(name) instanceof Number known ? TrainReport.number(known.longValue()) : "0";
        return number + (number.equals("1") ? " recall" : " recalls");
    }

    private static String verdict(Map<String, Object> evidence) {
        String word = String.valueOf(evidence.getOrDefault("verdict", "unknown"));
        if (word.equals("unknown")) {
            return "unknown, not proven either way";
        }
        return Boolean.TRUE.equals(evidence.get("corrected"))
                ? word + ", and it holds among all heuristics"
                : word + ", though not yet among all heuristics together";
    }

    private void history(Console console) {
        Table table = new Table(Column.text("changed"), Column.text("to"), Column.flexible("because"));
        story.history().forEach(change -> table.row(minute(change.at()), change.to(), change.because()));
        console.say("");
        console.show(table);
    }

    private static Table counts(String heading, Map<String, Integer> counts, String nameless) {
        int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        List<Map.Entry<String, Integer>> sorted = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        Table table = new Table(Column.text(heading), Column.number("times"), Column.bar());
        for (Map.Entry<String, Integer> one : sorted) {
            table.row(one.getKey().isEmpty() ? nameless : one.getKey(), one.getValue(), Bars.of(one.getValue(), most));
        }
        return table;
    }

    private void wordings(Console console) {
        if (story.wordings().size() > 1) {
            Table table = new Table(Column.id("wording"), Column.flexible("which is the same advice"));
            story.wordings().forEach((id, text) -> table.row(ShortId.of(id), text));
            console.say("");
            console.show(table);
        }
        if (!story.origins().isEmpty()) {
            Table table = new Table(Column.text("key"), Column.flexible("as it was set"));
            story.origins().forEach(origin -> table.row(origin.key(), origin.text()));
            console.say("");
            console.show(table);
        }
    }
}
