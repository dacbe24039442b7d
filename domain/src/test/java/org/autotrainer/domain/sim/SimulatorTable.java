package org.autotrainer.domain.sim;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * The command that compares rules in worlds, as tables in Markdown on its output; progress goes to the other stream.
 *
 * <p>Arguments, all of which may be left out from the end: worlds ({@code all}, or names with commas between them, see {@link
 * WorldSpec#parse}), tasks (2000), seeds ({@code 1-3}) and rules ({@code all}, or names).
 */
final class SimulatorTable {
    private static final String ALL = "all";

    private SimulatorTable() {}

    public static void main(String[] args) {
        try {
            print(System.out, compare(System.err, args));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    static Comparison compare(PrintStream progress, String... args) {
        String worlds = argument(args, 0, ALL);
        String rules = argument(args, 3, ALL);
        return new Comparison(
                worlds.equals(ALL)
                        ? Worlds.ALL
                        : split(worlds).stream().map(WorldSpec::parse).toList(),
                rules.equals(ALL)
                        ? Contender.ALL
                        : split(rules).stream().map(Contender::named).toList(),
                Integer.parseInt(argument(args, 1, "2000")),
                seeds(argument(args, 2, "1-3")),
                progress::println);
    }

    static void print(PrintStream out, Comparison comparison) {
        out.println(
                "Captured: percent of what the oracle gains over no memory (pt: points, where there is nothing to gain)");
        out.println();
        printRow(out, "world", comparison.rules().stream().map(Contender::name).toList());
        printRow(out, "---", comparison.rules().stream().map(rule -> "---:").toList());
        for (WorldSpec world : comparison.worlds()) {
            printRow(
                    out,
                    world.name(),
                    comparison.rules().stream()
                            .map(rule -> captured(comparison.of(world, rule)))
                            .toList());
        }
        List<String> means = comparison.rules().stream()
                .map(rule -> meanCaptured(comparison.of(rule)))
                .map(mean -> mean.isPresent() ? "**" + number(mean.getAsDouble()) + "**" : "")
                .toList();
        printRow(out, "**mean**", means);
        out.println();
        printKnowledge(out, comparison);
    }

    private static void printKnowledge(PrintStream out, Comparison comparison) {
        List<String> columns = List.of(
                "lift, pt",
                "helpful lines, %",
                "harmful lines, %",
                "helps right/wrong",
                "harms right/wrong",
                "believed holds",
                "measured holds",
                "regret, pt",
                "final regret, pt",
                "over budget",
                "unknown");
        printRow(out, "rule", columns);
        printRow(out, "---", columns.stream().map(column -> "---:").toList());
        for (Contender rule : comparison.rules()) {
            List<SimResult> runs = comparison.of(rule);
            Assessment knowledge = runs.stream().map(SimResult::knowledge).reduce(Assessment.NONE, Assessment::plus);
            printRow(
                    out,
                    rule.name(),
                    List.of(
                            number(mean(runs, run -> run.gains().lift())),
                            number(mean(runs, run -> run.lines().percentHelpful())),
                            number(mean(runs, run -> run.lines().percentHarmful())),
                            knowledge.helpsRight() + "/" + knowledge.helpsWrong(),
                            knowledge.harmsRight() + "/" + knowledge.harmsWrong(),
                            share(knowledge.believed()),
                            share(knowledge.measured()),
                            number(mean(runs, SimResult::regret)),
                            number(mean(runs, SimResult::finalRegret)),
                            number(mean(runs, SimResult::overBudget)),
                            number(mean(runs, SimResult::unknown))));
        }
    }

    private static String captured(List<SimResult> runs) {
        OptionalDouble captured = meanCaptured(runs);
        return captured.isPresent()
                ? number(captured.getAsDouble())
                : number(mean(runs, run -> run.gains().lift())) + " pt";
    }

    private static OptionalDouble meanCaptured(List<SimResult> runs) {
        return runs.stream()
                .map(run -> run.gains().captured())
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .average();
    }

    private static double mean(List<SimResult> runs, ToDoubleFunction<SimResult> what) {
        return runs.stream().mapToDouble(what).average().orElse(0);
    }

    private static String share(Assessment.Coverage coverage) {
        return coverage.share().isPresent()
                ? String.format(Locale.ROOT, "%.3f of %d", coverage.share().getAsDouble(), coverage.of())
                : "";
    }

    /** With one digit, and no sign before zero. */
    private static String number(double value) {
        String number = String.format(Locale.ROOT, "%.1f", value);
        return number.equals("-0.0") ? "0.0" : number;
    }

    private static void printRow(PrintStream out, String head, List<String> cells) {
        out.println("| " + head + " | " + String.join(" | ", cells) + " |");
    }

    private static String argument(String[] args, int index, String standard) {
        return index < args.length ? args[index] : standard;
    }

    private static List<String> split(String names) {
        return Arrays.asList(names.split(",", -1));
    }

    /** Seeds like {@code 1-3} or {@code 4,8}. */
    private static List<Long> seeds(String text) {
        return split(text).stream()
                .flatMapToLong(part -> {
                    int dash = part.indexOf('-');
                    long first = Long.parseLong(dash < 0 ? part : part.substring(0, dash));
                    return LongStream.rangeClosed(first, dash < 0 ? first : Long.parseLong(part.substring(dash + 1)));
                })
                .boxed()
                .collect(Collectors.toList());
    }
}
