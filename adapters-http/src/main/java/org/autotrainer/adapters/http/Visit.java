package org.autotrainer.adapters.http;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.autotrainer.application.server.Token;
import org.eclipse.jetty.server.Request;

/** What is known about one request beside what it says: its id, its route, whose it is. Thread-safe. */
final class Visit {
    /** The field of an answer's head that names the request. */
    static final String ID = "X-Request-Id";

    private static final String ATTRIBUTE = Visit.class.getName();
    private static final long FIRST = new SecureRandom().nextLong();
    private static final AtomicLong COUNT = new AtomicLong();

    private final String id;
    private volatile Optional<Route> route = Optional.empty();
    private volatile Optional<Token> token = Optional.empty();
    private volatile String agent = "";
    private volatile boolean diskFull;
    private final AtomicInteger recorded = new AtomicInteger();
    private final Queue<Long> commits = new ConcurrentLinkedQueue<>();

    private Visit(String id) {
        this.id = id;
    }

    /** Begins to note about a request. */
    static Visit begin(Request request) {
        Visit visit = new Visit(HexFormat.of().toHexDigits(FIRST + COUNT.incrementAndGet()));
        request.setAttribute(ATTRIBUTE, visit);
        return visit;
    }

    /** What was noted about a request; nothing when it was not so well-formed that it came in. */
    static Optional<Visit> of(Request request) {
        return Optional.ofNullable((Visit) request.getAttribute(ATTRIBUTE));
    }

    /** Names the request, for whoever looks for it in a log. */
    String id() {
        return id;
    }

    Optional<Route> route() {
        return route;
    }

    void route(Route found) {
        route = Optional.of(found);
    }

    Optional<Token> token() {
        return token;
    }

    void token(Token shown) {
        token = Optional.of(shown);
    }

    /** The agent that it is about; empty when that is not known, or several. */
    String agent() {
        return agent;
    }

    void agent(String about) {
        agent = about;
    }

    /** Whether it found the disk full, though its answer has another status. */
    boolean isDiskFull() {
        return diskFull;
    }

    void foundDiskFull() {
        diskFull = true;
    }

    /** How many evaluations were recorded that were new. */
    int recorded() {
        return recorded.get();
    }

    /** Notes that so many more are on the disk. */
    void recorded(int more) {
        if (more > 0) {
            recorded.addAndGet(more);
            commits.add(System.nanoTime());
        }
    }

    /** When its commits were made, in nanoseconds: one for a single evaluation, one for each thousand lines of a batch. */
    Collection<Long> commits() {
        return Collections.unmodifiableCollection(commits);
    }
}
