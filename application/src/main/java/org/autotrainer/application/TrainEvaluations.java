package org.autotrainer.application;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.autotrainer.application.memory.Recorder;
import org.autotrainer.application.memory.Recorder.Ready;
import org.autotrainer.application.memory.Recorder.Recorded;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.application.wire.EvaluationBody;
import org.autotrainer.application.wire.SuggestionBody;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.journal.Source;
import org.autotrainer.domain.memory.Credit;

/** Records one evaluation and trains on it. The same evaluation twice changes nothing and answers the same. */
public final class TrainEvaluations {
    private final Recorder recorder;
    private final Source source;

    TrainEvaluations(Recorder recorder, Source source) {
        this.recorder = recorder;
        this.source = source;
    }

    /**
     * What was recorded, and what follows from it.
     *
     * @param evaluationId the id under which it is recorded
     * @param suggestions the training suggestions, in order
     * @param applied how many heuristic updates were applied
     * @param credit whether the receipt that it quotes earned credit when it was recorded, a word of {@link Credit};
     *     absent when it quotes none
     * @param creditReason why, in a sentence
     */
    public record Response(
            String evaluationId, List<SuggestionBody> suggestions, int applied, String credit, String creditReason) {}

    /**
     * A response that says whether anything changed.
     *
     * @param known whether the evaluation was recorded before
     */
    public record Result(Response response, boolean known) {}

    /**
     * Records an evaluation given as it stands on the wire.
     *
     * @throws InvalidValueException if a value is outside its range, or the task is not named
     * @throws AutoTrainerException {@link Problem#CONFLICT} if the id is known with other content and the revision is not
     *     higher
     */
    public Result train(EvaluationBody body) {
        return train(body.toDomain());
    }

    /** Records an evaluation; see {@link #train(EvaluationBody)}. */
    public Result train(Evaluation evaluation) {
        Recorder.checkTask(evaluation);
        return recorder.record(Ready.of(evaluation, source, false, true), TrainEvaluations::result);
    }

    /** Is told what became of each of several evaluations, in their order. */
    public interface Told {
        /** It is recorded. */
        void recorded(Result result);

        /** It is not, and why. */
        void refused(AutoTrainerException problem);
    }

    /** Records several evaluations in one transaction; those that are not valid, or of an agent out of reach, are left out. */
    public void train(List<EvaluationBody> bodies, Told told) {
        List<Optional<AutoTrainerException>> refused = new ArrayList<>();
        List<Ready> ready = new ArrayList<>();
        for (EvaluationBody body : bodies) {
            try {
                Evaluation evaluation = body.toDomain();
                Recorder.checkTask(evaluation);
                recorder.checkReach(evaluation);
                ready.add(Ready.of(evaluation, source, false, true));
                refused.add(Optional.empty());
            } catch (AutoTrainerException foreign) {
                refused.add(Optional.of(foreign));
            } catch (InvalidValueException wrong) {
                refused.add(Optional.of(new AutoTrainerException(Problem.INVALID, String.valueOf(wrong.getMessage()))));
            }
        }
        Iterator<Recorded> recorded = recorder.record(ready).iterator();
        for (Optional<AutoTrainerException> problem : refused) {
            if (problem.isPresent()) {
                told.refused(problem.get());
            } else {
                tell(recorded.next(), told);
            }
        }
    }

    /** Records several evaluations in one transaction, as {@link #train(List, Told)} does. */
    public void trainAll(List<Evaluation> evaluations, Told told) {
        evaluations.forEach(Recorder::checkTask);
        recorder.record(evaluations.stream()
                        .map(evaluation -> Ready.of(evaluation, source, false, true))
                        .toList())
                .forEach(recorded -> tell(recorded, told));
    }

    private static void tell(Recorded recorded, Told told) {
        if (recorded.change() == Recorder.Change.CONFLICT) {
            told.refused(new AutoTrainerException(Problem.CONFLICT, recorded.conflict()));
        } else {
            told.recorded(result(recorded));
        }
    }

    @SuppressWarnings("NullAway") // absent is null on the wire
    private static Result result(Recorded recorded) {
        Response response = new Response(
                recorded.evaluation().id(),
                SuggestionBody.all(recorded.answer()),
                recorded.answer().applied(),
                recorded.answer().credit().map(Credit::word).orElse(null),
                recorded.answer().credit().map(Credit::reason).orElse(null));
        return new Result(response, recorded.change() == Recorder.Change.UNCHANGED);
    }
}
