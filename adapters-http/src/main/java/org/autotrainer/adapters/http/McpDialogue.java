package org.autotrainer.adapters.http;

import java.util.Map;
import java.util.Optional;
import org.autotrainer.application.server.ServerProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** MCP line by line: a message in, its answer out, whatever the line holds. Thread-safe. */
record McpDialogue(McpServer server) implements ServerProvider.Dialogue {
    private static final Logger LOG = LoggerFactory.getLogger(McpDialogue.class);

    @Override
    public int limit() {
        return McpMessage.LIMIT;
    }

    @Override
    public byte[] answer(byte[] line) {
        return reply(line).body().map(Json::bytes).orElse(new byte[0]);
    }

    private McpServer.Reply reply(byte[] line) {
        if (line.length > McpMessage.LIMIT) {
            return McpServer.refused(
                    Optional.empty(),
                    McpRefusal.malformed(
                            McpRefusal.NO_MESSAGE,
                            "the line is too long; allowed are up to " + McpMessage.LIMIT + " bytes"));
        }
        try {
            return server.answer(line, Optional.empty());
        } catch (RuntimeException | Error failed) {
            LOG.error("a message failed", failed);
            Map<?, ?> fields = McpMessage.fields(line);
            return McpServer.refused(
                    McpMessage.id(fields),
                    McpRefusal.malformed(McpRefusal.FAILED, "the server failed at this request"));
        }
    }
}
