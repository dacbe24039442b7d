package org.autotrainer.application;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.autotrainer.application.format.ExportFormats;
import org.autotrainer.application.memory.Memories;
import org.autotrainer.application.memory.Recorder;
import org.autotrainer.application.port.Store;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.application.request.Guard;
import org.autotrainer.application.spi.Providers;
import org.autotrainer.application.spi.StoreProvider;
import org.autotrainer.application.spi.StoreProvider.Missing;
import org.autotrainer.application.store.DryRunStore;
import org.autotrainer.domain.dataset.DatasetFormat;
import org.autotrainer.domain.evaluation.CleanText;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.Limits;
import org.autotrainer.domain.journal.Answered;
import org.autotrainer.domain.journal.FactKind;
import org.autotrainer.domain.journal.Source;
import org.autotrainer.domain.learning.Chance;
import org.autotrainer.domain.text.TokenCounter;

/**
 * The whole learning loop over one store: record evaluations, recall heuristics, review, export.
 *
 * <p>Each method gives the use case of its name. Thread-safe; several loops, in several processes, may use one store.
 * Close it when done: what was acknowledged is safe without, but the next start is faster with.
 */
public final class TrainingLoop implements AutoCloseable {
    private final Store store;
    private final Memories memories;
    private final Recorder recorder;
    private final TokenCounter tokens;
    private final Optional<byte[]> chanceKey;
    private final Source source;

    private TrainingLoop(
            Store store,
            Memories memories,
            Recorder recorder,
            TokenCounter tokens,
            Optional<byte[]> chanceKey,
            Source source) {
        this.store = store;
        this.memories = memories;
        this.recorder = recorder;
        this.tokens = tokens;
        this.chanceKey = chanceKey;
        this.source = source;
    }

    private static TrainingLoop fresh(Store store, InstantSource clock, TokenCounter tokens) {
        Memories memories = new Memories(store);
        return new TrainingLoop(store, memories, new Recorder(memories, clock), tokens, Optional.empty(), Source.LOCAL);
    }

    /**
     * Opens the loop on a store, which is made if it is missing.
     *
     * @param location the provider's name, a colon, and what that provider takes: {@code sqlite:memory.db}, {@code memory:}
     * @throws AutoTrainerException if there is no such provider, or the store cannot be opened
     */
    public static TrainingLoop open(String location) {
        return open(location, Missing.CREATE);
    }

    /** Opens the loop on a store; see {@link #open(String)}. */
    public static TrainingLoop open(String location, Missing missing) {
        return over(provider(location).open(place(location), missing));
    }

    /**
     * Opens a rehearsal: it reads the store, if there is one, and writes nothing.
     *
     * @throws AutoTrainerException as {@link #open(String)}
     */
    public static TrainingLoop rehearse(String location) {
        StoreProvider provider = provider(location);
        String real = provider.exists(place(location)) ? location : "memory:";
        return over(new DryRunStore(provider(real).open(place(real), Missing.REFUSE)));
    }

    /** The loop over a store that is open already, which is closed with it. */
    public static TrainingLoop over(Store store) {
        return fresh(store, InstantSource.system(), TokenCounter.ESTIMATE);
    }

    /** The loop over an open store with a clock and a tokenizer of the caller's. */
    public static TrainingLoop over(Store store, InstantSource clock, TokenCounter tokens) {
        return fresh(store, clock, tokens);
    }

    /**
     * The same loop with chance from a word of the caller's in place of the store's own key: two loops that are given the same word
     * and the same facts give the same answers. Whoever knows the word knows what will be withheld.
     */
    public TrainingLoop withChance(String word) {
        return new TrainingLoop(store, memories, recorder, tokens, Optional.of(Chance.keyOf(word)), source);
    }

    /**
     * The same loop for whoever it serves: what is recorded through it comes from that source, and is trusted as far. Imports
     * say for themselves where they come from.
     */
    public TrainingLoop from(Source caller) {
        return new TrainingLoop(store, memories, recorder, tokens, chanceKey, caller);
    }

    /** The same loop for someone who may reach one agent alone; of others nothing is told, and nothing is written. */
    public TrainingLoop only(String agent) {
        Memories one = memories.only(agent);
        return new TrainingLoop(store, one, recorder.over(one), tokens, chanceKey, source);
    }

    /**
     * The same loop for one request, with a guard over its write: each use case of it that changes something settles, in the
     * transaction of its write, whether it may be carried out, and keeps its answer.
     */
    public TrainingLoop guarded(Guard guard) {
        return new TrainingLoop(store, memories, recorder.guarded(guard), tokens, chanceKey, source);
    }

    /** What a request with a key was answered, by the hash of the key. */
    public Optional<Answered> answered(String agent, String id) {
        CleanText.required("agent", agent, Limits.AGENT);
        return memories.readAlone(
                agent,
                snapshot -> snapshot.newest(agent, FactKind.ANSWER, id).map(entry -> (Answered) entry.fact(agent)));
    }

    /** Whether there is a store at a location. */
    public static boolean exists(String location) {
        return provider(location).exists(place(location));
    }

    /**
     * Writes a verified copy of a store into a new file, while others go on using it.
     *
     * @throws AutoTrainerException if the target exists, or the store offers no such copy
     */
    public static void backup(String location, Path target) {
        provider(location).backup(place(location), target);
    }

    /** Records evaluations one by one. */
    public TrainEvaluations train() {
        return new TrainEvaluations(recorder, source);
    }

    /** Records one evaluation; short for {@code train().train(evaluation)}. */
    public TrainEvaluations.Response train(Evaluation evaluation) {
        return train().train(evaluation).response();
    }

    /** Begins an import of many evaluations. */
    public ImportEvaluations importing(ImportEvaluations.Options options) {
        return new ImportEvaluations(recorder, options);
    }

    /** Keeps lessons and runs the original training. */
    public RunTraining training() {
        return new RunTraining(memories, recorder, source);
    }

    /** Recalls heuristics. */
    public RecallHeuristics recall() {
        return new RecallHeuristics(memories, recorder, tokens, chanceKey);
    }

    /** Recalls heuristics; short for {@code recall().recall(request)}. */
    public RecallHeuristics.Response recall(RecallHeuristics.Request request) {
        return recall().recall(request);
    }

    /** Lists training suggestions and decides on them. */
    public ReviewSuggestions suggestions() {
        return new ReviewSuggestions(memories, recorder);
    }

    /** Lists, shows and sets heuristics. */
    public BrowseHeuristics heuristics() {
        return new BrowseHeuristics(memories, recorder, source);
    }

    /** Lists and shows evaluations. */
    public BrowseEvaluations evaluations() {
        return new BrowseEvaluations(memories);
    }

    /** Lists lessons. */
    public BrowseLessons lessons() {
        return new BrowseLessons(memories);
    }

    /** Writes data sets. */
    public ExportDataset export() {
        List<DatasetFormat> formats = ExportFormats.all();
        return new ExportDataset(
                memories, new ExportDataset.Formats(formats, name -> ExportFormats.named(formats, name)));
    }

    /** Decides on heuristics: pin, retire, restore, approve, merge, split. */
    public CurateHeuristics curation() {
        return new CurateHeuristics(memories, recorder, BrowseHeuristics::story);
    }

    /** Shows what is known about strategy parameters. */
    public BrowseParameters parameters() {
        return new BrowseParameters(memories);
    }

    /** Tells what was learned, what it is worth and what measuring costs. */
    public ReportLearning report() {
        return new ReportLearning(memories);
    }

    /** Tells how success went over time. */
    public ReportSuccess success() {
        return new ReportSuccess(memories);
    }

    /** Lists the facts of the journal. */
    public BrowseJournal journal() {
        return new BrowseJournal(memories);
    }

    /** Un-learns what evaluations taught. */
    public RetractFacts retractions() {
        return new RetractFacts(memories, recorder);
    }

    /** Shows and changes how the loop works for an agent. */
    public ConfigureAgent settings() {
        return new ConfigureAgent(memories, recorder);
    }

    /** Lists agents. */
    public BrowseAgents agents() {
        return new BrowseAgents(memories);
    }

    /** Checks and rebuilds the store. */
    public MaintainStore maintenance() {
        return new MaintainStore(store, memories);
    }

    /** How many works write to the store now, or wait for it: of all that share this loop. */
    public int writing() {
        return memories.writing();
    }

    /**
     * A number that is another one as soon as anything more is committed to the store, by whoever; nothing if the store cannot tell.
     * What was read while it stayed the same, and {@link #settled} too, need not be read again.
     */
    public OptionalLong version() {
        return memories.version();
    }

    /** How many works of this loop have begun to write to the store; nothing while one is under way. */
    public OptionalLong settled() {
        return memories.settled();
    }

    /** Writes what waits and what was learned, and closes the store. */
    @Override
    public void close() {
        try {
            memories.close();
        } catch (AutoTrainerException busy) {
            // The facts are committed; another process holds the store, and whoever opens it next folds the rest.
            if (busy.problem() != Problem.BUSY) {
                throw busy;
            }
        } finally {
            store.close();
        }
    }

    private static StoreProvider provider(String location) {
        int colon = location.indexOf(':');
        if (colon < 1) {
            throw new AutoTrainerException(
                    Problem.INVALID,
                    "the store \"" + location + "\" names no provider; a store is written as sqlite:FILE or memory:");
        }
        return Providers.named("store", location.substring(0, colon), StoreProvider.class, StoreProvider::name);
    }

    private static String place(String location) {
        return location.substring(location.indexOf(':') + 1);
    }
}
