package org.autotrainer.domain.journal;

import java.util.SortedMap;
import java.util.TreeMap;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.training.TrainingSuggestion;
import org.autotrainer.domain.trust.Trust;

/**
 * The one canonical encoding of facts: equal facts give equal bytes, on every machine and in every version.
 *
 * <p>Free-form objects keep the order in which their names were given, so facts that differ in nothing else are equal and
 * have other bytes.
 *
 * <p>The agent, the kind and the time stand beside the bytes in the journal, not in them. The first byte is the format
 * of the rest.
 */
public final class FactCodec {
    private static final int FORMAT = 1;

    private FactCodec() {}

    /** The bytes of a fact. */
    public static byte[] encode(Fact fact) {
        ByteWriter out = new ByteWriter().octet(FORMAT);
        if (fact instanceof Evaluated evaluated) {
            out.octet((evaluated.withLessons() ? 1 : 0) | (evaluated.apply() ? 2 : 0));
            source(evaluated.source(), out);
            EvaluationCodec.write(evaluated.evaluation(), out);
        } else if (fact instanceof LessonKept lesson) {
            source(lesson.source(), out);
            EvaluationCodec.write(lesson.evaluation(), out);
        } else if (fact instanceof LessonsTrained run) {
            out.text(run.id()).flag(run.apply());
        } else if (fact instanceof Recalled recalled) {
            ReceiptCodec.write(recalled.receipt(), out);
        } else if (fact instanceof Decided decided) {
            out.text(decided.id()).text(decided.decision().word());
            SuggestionCodec.write(decided.suggestion(), out);
        } else if (fact instanceof HeuristicSet set) {
            out.text(set.id()).text(set.key()).text(set.text());
            source(set.source(), out);
        } else if (fact instanceof SettingsChanged changed) {
            out.text(changed.id()).number(changed.values().size());
            changed.values().forEach((name, value) -> out.text(name).text(value));
        } else if (fact instanceof Curated curated) {
            out.text(curated.id()).id(curated.heuristic()).text(curated.action().word());
        } else if (fact instanceof Retracted retracted) {
            out.text(retracted.id()).number(retracted.revision());
            SelectionCodec.write(retracted.selection(), out);
        } else if (fact instanceof Regrouped regrouped) {
            out.text(regrouped.id()).number(regrouped.members().size());
            regrouped.members().forEach(out::id);
        } else if (fact instanceof Answered answered) {
            out.id(answered.id()).id(answered.request()).text(answered.answer());
        } else {
            throw new AssertionError(fact);
        }
        return out.toBytes();
    }

    /**
     * The fact of the given bytes.
     *
     * @throws IllegalArgumentException if the bytes are damaged or were written by a newer version
     */
    public static Fact decode(String agent, FactKind kind, byte[] bytes) {
        ByteReader in = begin(bytes);
        Fact fact = fact(agent, kind, in);
        end(in, kind.word());
        return fact;
    }

    /** The bytes of a training suggestion that stands by itself. */
    public static byte[] encode(TrainingSuggestion suggestion) {
        ByteWriter out = new ByteWriter().octet(FORMAT);
        SuggestionCodec.write(suggestion, out);
        return out.toBytes();
    }

    /**
     * The training suggestion of the given bytes.
     *
     * @throws IllegalArgumentException if the bytes are damaged or were written by a newer version
     */
    public static TrainingSuggestion decodeSuggestion(byte[] bytes) {
        ByteReader in = begin(bytes);
        TrainingSuggestion suggestion = SuggestionCodec.read(in);
        end(in, suggestion.kind().word());
        return suggestion;
    }

    /** The bytes of a receipt that stands by itself. */
    public static byte[] encode(Receipt receipt) {
        ByteWriter out = new ByteWriter().octet(FORMAT);
        ReceiptCodec.write(receipt, out);
        return out.toBytes();
    }

    /**
     * The receipt of the given bytes.
     *
     * @throws IllegalArgumentException if the bytes are damaged or were written by a newer version
     */
    public static Receipt decodeReceipt(String agent, byte[] bytes) {
        ByteReader in = begin(bytes);
        Receipt receipt = ReceiptCodec.read(agent, in);
        end(in, "receipt");
        return receipt;
    }

    /** The bytes of an evaluation that stands by itself. */
    public static byte[] encode(Evaluation evaluation) {
        ByteWriter out = new ByteWriter().octet(FORMAT);
        EvaluationCodec.write(evaluation, out);
        return out.toBytes();
    }

    /**
     * The evaluation of the given bytes.
     *
     * @throws IllegalArgumentException if the bytes are damaged or were written by a newer version
     */
    public static Evaluation decodeEvaluation(String agent, byte[] bytes) {
        ByteReader in = begin(bytes);
        Evaluation evaluation = EvaluationCodec.read(agent, in);
        end(in, "evaluation");
        return evaluation;
    }

    /**
     * The id of an evaluation that brings none: a hash of all it says, but its id, its revision and when it happened.
     *
     * <p>The order of the names in free-form objects makes no difference.
     */
    public static String contentId(Evaluation evaluation) {
        return EvaluationCodec.contentId(evaluation);
    }

    private static ByteReader begin(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        int format = in.octet();
        if (format != FORMAT) {
            throw new IllegalArgumentException(
                    "a fact has format " + format + ", this version knows up to " + FORMAT + ": upgrade");
        }
        return in;
    }

    private static void end(ByteReader in, String kind) {
        if (in.hasMore()) {
            throw new IllegalArgumentException("a fact of kind " + kind + " has bytes after its end");
        }
    }

    private static Fact fact(String agent, FactKind kind, ByteReader in) {
        return switch (kind) {
            case EVALUATION -> evaluated(agent, in);
            case LESSON -> lesson(agent, in);
            case TRAINING -> new LessonsTrained(in.text(), in.flag());
            case RECALL -> new Recalled(ReceiptCodec.read(agent, in));
            case DECISION -> decided(in);
            case HEURISTIC -> new HeuristicSet(in.text(), in.text(), in.text(), source(in));
            case SETTINGS -> settings(in);
            case RETRACTION -> new Retracted(in.text(), in.count(), SelectionCodec.read(in));
            case GROUPING -> new Regrouped(in.text(), in.list(in::id));
            case ANSWER -> new Answered(in.id(), in.id(), in.text());
            case CURATION -> new Curated(in.text(), in.id(), Curated.Action.of(in.text()));
        };
    }

    private static Evaluated evaluated(String agent, ByteReader in) {
        int flags = in.octet();
        if (flags > 3) {
            throw new IllegalArgumentException(
                    "an evaluation has the flags " + flags + ", which this version does not know: upgrade");
        }
        Source source = source(in);
        return new Evaluated(EvaluationCodec.read(agent, in), source, (flags & 1) != 0, (flags & 2) != 0);
    }

    private static LessonKept lesson(String agent, ByteReader in) {
        Source source = source(in);
        return new LessonKept(EvaluationCodec.read(agent, in), source);
    }

    private static void source(Source source, ByteWriter out) {
        out.text(source.name()).text(source.trust().word());
    }

    private static Source source(ByteReader in) {
        return new Source(in.text(), Trust.of(in.text()));
    }

    private static SettingsChanged settings(ByteReader in) {
        String id = in.text();
        SortedMap<String, String> values = new TreeMap<>();
        for (int left = in.count(); left > 0; left--) {
            values.put(in.text(), in.text());
        }
        return new SettingsChanged(id, values);
    }

    private static Decided decided(ByteReader in) {
        String id = in.text();
        Decided.Decision decision = Decided.Decision.of(in.text());
        return new Decided(id, SuggestionCodec.read(in), decision);
    }
}
