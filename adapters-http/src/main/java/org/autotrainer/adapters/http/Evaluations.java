package org.autotrainer.adapters.http;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.autotrainer.application.TrainEvaluations;
import org.autotrainer.application.TrainEvaluations.Result;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.wire.EvaluationBody;
import org.autotrainer.domain.evaluation.InvalidValueException;

/** Records evaluations: one, or as many as there are lines, each with an answer of its own. */
record Evaluations(Idempotency idempotency) implements Route.Endpoint {
    private static final int BATCH = 1_000;
    private static final int MOST_LINES = 20_000;

    @Override
    public Answer answer(Call call) {
        call.knowing();
        if (call.isLines()) {
            return lines(call.withoutKey("batches"));
        }
        EvaluationBody evaluation = call.body(EvaluationBody.class);
        return idempotency.answer(
                call, evaluation.agent(), guarded -> guarded.train().train(evaluation));
    }

    private static int status(Result result) {
        return result.known() ? 200 : 201;
    }

    /** An answer to a line. */
    private record Line(long line, int status, Object body, ProblemDetails problem) {
        Line at(long number) {
            return new Line(number, status, body, problem);
        }
    }

    private static Answer lines(Call call) {
        byte[] body = call.body();
        check(body);
        StringBuilder answers = new StringBuilder();
        List<Long> numbers = new ArrayList<>();
        List<Object> batch = new ArrayList<>();
        int begin = 0;
        for (long number = 1; begin < body.length; number++) {
            int end = begin;
            while (end < body.length && body[end] != '\n') {
                end++;
            }
            if (!isBlank(body, begin, end)) {
                numbers.add(number);
                batch.add(read(body, begin, end));
            }
            if (batch.size() == BATCH) {
                record(call, numbers, batch, answers);
            }
            begin = end + 1;
        }
        record(call, numbers, batch, answers);
        return Answer.lines(answers);
    }

    /** Refuses too many lines before one is recorded. */
    private static void check(byte[] body) {
        int lines = 0;
        for (byte letter : body) {
            lines += letter == '\n' ? 1 : 0;
        }
        if (lines > MOST_LINES) {
            throw new InvalidValueException(
                    "there are more than " + MOST_LINES + " lines; none was recorded, send them apart");
        }
    }

    private static Object read(byte[] body, int begin, int end) {
        try {
            return Json.read(body, begin, end - begin, EvaluationBody.class);
        } catch (IllegalArgumentException wrong) {
            return ProblemDetails.of(wrong);
        }
    }

    private static void record(Call call, List<Long> numbers, List<Object> batch, StringBuilder answers) {
        List<EvaluationBody> valid = batch.stream()
                .filter(EvaluationBody.class::isInstance)
                .map(EvaluationBody.class::cast)
                .toList();
        List<Line> lines = new ArrayList<>();
        AtomicInteger fresh = new AtomicInteger();
        call.loop().train().train(valid, new TrainEvaluations.Told() {
            @Override
            public void recorded(Result result) {
                fresh.addAndGet(result.known() ? 0 : 1);
                lines.add(line(0, result));
            }

            @Override
            public void refused(AutoTrainerException problem) {
                lines.add(line(0, ProblemDetails.of(problem)));
            }
        });
        call.recorded(fresh.get());
        Iterator<Line> told = lines.iterator();
        for (int i = 0; i < batch.size(); i++) {
            Line line = batch.get(i) instanceof ProblemDetails problem ? line(0, problem) : told.next();
            answers.append(Json.text(line.at(numbers.get(i)))).append('\n');
        }
        numbers.clear();
        batch.clear();
    }

    @SuppressWarnings("NullAway") // absent is null on the wire
    private static Line line(long number, Result result) {
        return new Line(number, status(result), result.response(), null);
    }

    @SuppressWarnings("NullAway") // absent is null on the wire
    private static Line line(long number, ProblemDetails problem) {
        return new Line(number, problem.status(), null, problem);
    }

    private static boolean isBlank(byte[] body, int begin, int end) {
        for (int i = begin; i < end; i++) {
            if (body[i] != ' ' && body[i] != '\t' && body[i] != '\r') {
                return false;
            }
        }
        return true;
    }
}
