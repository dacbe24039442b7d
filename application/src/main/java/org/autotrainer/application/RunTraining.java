package org.autotrainer.application;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.autotrainer.application.memory.Memories;
import org.autotrainer.application.memory.Recorder;
import org.autotrainer.application.memory.Resident;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.application.wire.EvaluationBody;
import org.autotrainer.application.wire.SuggestionBody;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.Identity;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.journal.Evaluated;
import org.autotrainer.domain.journal.Fact;
import org.autotrainer.domain.journal.FactKind;
import org.autotrainer.domain.journal.LessonKept;
import org.autotrainer.domain.journal.LessonsTrained;
import org.autotrainer.domain.journal.Source;
import org.autotrainer.domain.memory.Answer;

/**
 * Keeps lessons, and trains on an evaluation together with the lessons before it: the original trainer's run.
 *
 * <p>Every call is an event of its own, unless its evaluation names an id: the same content twice is kept twice.
 */
public final class RunTraining {
    private final Memories memories;
    private final Recorder recorder;
    private final Source source;

    RunTraining(Memories memories, Recorder recorder, Source source) {
        this.memories = memories;
        this.recorder = recorder;
        this.source = source;
    }

    /**
     * A lesson to keep.
     *
     * @param taskId the task; may be absent
     * @param evaluation what the critic said; may be absent, and so may each field of it
     */
    public record Lesson(String agent, String taskId, EvaluationBody evaluation) {}

    /** The id of a lesson that was kept. */
    public record Kept(String lessonId) {}

    /**
     * A training run.
     *
     * @param taskId the task; without it the evaluation suggests nothing, and is kept
     * @param evaluation what the critic said; absent or empty to train on lessons alone
     * @param includeLessons whether lessons are trained on; absent means yes
     * @param applyHeuristics whether heuristic updates are applied; absent means yes
     */
    public record Request(
            String agent, String taskId, EvaluationBody evaluation, Boolean includeLessons, Boolean applyHeuristics) {}

    /** The training suggestions in order, and how many heuristic updates were applied. */
    public record Response(List<SuggestionBody> suggestions, int applied) {}

    /**
     * Keeps a lesson, without training on it.
     *
     * @throws InvalidValueException if a value is outside its range
     */
    public Kept keep(Lesson lesson) {
        Evaluation evaluation = evaluation(lesson.agent(), lesson.taskId(), lesson.evaluation());
        String agent = evaluation.attempt().agent();
        return memories.write(Set.of(agent), writing -> {
            Resident memory = writing.of(agent);
            Evaluation named = named("lesson", evaluation, memory);
            Optional<Fact> known = writing.transaction()
                    .newest(agent, FactKind.LESSON, named.id())
                    .map(entry -> entry.fact(agent));
            if (known.isPresent()) {
                return recorder.answered(writing, agent, again(named, known.get()));
            }
            memory.append(writing.transaction(), new LessonKept(named, source), recorder.now());
            return recorder.answered(writing, agent, new Kept(named.id()));
        });
    }

    /**
     * Runs the training.
     *
     * @throws InvalidValueException if a value is outside its range
     */
    public Response run(Request request) {
        Evaluation evaluation = evaluation(request.agent(), request.taskId(), request.evaluation());
        boolean lessons = !Boolean.FALSE.equals(request.includeLessons());
        boolean apply = !Boolean.FALSE.equals(request.applyHeuristics());
        boolean evaluated =
                request.evaluation() != null && !request.evaluation().equals(EMPTY);
        if (!evaluated && !lessons) {
            return new Response(List.of(), 0); // it changes nothing, however often it comes
        }
        String agent = evaluation.attempt().agent();
        if (evaluated && !evaluation.id().isEmpty()) {
            return once(evaluation, lessons, apply);
        }
        return memories.write(Set.of(agent), writing -> {
            Resident memory = writing.of(agent);
            Evaluation named = named("training", evaluation, memory);
            Fact fact =
                    evaluated ? new Evaluated(named, source, lessons, apply) : new LessonsTrained(named.id(), apply);
            Answer answer =
                    memory.append(writing.transaction(), fact, recorder.now()).answer();
            return recorder.answered(writing, agent, response(answer));
        });
    }

    private static Kept again(Evaluation evaluation, Fact known) {
        if (!known.recorded().filter(evaluation::equals).isPresent()) {
            throw new AutoTrainerException(
                    Problem.CONFLICT, "lesson " + evaluation.id() + " is kept with other content; give it another id");
        }
        return new Kept(evaluation.id());
    }

    /** Trains on an evaluation that has an id: once, however often it is brought. */
    private Response once(Evaluation evaluation, boolean lessons, boolean apply) {
        return recorder.record(
                Recorder.Ready.of(evaluation, source, lessons, apply), recorded -> response(recorded.answer()));
    }

    private static Response response(Answer answer) {
        return new Response(SuggestionBody.all(answer), answer.applied());
    }

    private static final EvaluationBody EMPTY = EvaluationBody.empty();

    private static Evaluation evaluation(String agent, String taskId, EvaluationBody body) {
        EvaluationBody given = body == null ? EMPTY : body;
        requireSame("agent", agent, given.agent());
        requireSame("task_id", taskId, given.taskId());
        return given.of(Objects.requireNonNullElse(agent, EvaluationBody.DEFAULT_AGENT), taskId)
                .toDomain();
    }

    /** What stands beside the evaluation may stand in it, too, if it is the same. */
    @SuppressWarnings("NullAway") // absent is null on the wire
    private static void requireSame(String field, String beside, String within) {
        if (within != null && !within.isEmpty() && !within.equals(beside)) {
            throw new InvalidValueException("evaluation." + field + " is another than the " + field
                    + " beside the evaluation; leave it out there");
        }
    }

    private static Evaluation named(String kind, Evaluation evaluation, Resident memory) {
        String agent = evaluation.attempt().agent();
        if (!evaluation.id().isEmpty()) {
            return evaluation;
        }
        return evaluation.withId(
                Identity.of(kind).text(agent).number(memory.position() + 1).id());
    }
}
