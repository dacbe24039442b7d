package org.autotrainer.adapters.http;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Reads the body of one request as its bytes come in, up to a size and within a time.
 *
 * <p>It takes memory for what has come in, never for what was announced: to announce costs a client nothing. Bytes and the
 * deadline come on threads of their own, so that whoever is first ends it under its lock.
 */
final class Body {
    /** How long a body may take. */
    static final long PATIENCE_MILLIS = 8_000;

    private static final int FIRST_BYTES = 16 << 10;
    private static final byte[] NOTHING = new byte[0];

    private final Request request;
    private final long limit;
    private final Space.Share share;
    private final Consumer<byte[]> whole;
    private final Consumer<ProblemDetails> problem;
    private Scheduler.Task deadline = () -> false;
    private boolean waits;
    private boolean over;
    private byte[] bytes = NOTHING;
    private int size;

    private Body(
            Request request, long limit, Space.Share share, Consumer<byte[]> whole, Consumer<ProblemDetails> problem) {
        this.request = request;
        this.limit = limit;
        this.share = share;
        this.whole = whole;
        this.problem = problem;
    }

    /**
     * Reads the body of a request and hands it to {@code whole}, or says to {@code problem} why not: one of them, once.
     *
     * @param share where the memory is taken from; the caller gives it back
     */
    static void read(
            Request request, long limit, Space.Share share, Consumer<byte[]> whole, Consumer<ProblemDetails> problem) {
        long length = request.getLength();
        if (length > limit) {
            problem.accept(tooLarge(limit));
        } else if (length == 0) {
            whole.accept(NOTHING);
        } else {
            new Body(request, limit, share, whole, problem).more();
        }
    }

    private void more() {
        next().run();
    }

    /** Reads what has come in. What is to be done then is done outside the lock, unless it is to wait for more. */
    private synchronized Runnable next() {
        while (!over) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                await();
                return () -> {};
            }
            if (Content.Chunk.isFailure(chunk)) {
                boolean late = chunk.getFailure() instanceof TimeoutException;
                return end(late ? tooSlow() : ProblemDetails.of(400, "the body does not come to its end"));
            }
            boolean last = chunk.isLast();
            Runnable refusal = take(chunk.getByteBuffer());
            chunk.release();
            if (over) {
                return refusal;
            }
            if (last) {
                return end();
            }
        }
        return () -> {};
    }

    private void await() {
        if (!waits) {
            waits = true;
            Scheduler scheduler = request.getComponents().getScheduler();
            deadline = scheduler.schedule(this::late, PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        }
        request.demand(this::more);
    }

    private Runnable take(ByteBuffer part) {
        int more = part.remaining();
        if (more > limit - size) {
            return end(tooLarge(limit));
        }
        if (size + more > bytes.length && !grow(size + more)) {
            return end(ProblemDetails.of(503, "too many large bodies are under way; try again"));
        }
        part.get(bytes, size, more);
        size += more;
        return () -> {};
    }

    private boolean grow(int needed) {
        long most = request.getLength() < 0 ? limit : request.getLength();
        int wanted = Math.max(needed, (int) Math.min(most, Math.max(FIRST_BYTES, 2L * bytes.length)));
        if (!share.take((long) wanted - bytes.length)) {
            return false;
        }
        bytes = Arrays.copyOf(bytes, wanted);
        return true;
    }

    private Runnable end() {
        over = true;
        deadline.cancel();
        byte[] all = size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
        return () -> whole.accept(all);
    }

    private Runnable end(ProblemDetails wrong) {
        over = true;
        deadline.cancel();
        bytes = NOTHING;
        return () -> problem.accept(wrong);
    }

    private void late() {
        Runnable told;
        synchronized (this) {
            told = over ? () -> {} : end(tooSlow());
        }
        told.run();
    }

    private static ProblemDetails tooLarge(long limit) {
        return ProblemDetails.of(413, "the body is too large; allowed are up to " + limit + " bytes here");
    }

    private static ProblemDetails tooSlow() {
        return ProblemDetails.of(
                408, "the body did not come to its end within " + PATIENCE_MILLIS / 1_000 + " seconds");
    }
}
