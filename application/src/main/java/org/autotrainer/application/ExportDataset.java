package org.autotrainer.application;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.autotrainer.application.memory.History;
import org.autotrainer.application.memory.Memories;
import org.autotrainer.application.memory.Rows;
import org.autotrainer.application.port.Entry;
import org.autotrainer.application.port.Snapshot;
import org.autotrainer.application.port.Table;
import org.autotrainer.domain.dataset.DatasetExport;
import org.autotrainer.domain.dataset.DatasetFormat;
import org.autotrainer.domain.dataset.DatasetFormats;
import org.autotrainer.domain.dataset.Recorded;
import org.autotrainer.domain.dataset.TaskChoice;
import org.autotrainer.domain.evaluation.CleanText;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.evaluation.Limits;
import org.autotrainer.domain.journal.Decided.Decision;
import org.autotrainer.domain.training.Kind;

/**
 * Writes an agent's evaluations as a data set that trainers accept.
 *
 * <p>It reads one snapshot twice and holds at most two transcripts in memory. The same journal gives the same bytes.
 */
public final class ExportDataset {
    private final Memories memories;

    ExportDataset(Memories memories) {
        this.memories = memories;
    }

    /**
     * A data set.
     *
     * @param format one of {@link #formats()}
     */
    public record Request(String agent, String format) {}

    /** A format of data sets, with what it is in one sentence. */
    public record Format(String name, String summary) {}

    /**
     * What became of one candidate for a row.
     *
     * @param sentence for people
     * @param rejected whether it was left out
     * @param detail the same as an object of a report
     */
    public record Note(String sentence, boolean rejected, Map<String, Object> detail) {}

    /**
     * What was written and what was left out.
     *
     * @param detail the counts as the object that stands beside a data set
     */
    public record Report(long rows, long candidates, Map<String, Object> detail) {}

    /** The formats there are. */
    public static List<Format> formats() {
        return DatasetFormats.all().stream()
                .map(format -> new Format(format.name(), format.summary()))
                .toList();
    }

    /**
     * Writes a data set.
     *
     * @param lines takes the rows, each a line of JSON without its line feed
     * @param notes takes what became of each candidate, in order
     * @throws InvalidValueException if there is no such format; the message lists those there are
     */
    public Report export(Request request, Consumer<String> lines, Consumer<Note> notes) {
        DatasetFormat format = DatasetFormats.named(request.format());
        String agent = request.agent();
        TaskChoice choice = memories.readTables(
                agent,
                (snapshot, memory) -> choice(agent, snapshot, memory.memory().decisions()));
        CleanText.required("agent", request.agent(), Limits.AGENT);
        return memories.readAlone(snapshot -> {
            var report = DatasetExport.write(
                    format,
                    choice,
                    recorded(agent, snapshot),
                    lines,
                    note -> notes.accept(
                            new Note(note.sentence(), note.rejection().isPresent(), note.toObject())));
            return new Report(report.rows(), report.candidates(), report.toObject());
        });
    }

    private static Recorded recorded(String agent, Snapshot snapshot) {
        return new Recorded(
                visitor -> History.of(snapshot, agent)
                        .forEachRemaining(event -> event.entry()
                                .fact(agent)
                                .recorded()
                                .ifPresent(evaluation -> visitor.visit(event.position(), evaluation))),
                position -> evaluation(agent, position, snapshot));
    }

    private static Evaluation evaluation(String agent, long position, Snapshot snapshot) {
        Entry original = snapshot.entries(agent, position - 1, 1).get(0);
        Entry newest = snapshot.newest(agent, original.kind(), original.id()).orElse(original);
        return newest.fact(agent)
                .recorded()
                .orElseThrow(() -> new IllegalStateException("the fact at " + position + " is no evaluation"));
    }

    /** What a person decided about training targets, by task. */
    private static TaskChoice choice(String agent, Snapshot snapshot, Map<String, Decision> decisions) {
        Set<String> excluded = new HashSet<>();
        Set<String> included = new HashSet<>();
        decisions.forEach((id, decision) -> snapshot.row(agent, Table.SUGGESTIONS, id)
                .filter(row -> Rows.kind(row) == Kind.FINE_TUNE_DATASET)
                .map(row -> Rows.suggested(row).suggestion().sourceTaskId())
                .ifPresent(task -> (decision == Decision.DISMISSED ? excluded : included).add(task)));
        return new TaskChoice(excluded, included);
    }
}
