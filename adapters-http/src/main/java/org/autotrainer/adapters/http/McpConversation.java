package org.autotrainer.adapters.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.autotrainer.application.server.ServerProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A conversation in MCP over two streams: a message a line, each answered before the next is read, and nothing else written.
 * Thread-safe.
 */
final class McpConversation implements ServerProvider.Conversation {
    private static final Logger LOG = LoggerFactory.getLogger(McpConversation.class);
    /** How long a peer that does not read may hold up the end. */
    private static final int CLOSE_SECONDS = 8;

    private final McpServer server;
    private final McpLines lines;
    private final OutputStream out;
    /** Held while a message is answered. */
    private final ReentrantLock turn = new ReentrantLock();

    private volatile boolean closed;

    private McpConversation(McpServer server, McpLines lines, OutputStream out) {
        this.server = server;
        this.lines = lines;
        this.out = out;
    }

    static McpConversation begin(McpServer server, InputStream in, OutputStream out, Runnable whenOver) {
        McpConversation conversation = new McpConversation(server, new McpLines(in, McpMessage.LIMIT), out);
        Thread listener = new Thread(() -> conversation.listen(whenOver), "autotrainer-mcp");
        listener.setDaemon(true);
        listener.start();
        return conversation;
    }

    private void listen(Runnable whenOver) {
        try {
            for (Optional<McpLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                if (!line.get().isBlank() && !take(line.get())) {
                    return;
                }
            }
        } catch (IOException gone) {
            LOG.debug("the peer is gone", gone);
        } finally {
            whenOver.run();
        }
    }

    /** Answers a line; no if it was closed. */
    private boolean take(McpLines.Line line) throws IOException {
        turn.lock();
        try {
            if (closed) {
                return false;
            }
            Optional<Map<String, Object>> body = answer(line).body();
            if (body.isPresent()) {
                out.write(Json.bytes(body.get()));
                out.write('\n');
                out.flush();
            }
            return true;
        } finally {
            turn.unlock();
        }
    }

    private McpServer.Reply answer(McpLines.Line line) {
        if (line.tooLong()) {
            return McpServer.refused(
                    Optional.empty(),
                    McpRefusal.malformed(
                            McpRefusal.NO_MESSAGE,
                            "the line is too long; allowed are up to " + McpMessage.LIMIT + " bytes"));
        }
        try {
            return server.answer(line.bytes(), Optional.empty());
        } catch (RuntimeException | Error failed) {
            LOG.error("a message failed", failed);
            Optional<Object> id = McpMessage.id(McpMessage.fields(line.bytes()));
            return McpServer.refused(id, McpRefusal.malformed(McpRefusal.FAILED, "the server failed at this request"));
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            if (turn.tryLock(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                turn.unlock();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
