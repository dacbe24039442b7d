package org.autotrainer.adapters.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.autotrainer.application.RunTraining;
import org.autotrainer.application.TrainEvaluations;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.request.Guard;
import org.autotrainer.domain.evaluation.Identity;
import org.autotrainer.domain.journal.Answered;

/**
 * Has what changes something done: once under its {@code Idempotency-Key}, and only if what it changes is as {@code
 * If-Match} says. Thread-safe.
 *
 * <p>The answer is kept in the journal of the agent, in the transaction of the change; so it is the same after a restart,
 * and from another server on the same store.
 */
final class Idempotency {
    private static final String REPLAYED = "Idempotent-Replayed";

    /** Keys of requests that this server is at work on. */
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    /** Does the work of a request for an agent, and answers with its response. */
    Answer answer(Call call, String given, Function<TrainingLoop, Object> work) {
        String agent = Objects.requireNonNullElse(given, Call.DEFAULT_AGENT);
        call.about(agent);
        TrainingLoop loop = call.loop();
        Guard guard = new Guard(Optional.empty(), call.expected());
        Optional<String> key = call.key();
        if (key.isEmpty()) {
            return noted(call, work.apply(loop.guarded(guard)));
        }
        String id =
                Identity.of("key").text(call.source().name()).text(key.get()).id();
        String request = call.fingerprint();
        String name = agent + "\n" + id;
        if (!underWay.add(name)) {
            return Answer.problem(ProblemDetails.of(
                    409, "a request with this Idempotency-Key is under way; try again for its answer"));
        }
        try {
            Optional<Answered> before = loop.answered(agent, id);
            if (before.isPresent()) {
                return again(before.get(), request);
            }
            Guard.Once once = new Guard.Once(id, request, response -> text(told(response)));
            return noted(call, work.apply(loop.guarded(new Guard(Optional.of(once), guard.expected()))));
        } finally {
            underWay.remove(name);
        }
    }

    private static Answer noted(Call call, Object response) {
        if (response instanceof TrainEvaluations.Result result) {
            call.recorded(result);
        }
        return told(response);
    }

    private static Answer told(Object response) {
        if (response instanceof TrainEvaluations.Result result) {
            return Answer.of(result.known() ? 200 : 201, result.response());
        }
        return Answer.of(response instanceof RunTraining.Kept ? 201 : 200, response);
    }

    private static String text(Answer answer) {
        return answer.status() + "\n" + new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static Answer again(Answered before, String request) {
        if (!before.request().equals(request)) {
            return Answer.problem(ProblemDetails.of(
                    422, "this Idempotency-Key was used for another request; give each request a key of its own"));
        }
        int end = before.answer().indexOf('\n');
        byte[] body = before.answer().substring(end + 1).getBytes(StandardCharsets.UTF_8);
        int status = Integer.parseInt(before.answer().substring(0, end));
        return new Answer(status, Answer.JSON, body, Optional.empty(), Map.of(REPLAYED, "true"));
    }
}
