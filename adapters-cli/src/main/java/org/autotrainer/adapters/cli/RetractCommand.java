package org.autotrainer.adapters.cli;

import java.util.List;
import java.util.stream.Stream;
import org.autotrainer.adapters.cli.Loops.Access;
import org.autotrainer.adapters.cli.console.Console;
import org.autotrainer.adapters.cli.console.Table;
import org.autotrainer.adapters.cli.console.Table.Column;
import org.autotrainer.application.RetractFacts.Change;
import org.autotrainer.application.RetractFacts.Item;
import org.autotrainer.application.RetractFacts.Request;
import org.autotrainer.application.RetractFacts.Response;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.domain.evaluation.InvalidValueException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Un-learns. */
@Command(
        name = "retract",
        header = "Un-learn what some evaluations taught, as if they had never come.",
        description = {
            "",
            "Evaluations and receipts are meant that fit all that is said and are there already. Nothing is deleted: a"
                    + " retraction can be taken back."
        },
        footer = {
            "",
            "Examples:",
            "  autotrainer retract --critic noisy-judge --agent support --dry-run",
            "  autotrainer retract --run nightly-7 --after 2026-05-01T00:00:00Z --agent support",
            "  autotrainer retract --list --agent support",
            "  autotrainer retract --undo 0c81f2 --agent support"
        })
final class RetractCommand extends AgentVerb {
    private static final int MOST = 20;

    @Option(names = "--critic", paramLabel = "CRITIC", description = "Who judged.")
    private String critic = "";

    @Option(names = "--task", paramLabel = "TASK", description = "The task.")
    private String task = "";

    @Option(names = "--run", paramLabel = "RUN", description = "The run that the tasks belong to.")
    private String run = "";

    @Option(names = "--import", paramLabel = "NAME", description = "The file or credential that they came by.")
    private String source = "";

    @Option(names = "--tag", paramLabel = "TAG", description = "A tag of the tasks.")
    private String tag = "";

    @Option(names = "--after", paramLabel = "TIME", description = "From this moment on: 2026-05-21T09:30:00Z.")
    private String after = "";

    @Option(names = "--before", paramLabel = "TIME", description = "Up to this moment, not included.")
    private String before = "";

    @Option(
            names = "--undo",
            paramLabel = "ID",
            description = "Take the retraction of this id back; the beginning of the id is enough, at"
                    + " least four characters.")
    private String undo = "";

    @Option(names = "--list", description = "List the retractions, those included that were taken back.")
    private boolean list;

    @Option(names = "--dry-run", description = "Tell what would change, and change nothing.")
    private boolean dryRun;

    RetractCommand() {
        super(Access.EXISTING);
    }

    @Override
    void check() {
        super.check();
        boolean selects =
                Stream.of(critic, task, run, source, tag, after, before).anyMatch(text -> !text.isEmpty());
        if (list && (selects || !undo.isEmpty() || dryRun)) {
            throw new InvalidValueException("--list shows the retractions there are; nothing else is said then");
        }
        if (undo.isEmpty() && !selects && !list) {
            throw new InvalidValueException("retract needs one of --critic, --task, --run, --import, --tag, --after,"
                    + " --before, or --undo: what to un-learn; or --list");
        }
        if (!undo.isEmpty() && selects) {
            throw new InvalidValueException("--undo takes a retraction back as it was made; nothing else is said then");
        }
    }

    @Override
    int run(TrainingLoop loop, Console console) {
        if (list) {
            list(loop.retractions().list(agent()), console);
            return ExitCode.OK;
        }
        Response response = loop.retractions()
                .retract(new Request(
                        agent(), undo, !undo.isEmpty(), critic, task, run, source, tag, after, before, dryRun));
        if (inJson()) {
            console.json(response);
        } else {
            tell(response, console);
        }
        return ExitCode.OK;
    }

    private void list(List<Item> items, Console console) {
        Table table = new Table(
                Column.id("id"),
                Column.text("made"),
                Column.number("facts"),
                Column.text("standing"),
                Column.flexible("what was retracted"));
        for (Item item : items) {
            if (inJson()) {
                console.json(item);
            } else {
                table.row(
                        ShortId.of(item.retraction()),
                        HeuristicStory.minute(item.at()),
                        TrainReport.number(item.facts()),
                        item.undone() ? "taken back" : "in force",
                        item.what());
            }
        }
        if (!inJson()) {
            new Listed(items.size(), false).show(table, console, "no retractions of agent " + agent());
        }
    }

    private void tell(Response response, Console console) {
        List<Change> changes = response.changes();
        if (!changes.isEmpty()) {
            Table table = new Table(Column.id("id"), Column.text("change"), Column.flexible("heuristic"));
            for (Change change : changes.subList(0, Math.min(MOST, changes.size()))) {
                table.row(ShortId.of(change.id()), change.change(), change.text());
                table.row("", "", "was: " + standing(change.before()));
                table.row("", "", (dryRun ? "would be: " : "is: ") + standing(change.now()));
            }
            console.show(table);
            console.say("");
        }
        console.say(sentence(response));
        if (response.changed() > Math.min(MOST, changes.size())) {
            console.note("these are the first " + Math.min(MOST, changes.size()) + " changes; see more with --json");
        }
        if (!dryRun && undo.isEmpty()) {
            console.say("Take it back with: " + next("retract --undo " + NextStep.word(response.retraction())));
        }
    }

    private static String standing(String standing) {
        return standing.isEmpty() ? "not there" : standing;
    }

    private String sentence(Response response) {
        String facts = counted(response.facts(), "fact");
        String what = undo.isEmpty()
                ? "no longer " + one(response, "counts", "count")
                : one(response, "counts", "count") + " again";
        String heuristics = response.changed() == 0
                ? "no heuristic changes"
                : counted(response.changed(), "heuristic") + (response.changed() == 1 ? " changes" : " change");
        return dryRun
                ? "A rehearsal, nothing was written: " + facts + " would "
                        + (undo.isEmpty() ? "no longer count" : "count again") + "; " + heuristics + "."
                : facts + " " + what + "; " + heuristics + ".";
    }

    private static String one(Response response, String one, String several) {
        return response.facts() == 1 ? one : several;
    }

    private static String counted(long count, String what) {
        return TrainReport.number(count) + " " + what + (count == 1 ? "" : "s");
    }
}
