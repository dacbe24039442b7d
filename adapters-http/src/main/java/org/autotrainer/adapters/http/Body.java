package org.autotrainer.adapters.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;

/** Reads the body of one request as its bytes come in, up to a size and within a time. */
final class Body {
    /** How long a body may take. */
    static final long PATIENCE_MILLIS = 8_000;

    /** How many bytes all bodies together may hold while they come in. */
    private static final long ALL_BYTES = 96L << 20;

    private static final AtomicLong HELD = new AtomicLong();
    private static final ByteArrayOutputStream NOTHING = new ByteArrayOutputStream(0);

    private final Request request;
    private final long limit;
    private final Consumer<byte[]> whole;
    private final Consumer<ProblemDetails> problem;
    private final AtomicBoolean over = new AtomicBoolean();
    private final Scheduler.Task deadline;
    private ByteArrayOutputStream bytes = NOTHING;

    private Body(Request request, long limit, Consumer<byte[]> whole, Consumer<ProblemDetails> problem) {
        this.request = request;
        this.limit = limit;
        this.whole = whole;
        this.problem = problem;
        this.deadline =
                request.getComponents().getScheduler().schedule(this::late, PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * Reads the body of a request and hands it to {@code whole}, or says to {@code problem} why not: one of them, once.
     */
    static void read(Request request, long limit, Consumer<byte[]> whole, Consumer<ProblemDetails> problem) {
        long length = request.getLength();
        if (length > limit) {
            problem.accept(tooLarge(limit));
        } else if (length == 0) {
            whole.accept(new byte[0]);
        } else {
            new Body(request, limit, whole, problem).more();
        }
    }

    private void more() {
        while (!over.get()) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                request.demand(this::more);
                return;
            }
            if (Content.Chunk.isFailure(chunk)) {
                boolean late = chunk.getFailure() instanceof TimeoutException;
                end(late ? tooSlow() : ProblemDetails.of(400, "the body does not come to its end"));
                return;
            }
            boolean last = chunk.isLast();
            boolean fits = take(chunk.getByteBuffer());
            chunk.release();
            if (!fits) {
                return;
            }
            if (last) {
                end();
                return;
            }
        }
    }

    private boolean take(ByteBuffer part) {
        int size = part.remaining();
        if (bytes.size() + (long) size > limit) {
            end(tooLarge(limit));
            return false;
        }
        if (HELD.addAndGet(size) > ALL_BYTES) {
            HELD.addAndGet(-size);
            end(ProblemDetails.of(503, "too many large bodies are under way; try again"));
            return false;
        }
        if (bytes == NOTHING) {
            bytes = new ByteArrayOutputStream(Math.max(size, (int) Math.min(request.getLength(), limit)));
        }
        byte[] taken = new byte[size];
        part.get(taken);
        bytes.write(taken, 0, size);
        return true;
    }

    private void end() {
        if (over.compareAndSet(false, true)) {
            deadline.cancel();
            HELD.addAndGet(-bytes.size());
            whole.accept(bytes.toByteArray());
        }
    }

    private void end(ProblemDetails wrong) {
        if (over.compareAndSet(false, true)) {
            deadline.cancel();
            HELD.addAndGet(-bytes.size());
            problem.accept(wrong);
        }
    }

    private void late() {
        end(tooSlow());
    }

    private static ProblemDetails tooLarge(long limit) {
        return ProblemDetails.of(413, "the body is too large; allowed are up to " + limit + " bytes here");
    }

    private static ProblemDetails tooSlow() {
        return ProblemDetails.of(
                408, "the body did not come to its end within " + PATIENCE_MILLIS / 1_000 + " seconds");
    }
}
