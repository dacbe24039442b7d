package org.autotrainer.adapters.cli;

import org.autotrainer.adapters.cli.Loops.Access;
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
}
