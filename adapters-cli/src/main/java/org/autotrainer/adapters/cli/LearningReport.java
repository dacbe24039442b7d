package org.autotrainer.adapters.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.autotrainer.adapters.cli.console.Axis;
import org.autotrainer.adapters.cli.console.Bars;
import org.autotrainer.adapters.cli.console.Console;
import org.autotrainer.adapters.cli.console.Sparkline;
import org.autotrainer.adapters.cli.console.Table;
import org.autotrainer.adapters.cli.console.Table.Column;
import org.autotrainer.application.ReportLearning.Cost;
import org.autotrainer.application.ReportLearning.CriticLine;
import org.autotrainer.application.ReportLearning.DriftLine;
import org.autotrainer.application.ReportLearning.Line;
import org.autotrainer.application.ReportLearning.Response;
import org.autotrainer.application.ReportLearning.TotalLift;
import org.autotrainer.application.ReportSuccess;
import org.autotrainer.application.ReportSuccess.Share;
import org.autotrainer.application.ReportSuccess.Step;

/** Tells a person what was learned: first what it is worth, then what it is, then what measuring it costs. */
record LearningReport(Response report, ReportSuccess.Response success, Console console) {
    private static final int MOST = 5;
    private static final int FULL = 1_000;

    void write() {
        lift(report.totalLift());
        overTime();
        learned();
        lines("proven by coins", report.proven());
        lines("believed to help most", unproven(report.best()));
        lines("retired for harm", report.retired());
        lines("quarantined", report.quarantined());
        drift();
        critics();
        cost(report.cost());
    }

    private void lift(TotalLift lift) {
        Optional<Effect> uplift = lift.uplift() == null ? Optional.empty() : Effect.of(lift.uplift());
        if (lift.used() + lift.controls() == 0) {
            console.say("What the memory of agent " + report.agent()
                    + " is worth is not known yet: no evaluation has quoted a receipt.");
            return;
        }
        console.say(uplift.map(effect -> "The memory of agent " + report.agent() + " is worth " + effect.points()
                        + " points of success " + effect.interval()
                        + ", measured against control tasks that got nothing on purpose.")
                .orElse("What the memory of agent " + report.agent()
                        + " is worth is not known yet: about two tasks in a hundred are control tasks."));
        uplift.ifPresent(effect -> console.say(effect.bar(Axis.of(List.of(effect.range())))));
        Table table = new Table(Column.text("tasks"), Column.number("judged"), Column.number("success"), Column.bar());
        row(table, "with memory", lift.used(), lift.successUsed());
        row(table, "control", lift.controls(), lift.successControls());
        console.say("");
        console.show(table);
    }

    private static void row(Table table, String name, int judged, double success) {
        table.row(
                name,
                TrainReport.number(judged),
                judged == 0 ? "" : Effect.percent(success),
                judged == 0 ? "" : Bars.of(Math.round(FULL * success), FULL));
    }

    private void overTime() {
        List<Step> steps = success.steps();
        if (steps.size() < 2) {
            return;
        }
        Table table = new Table(
                Column.text("success over time"), Column.bar(), Column.number("judged"), Column.number("mean"));
        line(table, "with memory", success.withMemory(), Step::withMemory);
        line(table, "control, all so far", success.control(), Step::controlSoFar);
        line(table, "without a recall", success.withoutRecall(), Step::withoutRecall);
        console.say("");
        console.show(table);
        console.say("From " + HeuristicStory.minute(steps.get(0).from()) + " to "
                + HeuristicStory.minute(steps.get(steps.size() - 1).to())
                + (success.complete() ? "." : "; older attempts are not drawn."));
    }

    private void line(Table table, String name, Share whole, Function<Step, Share> part) {
        if (whole.judged() > 0) {
            List<Optional<Double>> shares = success.steps().stream()
                    .map(step -> Optional.ofNullable(part.apply(step).success()))
                    .toList();
            table.row(name, Sparkline.of(shares), TrainReport.number(whole.judged()), Effect.percent(whole.success()));
        }
    }

    private void learned() {
        long all = report.heuristics().values().stream()
                .mapToLong(Integer::longValue)
                .sum();
        console.say("");
        if (all == 0) {
            console.say("No heuristic was learned yet.");
            return;
        }
        Table table = new Table(Column.text("heuristics"), Column.number("number"), Column.bar());
        for (String status : new Choices.Standings()) {
            int count = report.heuristics().getOrDefault(status, 0);
            if (count > 0) {
                table.row(status, TrainReport.number(count), Bars.of(count, all));
            }
        }
        console.show(table);
    }

    private void lines(String heading, List<Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        Table table = new Table(Column.id("id"), Column.flexible(heading));
        for (Line line : lines.subList(0, Math.min(MOST, lines.size()))) {
            table.row(ShortId.of(line.id()), line.text());
            table.row("", line.explanation());
        }
        if (lines.size() > MOST) {
            table.row("", "and more; see them with --json");
        }
        console.say("");
        console.show(table);
    }

    /** Those that are not told as proven before. */
    private List<Line> unproven(List<Line> best) {
        return best.stream().filter(line -> !report.proven().contains(line)).toList();
    }

    private void drift() {
        if (report.drift().isEmpty()) {
            return;
        }
        Table table = new Table(Column.text("drift"), Column.text("where"), Column.flexible("what outcomes did"));
        for (DriftLine line : report.drift()) {
            table.row(
                    HeuristicStory.minute(line.at()),
                    line.what() + " " + (line.what().equals("heuristic") ? ShortId.of(line.id()) : line.id()),
                    line.direction().equals("up") ? "rose above what was expected" : "fell below what was expected");
        }
        console.say("");
        console.show(table);
    }

    private void critics() {
        if (report.critics().isEmpty()) {
            return;
        }
        Table table = new Table(
                Column.text("critic"),
                Column.number("judged"),
                Column.number("success"),
                Column.number("score"),
                Column.number("lenient"),
                Column.flexible("remarks"));
        for (CriticLine critic : report.critics()) {
            table.row(
                    critic.critic().isEmpty() ? "without a name" : critic.critic(),
                    TrainReport.number(critic.judged()),
                    Effect.percent(critic.success()),
                    Effect.decimals(critic.score()),
                    Effect.signed(critic.leniency()),
                    remarks(critic));
        }
        console.say("");
        console.show(table);
    }

    private static String remarks(CriticLine critic) {
        String agreement = critic.agreement().entrySet().stream()
                .map(other -> "agrees with " + (other.getKey().isEmpty() ? "the nameless" : other.getKey())
                        + " at kappa " + Effect.decimals(other.getValue()))
                .collect(Collectors.joining("; "));
        String warning = critic.warning().isEmpty() ? "" : "Warning: " + critic.warning();
        return warning + (warning.isEmpty() || agreement.isEmpty() ? "" : "; ") + agreement;
    }

    private void cost(Cost cost) {
        Table table = new Table(Column.text("what measuring costs"), Column.number(""), Column.bar());
        table.row("recalls with a receipt", TrainReport.number(cost.receipts()), "");
        table.row(
                "  never answered by an evaluation",
                TrainReport.number(cost.unanswered()),
                Bars.of(cost.unanswered(), cost.receipts()));
        share(table, "  of what was shown, without an outcome", cost.unansweredShareShown());
        share(table, "  of what was withheld, without an outcome", cost.unansweredShareWithheld());
        share(table, "withheld by a coin", cost.withheldShare());
        table.row("successes that withholding is believed to have cost", Effect.tenths(cost.expectedLoss()), "");
        table.row("tokens put into prompts", TrainReport.number(cost.tokens()), "");
        if (cost.tokensPerSuccess() != null) {
            table.row(
                    "  for each success that the memory is measured to have brought",
                    TrainReport.number(Math.round(cost.tokensPerSuccess())),
                    "");
        }
        if (cost.withheldShare() > 0) {
            share(table, "beliefs that coins bear out", report.trust());
        } else {
            table.row("beliefs that coins bear out", "–", ""); // without a coin nothing can speak against them
        }
        console.say("");
        console.show(table);
    }

    private static void share(Table table, String name, double share) {
        table.row(name, Effect.percent(share), Bars.of(Math.round(FULL * share), FULL));
    }
}
