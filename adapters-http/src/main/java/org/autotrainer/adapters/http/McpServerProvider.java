package org.autotrainer.adapters.http;

import java.io.InputStream;
import java.io.OutputStream;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.application.server.ServerProvider;

/** Serves a loop in the Model Context Protocol over two streams, as a host of agents starts it. */
public final class McpServerProvider implements ServerProvider {
    @Override
    public String name() {
        return "mcp";
    }

    @Override
    public Server start(TrainingLoop loop, Options options) {
        throw new AutoTrainerException(
                Problem.INVALID, "the server mcp speaks over streams; at an address, the server http has it at /mcp");
    }

    @Override
    public Conversation converse(TrainingLoop loop, InputStream in, OutputStream out, Runnable whenOver) {
        return McpConversation.begin(new McpServer(loop), in, out, whenOver);
    }
}
