package org.autotrainer.adapters.cli;

import org.autotrainer.adapters.cli.Loops.Access;
import org.autotrainer.adapters.cli.console.Console;
import org.autotrainer.application.TrainingLoop;
import picocli.CommandLine.Mixin;

/** A command about the memory of one agent. */
abstract class AgentVerb extends LoopVerb {
    @Mixin
    private AgentOption agent;

    AgentVerb(Access access) {
        super(access);
    }

    /** The agent's name. */
    final String agent() {
        return agent.name();
    }

    @Override
    void check() {
        agent.name();
    }

    /** Whether the command makes an agent that is not known yet. */
    boolean makesAgent() {
        return access() == Access.CREATING;
    }

    /** What is told of an agent that nothing is known of, while something is of others; empty for one that is known. */
    final String stranger(TrainingLoop loop) {
        return Strangers.sentence(loop.agents(), agent(), agent.isGiven());
    }

    @Override
    void begin(TrainingLoop loop, Console console) {
        String stranger = makesAgent() ? "" : stranger(loop);
        if (!stranger.isEmpty()) {
            console.note(stranger);
        }
    }
}
