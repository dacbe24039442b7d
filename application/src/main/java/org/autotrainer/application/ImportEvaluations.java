package org.autotrainer.application;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.autotrainer.application.memory.Recorder;
import org.autotrainer.application.memory.Recorder.Change;
import org.autotrainer.application.memory.Recorder.Ready;
import org.autotrainer.application.memory.Recorder.Recorded;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.application.wire.EvaluationBody;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.journal.Source;
import org.autotrainer.domain.memory.Proposed;
import org.autotrainer.domain.training.Kind;
import org.autotrainer.domain.trust.Trust;

/**
 * Records the evaluations of one import, batch by batch, and sums up what they led to.
 *
 * <p>Each batch is one transaction. The k-th of several identical records of one file that name no id is taken as attempt
 * k. Not thread-safe; one object an import.
 */
public final class ImportEvaluations {
    /** How many of the records that were not taken are told one by one. */
    public static final int PROBLEMS = 1_000;

    private static final int PATIENCE = 30;

    private final Recorder recorder;
    private final Preparation preparation;
    private final Set<String> founded = new HashSet<>();
    private final Set<String> reinforced = new HashSet<>();
    private final Map<Kind, Integer> suggestions = new java.util.EnumMap<>(Kind.class);
    private final Map<Change, Integer> changes = new java.util.EnumMap<>(Change.class);
    private final Map<String, Integer> credit = new TreeMap<>();
    private final List<Trouble> problems = new ArrayList<>();
    private int read;
    private int rejected;
    private int successes;
    private int errors;
    private int examples;
    private int applied;
    private int adviceRead;
    private int adviceSet;
    private int adviceFounded;

    ImportEvaluations(Recorder recorder, Options options) {
        this.recorder = recorder;
        this.preparation = new Preparation(options);
    }

    /**
     * How to train.
     *
     * @param lessons whether the lessons before each evaluation are trained on too
     * @param apply whether heuristic updates are applied, or only suggested
     * @param trust {@code trusted}, {@code reviewed}, {@code untrusted} or {@code blocked}: how far what it brings is trusted
     */
    public record Options(boolean lessons, boolean apply, String trust) {
        /** An import that is trusted like the operator who makes it. */
        public Options(boolean lessons, boolean apply) {
            this(lessons, apply, Trust.TRUSTED.word());
        }
    }

    /** The heuristics that an import founded, and those that it gave the support of one more task. */
    public record Heuristics(int added, int reinforced) {
        /** The counts as they stand on the wire. */
        public Map<String, Object> toObject() {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("new", added);
            object.put("reinforced", reinforced);
            return object;
        }
    }

    /** The advice of playbooks that was read, set under new keys or with new texts, and that nothing said before. */
    public record Advice(int read, int set, int founded) {
        /** The counts as they stand on the wire. */
        public Map<String, Object> toObject() {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("read", read);
            object.put("set", set);
            object.put("new", founded);
            return object;
        }
    }

    /** A record that was not taken: where it stands, and why. */
    public record Trouble(String file, long line, String reason) {}

    /**
     * What an import led to.
     *
     * @param read evaluations found
     * @param recorded those that were new
     * @param unchanged those that were known already
     * @param rejected records that were not taken
     * @param successes evaluations that were measured and successful
     * @param errors evaluations that could not be judged: recorded, but not learned from
     * @param suggestions training suggestions of the new ones, by kind
     * @param applied heuristic updates that were applied
     * @param heuristics how many heuristics are {@code new} and {@code reinforced}
     * @param examples measured successes that have a conversation
     * @param problems the records that were not taken, the first thousand of them
     * @param advice what playbooks brought: how many pieces were {@code read} and {@code set}, and how many heuristics are
     *     {@code new}; null when there was no playbook
     * @param credit how many of the receipts that new evaluations quote became what, by the words of
     *     {@link org.autotrainer.domain.memory.Credit}; null when none is quoted
     */
    public record Summary(
            int read,
            int recorded,
            int unchanged,
            int rejected,
            int successes,
            int errors,
            Map<String, Integer> suggestions,
            int applied,
            Map<String, Object> heuristics,
            int examples,
            List<Trouble> problems,
            Map<String, Object> advice,
            Map<String, Integer> credit) {}

    /** An evaluation with the place in the file that it comes from. */
    public record Item(String file, long line, Evaluation evaluation) {}

    /**
     * Makes an item of an evaluation as it stands on the wire.
     *
     * @throws InvalidValueException if a value is outside its range
     */
    public static Item item(String file, long line, EvaluationBody body) {
        return new Item(file, line, body.toDomain());
    }

    /** Notes a record that could not be read. */
    public void reject(String inFile, long line, String reason) {
        read++;
        refuse(inFile, line, reason);
    }

    private void refuse(String inFile, long line, String reason) {
        rejected++;
        if (problems.size() < PROBLEMS) {
            problems.add(new Trouble(inFile, line, reason));
        }
    }

    /** Records a batch; records that are not valid are noted and the others are taken. */
    public void add(List<Item> items) {
        add(preparation.prepare(items));
    }

    /** Records a batch that was prepared with the options of this import; see {@link #add(List)}. */
    public void add(Preparation.Batch batch) {
        read += batch.items().size() + batch.refused().size();
        batch.refused().forEach(wrong -> refuse(wrong.file(), wrong.line(), wrong.reason()));
        List<Recorded> recorded = record(batch.ready());
        for (int i = 0; i < recorded.size(); i++) {
            count(batch.items().get(i), recorded.get(i));
        }
    }

    /** Records a batch; an import can wait for others longer than a store does. */
    private List<Recorded> record(List<Ready> evaluations) {
        for (int tries = 1; ; tries++) {
            try {
                return recorder.record(evaluations);
            } catch (AutoTrainerException busy) {
                if (busy.problem() != Problem.BUSY || tries == PATIENCE) {
                    throw busy;
                }
            }
        }
    }

    /** What the import led to so far. */
    @SuppressWarnings("NullAway") // absent is null on the wire
    public Summary summary() {
        Map<String, Integer> byKind = new LinkedHashMap<>();
        for (Kind kind : List.of(Kind.HEURISTIC_UPDATE, Kind.FINE_TUNE_DATASET)) {
            byKind.put(kind.word(), suggestions.getOrDefault(kind, 0));
        }
        return new Summary(
                read,
                changes.getOrDefault(Change.RECORDED, 0),
                changes.getOrDefault(Change.UNCHANGED, 0),
                rejected,
                successes,
                errors,
                byKind,
                applied,
                new Heuristics(founded.size(), reinforced.size()).toObject(),
                examples,
                List.copyOf(problems),
                adviceRead == 0 ? null : new Advice(adviceRead, adviceSet, adviceFounded).toObject(),
                credit.isEmpty() ? null : new LinkedHashMap<>(credit));
    }

    /** Notes what playbooks brought that was set as heuristics. */
    public void noteAdvice(int given, int set, int founded) {
        adviceRead += given;
        adviceSet += set;
        adviceFounded += founded;
    }

    private void count(Item item, Recorded recorded) {
        Evaluation evaluation = recorded.evaluation();
        if (recorded.change() == Change.CONFLICT) {
            refuse(item.file(), item.line(), recorded.conflict());
            return;
        }
        changes.merge(recorded.change(), 1, Integer::sum);
        errors += evaluation.isMeasured() ? 0 : 1;
        boolean succeeded = evaluation.isMeasured() && evaluation.success();
        successes += succeeded ? 1 : 0;
        examples += succeeded && !evaluation.conversation().isEmpty() ? 1 : 0;
        if (recorded.change() == Change.RECORDED) {
            applied += recorded.answer().applied();
            recorded.answer().credit().ifPresent(became -> credit.merge(became.word(), 1, Integer::sum));
            recorded.answer().proposed().forEach(proposed -> count(evaluation, proposed));
        }
    }

    private void count(Evaluation evaluation, Proposed proposed) {
        suggestions.merge(proposed.suggestion().kind(), 1, Integer::sum);
        if (proposed.effect() != Proposed.Effect.NONE) {
            String heuristic = evaluation.attempt().agent() + "\n" + proposed.heuristic();
            (proposed.effect() == Proposed.Effect.FOUNDED ? founded : reinforced).add(heuristic);
        }
    }

    /**
     * Makes the evaluations of one import ready to be recorded: all the work that needs no store.
     *
     * <p>It can go on while the batch before is recorded. Not thread-safe; one object an import.
     */
    public static final class Preparation {
        private final Options options;
        private final Trust trust;
        private final Map<Long, Integer> seen = new HashMap<>();
        private String file = "";

        /** A preparation for imports with the given options. */
        public Preparation(Options options) {
            this.options = options;
            trust = Trust.of(options.trust());
        }

        /** Evaluations that are ready, and the records that are not valid. */
        public static final class Batch {
            private final List<Item> items = new ArrayList<>();
            private final List<Ready> ready = new ArrayList<>();
            private final List<Trouble> refused = new ArrayList<>();

            private Batch() {}

            List<Item> items() {
                return items;
            }

            List<Ready> ready() {
                return ready;
            }

            List<Trouble> refused() {
                return refused;
            }
        }

        /** Prepares the next records of the import. */
        public Batch prepare(List<Item> items) {
            Batch batch = new Batch();
            for (Item item : items) {
                try {
                    Recorder.checkTask(item.evaluation());
                    batch.ready.add(ready(item));
                    batch.items.add(item);
                } catch (InvalidValueException wrong) {
                    batch.refused.add(new Trouble(item.file(), item.line(), String.valueOf(wrong.getMessage())));
                }
            }
            return batch;
        }

        /** Gives an evaluation without an id its own, and the k-th identical one the attempt k. */
        private Ready ready(Item item) {
            Source source = new Source(ImportName.of(item.file()), trust);
            Ready ready = ready(item.evaluation(), source);
            if (!ready.isDerived()) {
                return ready;
            }
            if (!item.file().equals(file)) {
                file = item.file();
                seen.clear();
            }
            long hash = Long.parseUnsignedLong(ready.evaluation().id().substring(0, 16), 16);
            int before = seen.merge(hash, 1, Integer::sum) - 1;
            int attempt = item.evaluation().attempt().number() + before;
            return before == 0 ? ready : ready(item.evaluation().withAttempt(attempt), source);
        }

        private Ready ready(Evaluation evaluation, Source source) {
            return Ready.of(evaluation, source, options.lessons(), options.apply());
        }
    }
}
