package org.autotrainer.adapters.http;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes every request: the gate first, then the route, then the body without blocking a thread, then the work on the thread
 * that brought the last of it. Fewer work at once than there are threads, so that connections are made, refused and closed
 * even when all work waits for the store.
 */
final class FrontDoor extends Handler.Abstract {
    /** How many requests are worked on, wait for a thread or are being answered at most. */
    static final int WORKING = 1_024;

    /** How many are worked on at once. */
    static final int AT_ONCE = 200;

    private static final long MOST_BYTES = 96L << 20;
    private static final long LEAST_BYTES = 48L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);

    private final Gate gate;
    private final Routes routes;
    private final Turns turns;
    private final Semaphore room = new Semaphore(WORKING);
    /** A body as objects takes some ten times its bytes. */
    private final Space space = new Space(
            Math.max(LEAST_BYTES, Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / 20)));

    FrontDoor(Gate gate, Routes routes, Executor threads) {
        this.gate = gate;
        this.routes = routes;
        this.turns = new Turns(threads, AT_ONCE, WORKING);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Optional<ProblemDetails> refused = gate.refuses(request);
        if (refused.isPresent()) {
            refuse(Answer.problem(refused.get()), request, response, callback);
            return true;
        }
        Routes.Found found = routes.find(request);
        if (found.refusal().isPresent()) {
            refuse(found.refusal().get(), request, response, callback);
            return true;
        }
        Space.Share share = space.share();
        Exchange exchange = new Exchange(
                request, found.route(), found.variables(), share, response, Callback.from(share::free, callback));
        Body.read(
                request,
                found.route().bodyLimit(),
                share,
                bytes -> work(exchange, bytes),
                problem -> Answer.problem(problem)
                        .with(HttpHeader.CONNECTION, "close")
                        .send(response, exchange.callback));
        return true;
    }

    /** Answers before the body is read: unless all of it is here already, no other request can follow. */
    private static void refuse(Answer refusal, Request request, Response response, Callback callback) {
        Answer answer = request.consumeAvailable() ? refusal : refusal.with(HttpHeader.CONNECTION, "close");
        answer.send(response, callback);
    }

    /** A request that was let in, and where its answer goes. */
    private record Exchange(
            Request request,
            Route route,
            Map<String, String> variables,
            Space.Share share,
            Response response,
            Callback callback) {
        void send(Answer answer) {
            answer.send(response, callback);
        }
    }

    private void work(Exchange exchange, byte[] body) {
        if (!room.tryAcquire()) {
            exchange.send(tooMany());
            return;
        }
        Callback leaving = Callback.from(room::release, exchange.callback);
        if (!turns.take(() -> answer(exchange, body).send(exchange.response, leaving))) {
            tooMany().send(exchange.response, leaving);
        }
    }

    private static Answer tooMany() {
        return Answer.problem(ProblemDetails.of(503, "too many requests are under way; try again"));
    }

    private static Answer answer(Exchange exchange, byte[] body) {
        Route route = exchange.route;
        try {
            Call call = new Call(exchange.request, exchange.variables, body, exchange.share);
            return Fitting.of(call, Gzip.unpacked(call, route.bodyLimit(), route.endpoint()::answer));
        } catch (RuntimeException | Error failed) {
            ProblemDetails problem = ProblemDetails.ofFailure(failed);
            if (problem.status() == 500) {
                LOG.error("a request to {} failed", route.path(), failed);
            }
            return Answer.problem(problem);
        }
    }
}
