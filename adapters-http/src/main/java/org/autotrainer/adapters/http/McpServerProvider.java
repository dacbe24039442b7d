package org.autotrainer.adapters.http;

import java.util.Optional;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.application.server.ServerProvider;

/** Serves a loop in the Model Context Protocol line by line, as a host of agents speaks with it. */
public final class McpServerProvider implements ServerProvider {
    @Override
    public String name() {
        return "mcp";
    }

    @Override
    public Server start(TrainingLoop loop, Options options) {
        throw new AutoTrainerException(
                Problem.INVALID, "the server mcp listens nowhere; the server http has the same at /mcp");
    }

    @Override
    public Optional<Dialogue> dialogue(TrainingLoop loop) {
        return Optional.of(new McpDialogue(new McpServer(loop)));
    }
}
