package org.autotrainer.adapters.http;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.server.Token;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

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

    /** Answered at once, whatever else is under way: it needs nothing. */
    static final String HEALTH = "/healthz";

    private static final byte[] NOTHING = {};
    private static final long MOST_BYTES = 96L << 20;
    private static final long LEAST_BYTES = 48L << 20;

    private final Entrance entrance;
    private final Routes routes;
    private final TrainingLoop loop;
    private final Turns turns;
    private final KeptAnswers kept = new KeptAnswers();
    private final Semaphore room = new Semaphore(WORKING);
    /** A body as objects takes some ten times its bytes. */
    private final Space space = new Space(
            Math.max(LEAST_BYTES, Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / 20)));

    FrontDoor(Gate gate, Routes routes, TrainingLoop loop, Executor threads) {
        this.entrance = new Entrance(gate);
        this.routes = routes;
        this.loop = loop;
        this.turns = new Turns(threads, AT_ONCE, WORKING);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Visit visit = Visit.begin(request);
        response.getHeaders().put(Visit.ID, visit.id());
        Routes.Found found = routes.find(request);
        found.route().ifPresent(visit::route);
        Optional<Answer> refusal = entrance.refuses(request, response, visit).or(found::refusal);
        if (refusal.isPresent() || found.route().isEmpty()) {
            refuse(refusal.orElseThrow(), request, response, callback);
            return true;
        }
        Space.Share share = space.share();
        Exchange exchange = new Exchange(
                request,
                visit,
                found.route().get(),
                found.variables(),
                share,
                response,
                Callback.from(share::free, callback));
        Body.read(
                request,
                exchange.route.bodyLimit(),
                share,
                bytes -> work(exchange, bytes),
                problem -> breakOff(exchange, problem));
        return true;
    }

    /** Answers before the body is read: unless all of it is here already, no other request can follow. */
    private static void refuse(Answer refusal, Request request, Response response, Callback callback) {
        if (Lingering.drops(request)) {
            refusal.send(response, callback);
        } else {
            refusal.with(HttpHeader.CONNECTION, "close").send(response, Lingering.before(request, callback));
        }
    }

    /** Answers a body that is not taken to its end; who was too slow is not waited for again. */
    private static void breakOff(Exchange exchange, ProblemDetails problem) {
        exchange.share.free();
        Callback callback =
                problem.status() == 408 ? exchange.callback : Lingering.before(exchange.request, exchange.callback);
        Answer.problem(problem).with(HttpHeader.CONNECTION, "close").send(exchange.response, callback);
    }

    /** A request that was let in, and where its answer goes. */
    private record Exchange(
            Request request,
            Visit visit,
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
        if (exchange.route.path().equals(HEALTH)) { // who is restarted for being busy is busier afterwards
            exchange.send(answer(exchange, body));
            return;
        }
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

    private Answer answer(Exchange exchange, byte[] body) {
        try {
            TrainingLoop reached = exchange.visit.token().map(this::reachedWith).orElse(loop);
            Route route = exchange.route;
            if (route.isOfStore() && body.length == 0) {
                return read(exchange, reached);
            }
            Call call = call(exchange, body, reached);
            return Fitting.of(call, Gzip.unpacked(call, route.bodyLimit(), route.endpoint()::answer));
        } catch (RuntimeException | Error failed) {
            return Answer.problem(ProblemDetails.ofFailure(failed, exchange.request));
        }
    }

    /** Answers what tells of the store alone: as before, if that is as it was. */
    private Answer read(Exchange exchange, TrainingLoop reached) {
        Answer whole = kept.answer(exchange.request, exchange.visit, reached, () -> {
            Call call = call(exchange, NOTHING, reached);
            return Fitting.whole(call, exchange.route.endpoint().answer(call));
        });
        return Fitting.unlessKnown(Call.header(exchange.request, HttpHeader.IF_NONE_MATCH), whole);
    }

    private static Call call(Exchange exchange, byte[] body, TrainingLoop reached) {
        return new Call(exchange.request, exchange.variables, body, exchange.share, exchange.visit, reached);
    }

    /** The loop as far as a token reaches it. */
    private TrainingLoop reachedWith(Token token) {
        TrainingLoop its = loop.from(token.source());
        return token.agent().map(its::only).orElse(its);
    }

    /** Tells how much is under way. */
    void tell(Metrics metrics) {
        metrics.gauge(
                "autotrainer_http_requests_under_way",
                "Requests that are worked on, wait for a thread or are being answered.",
                () -> WORKING - room.availablePermits());
        metrics.gauge(
                "autotrainer_http_requests_room",
                "How many requests more may be under way before others are refused.",
                room::availablePermits);
        metrics.gauge("autotrainer_http_requests_waiting", "Requests that wait for a thread.", turns::waiting);
        metrics.gauge(
                "autotrainer_http_bodies_bytes",
                "What the bodies of requests take, from their first byte until they are answered.",
                space::taken);
        metrics.gauge("autotrainer_http_kept_bytes", "Memory of answers that are kept to be given again.", kept::bytes);
        metrics.gauge(
                "autotrainer_store_writes_under_way",
                "Works of this server that write to the store, or wait for it.",
                loop::writing);
        metrics.gauge("autotrainer_http_bodies_room_bytes", "How much more bodies may take.", space::left);
    }
}
