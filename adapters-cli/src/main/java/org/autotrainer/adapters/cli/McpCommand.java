package org.autotrainer.adapters.cli;

import jakarta.inject.Provider;
import java.util.concurrent.CountDownLatch;
import org.autotrainer.adapters.cli.Loops.Access;
import org.autotrainer.adapters.cli.console.Console;
import org.autotrainer.adapters.cli.console.Surroundings.Stream;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.application.server.ServerProvider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Serves the loop to a host of agents that has started it, until the host is done. */
@Command(
        name = "mcp",
        header = "Serve the loop to a host of agents over standard input and output (MCP).",
        description = {
            "",
            "The host starts it, speaks the Model Context Protocol with it, and ends it by closing its input."
                    + " It gives an agent tools to recall heuristics, record evaluations, and look at what was learned."
                    + " Over HTTP a server that runs has the same at /mcp: see serve."
        },
        footer = {
            "",
            "Examples:",
            "  autotrainer mcp --store memory.db",
            "  autotrainer mcp --store memory.db <messages.jsonl"
        })
final class McpCommand implements Verb {
    @Mixin
    private StoreOption store;

    @Mixin
    private ChanceOption chance;

    @Override
    public int run(Console console, Provider<Loops> loops) {
        chance.check();
        CountDownLatch stopped = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Interruption stop = new Interruption(() -> {
            stopped.countDown();
            await(closed);
        });
        try {
            converse(console, loops.get(), stopped);
        } finally {
            stop.close();
            closed.countDown();
        }
        return ExitCode.OK;
    }

    /** Serves until the host is done or the program is to stop; then what was learned is written. */
    private void converse(Console console, Loops loops, CountDownLatch stopped) {
        try (TrainingLoop loop = loops.open(store.location(console), Access.CREATING)) {
            Conversation conversation = Conversation.begin(
                    dialogue(loops, chance.of(loop)), console.input(), console.output(), stopped::countDown);
            try (conversation) {
                if (console.isTerminal(Stream.IN)) {
                    console.note("a host of agents speaks with this in MCP; Ctrl-D ends it");
                }
                await(stopped);
            }
        }
    }

    private static ServerProvider.Dialogue dialogue(Loops loops, TrainingLoop loop) {
        return loops.server("mcp")
                .dialogue(loop)
                .orElseThrow(() -> new AutoTrainerException(
                        Problem.INVALID, "the server mcp that is installed listens at an address only"));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
