package org.autotrainer.adapters.http;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.autotrainer.application.problem.AutoTrainerException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes every request: the gate first, then the route, then the body without blocking a thread, then the work on a thread
 * of the pool.
 */
final class FrontDoor extends Handler.Abstract.NonBlocking {
    /** How many requests are worked on or wait for a thread at most. */
    static final int WORKING = 1_024;

    private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);

    private final Gate gate;
    private final Routes routes;
    private final Semaphore room = new Semaphore(WORKING);

    FrontDoor(Gate gate, Routes routes) {
        this.gate = gate;
        this.routes = routes;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Optional<ProblemDetails> refused = gate.refuses(request);
        if (refused.isPresent()) {
            Answer.problem(refused.get()).send(response, callback);
            return true;
        }
        Routes.Found found = routes.find(request);
        if (found.refusal().isPresent()) {
            found.refusal().get().send(response, callback);
            return true;
        }
        Route route = found.route();
        Body.read(
                request,
                route.bodyLimit(),
                bytes -> work(request, new Call(request, found.variables(), bytes), route, response, callback),
                problem -> Answer.problem(problem)
                        .with(HttpHeader.CONNECTION, "close")
                        .send(response, callback));
        return true;
    }

    private void work(Request request, Call call, Route route, Response response, Callback callback) {
        if (!room.tryAcquire()) {
            tooMany(response, callback);
            return;
        }
        Executor threads = request.getComponents().getExecutor();
        try {
            threads.execute(() -> {
                Answer answer;
                try {
                    answer = answer(call, route);
                } finally {
                    room.release();
                }
                answer.send(response, callback);
            });
        } catch (RejectedExecutionException full) {
            room.release();
            tooMany(response, callback);
        }
    }

    private static void tooMany(Response response, Callback callback) {
        Answer.problem(ProblemDetails.of(503, "too many requests are under way; try again"))
                .send(response, callback);
    }

    private static Answer answer(Call call, Route route) {
        try {
            return route.endpoint().answer(call);
        } catch (AutoTrainerException told) {
            return Answer.problem(ProblemDetails.of(told));
        } catch (IllegalArgumentException invalid) {
            return Answer.problem(ProblemDetails.of(invalid));
        } catch (RuntimeException | Error failed) {
            LOG.error("a request to {} failed", route.path(), failed);
            return Answer.problem(ProblemDetails.of(500, "the server failed at this request"));
        }
    }
}
