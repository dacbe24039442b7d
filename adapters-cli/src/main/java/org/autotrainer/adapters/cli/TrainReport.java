package org.autotrainer.adapters.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.UnaryOperator;
import org.autotrainer.adapters.cli.console.Bars;
import org.autotrainer.adapters.cli.console.Console;
import org.autotrainer.adapters.cli.console.Table;
import org.autotrainer.adapters.cli.console.Table.Column;
import org.autotrainer.application.ImportEvaluations.Summary;
import org.autotrainer.application.ImportEvaluations.Trouble;
import org.autotrainer.application.wire.EvaluationBody;

/**
 * Tells what training led to.
 *
 * @param agents whose evaluations there were
 * @param following makes a command to go on with of its words
 */
record TrainReport(
        Summary summary,
        SortedSet<String> agents,
        boolean rehearsed,
        boolean proposed,
        UnaryOperator<String> following) {
    private static final int PROBLEMS = 20;
    private static final int AGENTS = 5;

    void write(Console console, boolean json) {
        if (json) {
            console.json(summary);
        } else if (summary.read() == 0 && advice("read") == 0) {
            console.say("There was no evaluation.");
        } else {
            table(console);
        }
        List<Trouble> problems = summary.problems();
        problems.stream()
                .limit(PROBLEMS)
                .forEach(problem -> console.note(problem.file() + " line " + problem.line() + ": " + problem.reason()));
        if (summary.rejected() > PROBLEMS) {
            console.note("and " + number(summary.rejected() - PROBLEMS) + " more; see them with --json");
        }
    }

    private void table(Console console) {
        int judged = summary.recorded() + summary.unchanged();
        Table table = new Table(Column.text(""), Column.number(""), Column.bar());
        row(table, "evaluations read", summary.read(), 0);
        row(table, "  recorded", summary.recorded(), judged);
        row(table, "  unchanged", summary.unchanged(), judged);
        row(table, "  rejected", summary.rejected(), 0);
        row(table, "successes", summary.successes(), judged);
        row(table, "failures", judged - summary.successes() - summary.errors(), judged);
        row(table, "errors, not judged", summary.errors(), judged);
        long suggestions = suggested();
        row(table, "training suggestions", suggestions, 0);
        for (Map.Entry<String, Integer> kind : summary.suggestions().entrySet()) {
            row(table, "  " + kind.getKey(), kind.getValue(), suggestions);
        }
        row(table, "  applied", summary.applied(), suggestions);
        long receipts = credit("credited") + credit("waiting") + credit("none");
        if (receipts > 0) {
            row(table, "receipts quoted", receipts, 0);
            row(table, "  credited", credit("credited"), receipts);
            row(table, "  not known yet", credit("waiting"), receipts);
            row(table, "  without credit", credit("none"), receipts);
        }
        row(table, "heuristics new", count("new"), 0);
        row(table, "heuristics reinforced", count("reinforced"), 0);
        row(table, "examples for data sets", summary.examples(), judged);
        if (advice("read") > 0) {
            row(table, "pieces of advice read", advice("read"), 0);
            row(table, "  set", advice("set"), advice("read"));
            row(table, "  new heuristics", advice("new"), advice("read"));
        }
        console.show(table);
        console.say("");
        console.say(sentence());
    }

    private long count(String name) {
        return summary.heuristics().get(name) instanceof Number number ? number.longValue() : 0;
    }

    private long advice(String name) {
        return summary.advice() != null && summary.advice().get(name) instanceof Number number ? number.longValue() : 0;
    }

    private long credit(String word) {
        return summary.credit() == null ? 0 : summary.credit().getOrDefault(word, 0);
    }

    private static void row(Table table, String name, long value, long of) {
        table.row(name, number(value), Bars.of(value, of));
    }

    private String sentence() {
        if (advice("read") > 0 && summary.read() == 0 && !rehearsed) {
            return "See what was learned: " + following.apply("heuristics" + ofAgent());
        }
        if (rehearsed) {
            return "A rehearsal: nothing was written.";
        }
        if (summary.recorded() == 0) {
            return summary.unchanged() == 0
                    ? "Nothing was recorded."
                    : "Nothing changed: "
                            + (summary.unchanged() == 1 ? "it was" : "all " + number(summary.unchanged()) + " were")
                            + " recorded before.";
        }
        String others = agents.size() == 1 ? "" : " (or another agent of " + named() + ")";
        return next() + others;
    }

    private String ofAgent() {
        return agents.first().equals(EvaluationBody.DEFAULT_AGENT) ? "" : " --agent " + NextStep.word(agents.first());
    }

    private String next() {
        if (proposed && suggested() > 0) {
            return "Nothing was applied; decide with: " + following.apply("suggestions" + ofAgent());
        }
        if (count("new") + count("reinforced") > 0) {
            return "See what was learned: " + following.apply("heuristics" + ofAgent());
        }
        if (summary.examples() > 0) {
            return "Make a data set: " + following.apply("export --format trl-sft" + ofAgent());
        }
        return suggested() > 0
                ? "See what is suggested: " + following.apply("suggestions" + ofAgent())
                : "Nothing was suggested; see what is known: " + following.apply("report" + ofAgent());
    }

    private long suggested() {
        return summary.suggestions().values().stream()
                .mapToLong(Integer::longValue)
                .sum();
    }

    private String named() {
        List<String> first = agents.stream().limit(AGENTS).toList();
        return String.join(", ", first) + (agents.size() > AGENTS ? ", …" : "");
    }

    /** A number with its thousands apart. */
    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
