package org.autotrainer.application;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.autotrainer.application.memory.History;
import org.autotrainer.application.memory.Memories;
import org.autotrainer.application.memory.Rows;
import org.autotrainer.application.port.Snapshot;
import org.autotrainer.application.port.Table;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.domain.dataset.DatasetExport;
import org.autotrainer.domain.dataset.DatasetFile;
import org.autotrainer.domain.dataset.DatasetFormat;
import org.autotrainer.domain.dataset.DatasetNote;
import org.autotrainer.domain.dataset.DatasetOptions;
import org.autotrainer.domain.dataset.DatasetResult;
import org.autotrainer.domain.dataset.DatasetSink;
import org.autotrainer.domain.dataset.Personal;
import org.autotrainer.domain.dataset.Recorded;
import org.autotrainer.domain.dataset.Split;
import org.autotrainer.domain.dataset.TaskChoice;
import org.autotrainer.domain.evaluation.CleanText;
import org.autotrainer.domain.evaluation.Identity;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.evaluation.Limits;
import org.autotrainer.domain.journal.Decided.Decision;
import org.autotrainer.domain.training.Kind;

/**
 * Writes an agent's evaluations as a data set that trainers accept.
 *
 * <p>It reads one snapshot a few times and holds at most two transcripts in memory. The same journal gives the same
 * bytes; a manifest gives the bytes of the journal as it was then.
 */
public final class ExportDataset {
    /** The share of tasks that a folder keeps back for validation, unless another is asked for. */
    public static final double FOLDER_VALIDATION = 0.1;

    private final Memories memories;
    private final Formats formats;

    ExportDataset(Memories memories, Formats formats) {
        this.memories = memories;
        this.formats = formats;
    }

    /** The formats there are, and one by its name. */
    record Formats(List<DatasetFormat> all, Function<String, DatasetFormat> named) {}

    /**
     * A data set.
     *
     * @param format one of {@link #formats()}
     * @param leaveOut ids of the tasks that it must not hold; null for none
     * @param validation the share of tasks that is kept back, 0 to 0.5; null for none, of a folder for
     *     {@link #FOLDER_VALIDATION}
     * @param seed any word, by which tasks are kept back; null for none
     * @param personal what is done with personal data: {@code redact}, {@code refuse} or {@code keep}; null to redact
     */
    public record Request(
            String agent, String format, List<String> leaveOut, Double validation, String seed, String personal) {
        /** Every task, nothing kept back but in a folder, personal data redacted. */
        @SuppressWarnings("NullAway") // absent is null on the wire
        public static Request of(String agent, String format) {
            return new Request(agent, format, null, null, null, null);
        }
    }

    /**
     * A format of data sets.
     *
     * @param summary what it is in one sentence
     * @param folder whether it is several files that belong together
     */
    public record Format(String name, String summary, boolean folder) {}

    /**
     * What became of one candidate for a row.
     *
     * @param sentence for people
     * @param rejected whether it was left out
     * @param detail the same as an object of a report
     */
    public record Note(String sentence, boolean rejected, Map<String, Object> detail) {}

    /** Takes a data set while it is written. */
    public interface Sink {
        /**
         * Takes a row.
         *
         * @param file the file that it belongs to, such as {@code train.jsonl}; a file comes in one piece
         * @param line JSON, without its line feed
         */
        void row(String file, String line);

        /** Takes what became of a candidate, in order. */
        void note(Note note);
    }

    /**
     * A step from what was read to what was written.
     *
     * @param depth 0 for a sum, 1 for what was taken from it
     */
    public record Step(int depth, long count, String sentence) {}

    /**
     * What was written and what was left out.
     *
     * @param steps how many evaluations gave how many rows, and why the others did not
     * @param detail the counts as the object that stands beside a data set
     * @param manifest what it takes to write the same again
     * @param beside the texts that stand beside the rows, by file name; empty unless the format is a folder
     */
    public record Report(
            long rows,
            long candidates,
            List<Step> steps,
            Map<String, Object> detail,
            Manifest manifest,
            Map<String, String> beside) {}

    /**
     * What a data set was made of, and what came of it: with the same journal it gives the same bytes.
     *
     * @param manifest the version of this form, 1
     * @param position where the journal of the agent ended
     * @param chain the hash of all facts up to there, in hexadecimal digits
     * @param counts how many evaluations, attempts and candidates there were, and how many rows
     * @param files the files in the order in which they were written
     */
    public record Manifest(
            int manifest,
            String agent,
            String format,
            long position,
            String chain,
            Filter filter,
            Map<String, Object> counts,
            List<File> files) {}

    /**
     * What went into a data set.
     *
     * @param excluded ids of the tasks whose target a person dismissed
     * @param included ids of the tasks whose target a person applied
     * @param leftOut ids of the tasks that were to be left out
     */
    public record Filter(
            List<String> excluded,
            List<String> included,
            List<String> leftOut,
            double validation,
            String seed,
            String personal) {}

    /**
     * A file of a data set.
     *
     * @param rows how many rows it has; null when it has none, but describes the others
     */
    public record File(String name, Long rows, String sha256) {}

    /**
     * Which files of rows a data set may have.
     *
     * @param folder whether it has other files than one of rows
     * @param files the names of its files of rows; those without a row are not written
     */
    public record Layout(boolean folder, List<String> files) {}

    /** The formats there are. */
    public List<Format> formats() {
        return formats.all().stream()
                .map(format -> new Format(format.name(), format.summary(), isFolder(format)))
                .toList();
    }

    private static boolean isFolder(DatasetFormat format) {
        return format instanceof DatasetFormat.Folder;
    }

    /**
     * Writes a data set.
     *
     * @throws InvalidValueException if there is no such format, or a value is out of its range
     */
    public Report export(Request request, Sink sink) {
        DatasetFormat format = formats.named().apply(request.format());
        String agent = CleanText.required("agent", request.agent(), Limits.AGENT);
        Split split = split(format, request);
        Personal personal = Personal.of(request.personal() == null ? "redact" : request.personal());
        Set<String> leftOut = request.leaveOut() == null ? Set.of() : Set.copyOf(request.leaveOut());
        TaskChoice decided = memories.readTables(
                agent,
                (snapshot, memory) -> choice(agent, snapshot, memory.memory().decisions()));
        TaskChoice tasks = new TaskChoice(decided.excluded(), decided.included(), leftOut);
        return memories.readAlone(
                agent,
                snapshot -> write(
                        agent,
                        format,
                        snapshot.head(agent).position(),
                        new DatasetOptions(tasks, split, personal),
                        snapshot,
                        sink));
    }

    private static Split split(DatasetFormat format, Request request) {
        double usual = isFolder(format) ? FOLDER_VALIDATION : 0;
        return new Split(
                request.validation() == null ? usual : request.validation(),
                request.seed() == null ? "" : request.seed());
    }

    /**
     * The files of a data set, before it is written.
     *
     * @throws InvalidValueException as {@link #export}
     */
    public Layout layout(Request request) {
        DatasetFormat format = formats.named().apply(request.format());
        return layout(format, split(format, request));
    }

    /**
     * The files of a data set that is written again.
     *
     * @throws InvalidValueException if the manifest is not one
     */
    public Layout layout(Manifest manifest) {
        Manifests.check(manifest);
        return layout(
                formats.named().apply(manifest.format()),
                Manifests.options(manifest.filter()).split());
    }

    private static Layout layout(DatasetFormat format, Split split) {
        List<String> files = DatasetExport.parts(format).stream()
                .flatMap(part -> split.sides().stream().map(side -> DatasetFile.name(part.name(), side)))
                .toList();
        return new Layout(isFolder(format) || files.size() > 1, files);
    }

    /**
     * Writes a data set again as it was when its manifest was made.
     *
     * @throws InvalidValueException if the manifest is not one
     * @throws AutoTrainerException {@link Problem#CONFLICT} if the journal is not the one that it was made of, or other
     *     bytes come of it
     */
    public Report again(Manifest manifest, Sink sink) {
        Manifests.check(manifest);
        DatasetFormat format = formats.named().apply(manifest.format());
        Report report = memories.readAlone(manifest.agent(), snapshot -> {
            requireSameJournal(manifest, snapshot);
            return write(
                    manifest.agent(),
                    format,
                    manifest.position(),
                    Manifests.options(manifest.filter()),
                    snapshot,
                    sink);
        });
        Manifests.requireSameFiles(manifest, report.manifest());
        return report;
    }

    private static void requireSameJournal(Manifest manifest, Snapshot snapshot) {
        long end = snapshot.head(manifest.agent()).position();
        if (end < manifest.position()
                || !chain(manifest.agent(), manifest.position(), snapshot).equals(manifest.chain())) {
            throw new AutoTrainerException(
                    Problem.CONFLICT,
                    "the manifest was made of another journal: this one has " + end + " facts of " + manifest.agent()
                            + ", and other ones up to " + manifest.position());
        }
    }

    private static Report write(
            String agent, DatasetFormat format, long position, DatasetOptions options, Snapshot snapshot, Sink sink) {
        DatasetResult result =
                DatasetExport.write(format, options, recorded(agent, snapshot, position), new DatasetSink() {
                    @Override
                    public void row(String file, String line) {
                        sink.row(file, line);
                    }

                    @Override
                    public void note(DatasetNote note) {
                        sink.note(new Note(note.sentence(), note.rejection().isPresent(), note.toObject()));
                    }
                });
        return new Report(
                result.rows(),
                result.candidates(),
                Explanation.of(result),
                result.toObject(),
                Manifests.of(agent, position, chain(agent, position, snapshot), options, result),
                result.beside());
    }

    /** The hash of all facts up to a position; of none, it is empty. */
    private static String chain(String agent, long position, Snapshot snapshot) {
        if (position == 0) {
            return "";
        }
        byte[] chain = snapshot.entries(agent, position - 1, 1).get(0).chain();
        return Identity.hex(chain, chain.length);
    }

    private static Recorded recorded(String agent, Snapshot snapshot, long end) {
        Map<Long, Long> revised = new HashMap<>();
        return new Recorded(
                visitor -> History.upTo(snapshot, agent, end).forEachRemaining(event -> {
                    long newest = event.entry().position();
                    if (newest != event.position()) {
                        revised.put(event.position(), newest);
                    }
                    event.fact().recorded().ifPresent(evaluation -> visitor.visit(event.position(), evaluation));
                }),
                position -> {
                    long newest = revised.getOrDefault(position, position);
                    return snapshot.entries(agent, newest - 1, 1)
                            .get(0)
                            .fact(agent)
                            .recorded()
                            .orElseThrow(
                                    () -> new IllegalStateException("the fact at " + newest + " is no evaluation"));
                });
    }

    /** What a person decided about training targets, by task. */
    private static TaskChoice choice(String agent, Snapshot snapshot, Map<String, Decision> decisions) {
        Set<String> excluded = new HashSet<>();
        Set<String> included = new HashSet<>();
        decisions.forEach((id, decision) -> snapshot.row(agent, Table.SUGGESTIONS, id)
                .filter(row -> Rows.kind(row) == Kind.FINE_TUNE_DATASET)
                .map(row -> Rows.suggested(row).suggestion().sourceTaskId())
                .ifPresent(task -> (decision == Decision.DISMISSED ? excluded : included).add(task)));
        return new TaskChoice(excluded, included, Set.of());
    }
}
