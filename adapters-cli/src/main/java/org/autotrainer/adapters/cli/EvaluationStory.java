package org.autotrainer.adapters.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.autotrainer.adapters.cli.console.Console;
import org.autotrainer.adapters.cli.console.Json;
import org.autotrainer.adapters.cli.console.Table;
import org.autotrainer.adapters.cli.console.Table.Column;
import org.autotrainer.adapters.cli.console.TerminalText;
import org.autotrainer.application.BrowseEvaluations.Chosen;
import org.autotrainer.application.BrowseEvaluations.Correction;
import org.autotrainer.application.BrowseEvaluations.Receipt;
import org.autotrainer.application.BrowseEvaluations.Shown;
import org.autotrainer.application.BrowseEvaluations.Taught;
import org.autotrainer.application.wire.EvaluationBody;
import org.autotrainer.application.wire.MessageBody;
import org.autotrainer.application.wire.SuggestionBody;

/**
 * Tells a person what was judged, whether it counts, what it taught, what was recalled for it, and what was said.
 *
 * @param next makes a command to go on with of its words
 */
record EvaluationStory(Shown shown, UnaryOperator<String> next) {
    private static final int FIRST_MESSAGES = 5;
    private static final int LAST_MESSAGES = 15;
    private static final int LONGEST = 600;

    void write(Console console) {
        EvaluationBody evaluation = shown.evaluation();
        console.say(result(evaluation));
        console.say(recorded(evaluation));
        standing(console);
        about(evaluation, console);
        suggestions(evaluation, console);
        taught(shown.taught(), console);
        if (evaluation.receipt() != null) {
            receipt(evaluation.receipt(), console);
        }
        if (evaluation.messages() != null) {
            conversation(evaluation.messages(), console);
        }
    }

    private static String result(EvaluationBody evaluation) {
        boolean success = Boolean.TRUE.equals(evaluation.success());
        String result = evaluation.outcome() != null ? "could not be judged" : success ? "succeeded" : "failed";
        EvaluationBody.CriticBody critic = evaluation.critic();
        String judge = critic == null || critic.id() == null ? "" : ", judged by " + critic.id();
        String version = critic == null || critic.version() == null ? "" : " " + critic.version();
        return "Task " + evaluation.taskId()
                + (evaluation.attempt() == null ? "" : ", attempt " + evaluation.attempt())
                + (evaluation.run() == null ? "" : " of run " + evaluation.run())
                + " " + result
                + String.format(Locale.ROOT, ", score %.2f", evaluation.score() == null ? 0 : evaluation.score())
                + judge + version + ".";
    }

    private String recorded(EvaluationBody evaluation) {
        String trust = shown.trust().equals("trusted") ? "" : ", which is " + shown.trust();
        return "Evaluation " + evaluation.id()
                + (evaluation.revision() == null ? "" : ", revision " + evaluation.revision())
                + ", is fact " + TrainReport.number(shown.position()) + " of the journal, recorded "
                + HeuristicStory.minute(shown.recordedAt()) + ". It came from " + shown.source() + trust + ".";
    }

    private void standing(Console console) {
        List<Correction> corrections = shown.corrections();
        if (!corrections.isEmpty()) {
            console.say("It was corrected "
                    + (corrections.size() == 1 ? "once" : TrainReport.number(corrections.size()) + " times")
                    + "; this is how it is now.");
        }
        for (String retraction : shown.retractions()) {
            console.say("It was retracted and does not count; to take that back: "
                    + next.apply("retract --undo " + NextStep.word(retraction)));
        }
        if (shown.retracted() == null) {
            console.say(
                    "Whether it counts cannot be told: a retraction fits it that was made long before it was corrected.");
        }
    }

    private static void about(EvaluationBody evaluation, Console console) {
        if (evaluation.context() != null) {
            String tags = evaluation.context().tags() == null
                    ? ""
                    : evaluation.context().tags().stream()
                            .map(tag -> " #" + tag)
                            .collect(Collectors.joining());
            String text = evaluation.context().text() == null
                    ? ""
                    : evaluation.context().text();
            console.say("About: " + TerminalText.brief(text, LONGEST) + tags);
        }
        if (evaluation.model() != null || evaluation.parameters() != null) {
            console.say("Worked with: " + with(evaluation));
        }
    }

    private static String with(EvaluationBody evaluation) {
        List<String> parts = new ArrayList<>();
        if (evaluation.model() != null) {
            parts.add(evaluation.model());
        }
        if (evaluation.parameters() != null) {
            evaluation.parameters().forEach((name, value) -> parts.add(name + " " + value));
        }
        return String.join(", ", parts);
    }

    private static void suggestions(EvaluationBody evaluation, Console console) {
        List<Object> suggestions = evaluation.suggestions() == null ? List.of() : evaluation.suggestions();
        if (suggestions.isEmpty()) {
            console.say("The critic suggested nothing.");
            return;
        }
        Table table = new Table(Column.flexible("what the critic suggested"));
        suggestions.forEach(one ->
                table.row(one instanceof Map<?, ?> object ? String.valueOf(object.get("text")) : String.valueOf(one)));
        console.say("");
        console.show(table);
    }

    private static void taught(Taught taught, Console console) {
        if (!taught.suggestions().isEmpty()) {
            Table table = new Table(Column.text("what it led to"), Column.text("then"), Column.flexible("key"));
            for (SuggestionBody suggestion : taught.suggestions()) {
                table.row(suggestion.kind(), suggestion.status(), suggestion.key());
            }
            console.say("");
            console.show(table);
        }
        if (!taught.heuristics().isEmpty()) {
            Table table =
                    new Table(Column.id("heuristic"), Column.text("is now"), Column.flexible("that holds its advice"));
            taught.heuristics().forEach(one -> table.row(ShortId.of(one.id()), one.status(), one.text()));
            console.say("");
            console.show(table);
        }
    }

    private void receipt(String id, Console console) {
        console.say("");
        Receipt receipt = shown.receipt();
        String credit = shown.taught().credit() == null
                ? ""
                : ": " + shown.taught().credit() + ", " + shown.taught().creditReason();
        console.say("It quotes the receipt " + id + credit + ".");
        if (receipt == null) {
            console.say("The journal has no such receipt.");
            return;
        }
        if (receipt.control()) {
            console.say("That was a control task: nothing was shown, to measure what the whole memory is worth.");
        }
        if (receipt.parameters() != null) {
            console.say("Handed out: "
                    + receipt.parameters().entrySet().stream()
                            .map(one -> one.getKey() + " " + one.getValue())
                            .collect(Collectors.joining(", ")));
        }
        Table table = new Table(
                Column.id("heuristic"),
                Column.text("recalled"),
                Column.number("coin"),
                Column.flexible("as it is now"));
        receipt.shown().forEach(one -> row(one, "shown", table));
        receipt.withheld().forEach(one -> row(one, "withheld", table));
        if (receipt.shown().isEmpty() && receipt.withheld().isEmpty()) {
            console.say("Nothing was recalled.");
        } else {
            console.show(table);
        }
    }

    private static void row(Chosen chosen, String handed, Table table) {
        table.row(
                ShortId.of(chosen.id()),
                handed,
                String.format(Locale.ROOT, "%.2f", chosen.coin()),
                chosen.text() == null ? "(it is gone)" : chosen.text());
    }

    private static void conversation(List<MessageBody> messages, Console console) {
        Table table = new Table(Column.text("who"), Column.flexible("said"));
        boolean all = messages.size() <= FIRST_MESSAGES + LAST_MESSAGES;
        int left = all ? 0 : messages.size() - FIRST_MESSAGES - LAST_MESSAGES;
        boolean cut = false;
        for (int i = 0; i < messages.size(); i++) {
            if (left > 0 && i == FIRST_MESSAGES) {
                table.row("", "… " + TrainReport.number(left) + " messages …");
                i += left;
            }
            String said = said(messages.get(i));
            String brief = TerminalText.brief(said, LONGEST);
            cut |= !brief.equals(said);
            table.row(messages.get(i).role(), brief);
        }
        console.say("");
        console.show(table);
        if (cut || left > 0) {
            console.note("long messages are cut; see all with --json");
        }
    }

    /** A message in one text: what was said, and which tools were called. */
    private static String said(MessageBody message) {
        List<String> parts = new ArrayList<>();
        if (message.content() != null) {
            parts.add(String.valueOf(message.content()));
        }
        if (message.toolCalls() != null) {
            message.toolCalls()
                    .forEach(call -> parts.add("calls " + call.name()
                            + (call.arguments() == null ? "" : " " + Json.line(call.arguments()))));
        }
        return String.join(" ", parts);
    }
}
