package org.autotrainer.domain.memory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.autotrainer.domain.evaluation.Context;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.Suggestion;
import org.autotrainer.domain.journal.EncodedFact;
import org.autotrainer.domain.journal.Evaluated;
import org.autotrainer.domain.journal.Fact;
import org.autotrainer.domain.journal.FactCodec;
import org.autotrainer.domain.journal.Recalled;
import org.autotrainer.domain.learning.Support;
import org.autotrainer.domain.training.AutoTrainer;
import org.autotrainer.domain.training.HeuristicUpdate;
import org.autotrainer.domain.training.TrainingSuggestion;

/**
 * A fact with all that can be worked out from it alone: half of the work of learning it, which needs no turn at a memory.
 *
 * @param fact the fact
 * @param task the hash of the task that was judged; 0 for facts of other kinds
 * @param terms the terms of what the task was about; nothing for facts of other kinds
 * @param pieces what the evaluation by itself suggests, in order; nothing for facts of other kinds
 * @param receipt the bytes of the receipt of a recall; none for facts of other kinds
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Prepared(Fact fact, long task, Collection<String> terms, List<Piece> pieces, byte[] receipt) {
    private static final byte[] NONE = {};

    /**
     * A suggestion with the ids that follow from its text.
     *
     * @param id the suggestion's id
     * @param suggestion the suggestion
     * @param heuristic the id of the heuristic that its text belongs to; empty when it is no heuristic
     * @param terms the weighted terms of what the task was about
     */
    public record Piece(String id, TrainingSuggestion suggestion, String heuristic, Map<String, Integer> terms) {
        static Piece of(String agent, TrainingSuggestion suggestion, Map<String, Integer> terms) {
            String heuristic = suggestion instanceof HeuristicUpdate update ? heuristicOf(agent, update) : "";
            return new Piece(suggestion.id(agent), suggestion, heuristic, terms);
        }
    }

    /** The id of the heuristic that an update is about; empty when its text is blank. */
    static String heuristicOf(String agent, HeuristicUpdate update) {
        return update.text().isBlank() ? "" : Heuristic.idOf(agent, update.text());
    }

    /** Works out a fact of the given agent that is encoded already: the bytes of a recall are those of its receipt. */
    public static Prepared of(String agent, EncodedFact encoded) {
        return encoded.fact() instanceof Recalled recalled
                ? new Prepared(recalled, 0, List.of(), List.of(), encoded.payload())
                : of(agent, encoded.fact());
    }

    /** Works out a fact of the given agent. */
    public static Prepared of(String agent, Fact fact) {
        if (fact instanceof Evaluated evaluated) {
            return of(agent, evaluated, evaluated.evaluation().context());
        }
        byte[] receipt = fact instanceof Recalled recalled ? FactCodec.encode(recalled.receipt()) : NONE;
        return new Prepared(fact, 0, List.of(), List.of(), receipt);
    }

    /** Works out an evaluation whose task was about something. */
    static Prepared of(String agent, Evaluated fact, Context context) {
        Evaluation evaluation = fact.evaluation();
        String task = evaluation.attempt().taskId();
        if (!evaluation.isMeasured() || task.isEmpty()) {
            return new Prepared(fact, 0, List.of(), List.of(), NONE);
        }
        Map<String, Integer> terms = ContextTerms.weighted(context, List.of());
        List<Suggestion> advice = evaluation.suggestions();
        List<Piece> pieces = new ArrayList<>();
        for (TrainingSuggestion suggestion : new AutoTrainer().suggestFromEvaluation(evaluation)) {
            List<String> tags =
                    pieces.size() < advice.size() ? advice.get(pieces.size()).tags() : List.of();
            pieces.add(Piece.of(agent, suggestion, tags.isEmpty() ? terms : ContextTerms.weighted(context, tags)));
        }
        return new Prepared(fact, Support.hash(task), terms.keySet(), pieces, NONE);
    }
}
