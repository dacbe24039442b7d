package org.autotrainer.adapters.http;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.AbstractLifeCycle;

/**
 * Closes connections that have sent some bytes of a request and not all of its head for ten seconds: each byte that drips
 * in sets the time-out for idle ones back, so that it alone never ends them.
 */
final class Sweep extends AbstractLifeCycle {
    private static final long EVERY_MILLIS = 1_000;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final ServerConnector connector;
    private Map<EndPoint, Progress> progress = new HashMap<>();

    Sweep(ServerConnector connector) {
        this.connector = connector;
    }

    /** How far a connection was, and since when it has come no further. */
    private record Progress(long messages, long bytes, long since) {}

    @Override
    protected void doStart() {
        again();
    }

    /** On the thread of the scheduler: those of the pool may all be at work when it matters. */
    private void again() {
        connector.getScheduler().schedule(this::turn, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void turn() {
        if (isRunning()) {
            try {
                sweep(System.nanoTime());
            } finally {
                again();
            }
        }
    }

    private void sweep(long now) {
        Map<EndPoint, Progress> seen = new HashMap<>();
        for (EndPoint endPoint : connector.getConnectedEndPoints()) {
            Connection connection = endPoint.getConnection();
            if (connection == null) {
                continue;
            }
            // Under TLS the bytes are counted outside, the handshake included, and the messages inside.
            Connection inner = connection instanceof SslConnection tls
                    ? tls.getSslEndPoint().getConnection()
                    : connection;
            if (inner == null) {
                continue;
            }
            long messages = inner.getMessagesIn();
            long bytes = connection.getBytesIn();
            Progress before = progress.get(endPoint);
            // Between two requests no bytes come in: what comes in without a message is the head of the next one, or
            // the
            // rest of a body that was answered early. "100 Continue" counts as a message that goes out.
            boolean inHead = before != null
                    && before.messages == messages
                    && inner.getMessagesOut() >= messages
                    && bytes > before.bytes;
            if (before == null || !inHead) {
                seen.put(endPoint, new Progress(messages, bytes, now));
            } else if (now - before.since > PATIENCE_NANOS) {
                endPoint.close();
            } else {
                seen.put(endPoint, before);
            }
        }
        progress = seen;
    }
}
