package org.autotrainer.adapters.cli;

import org.autotrainer.application.wire.EvaluationBody;
import org.autotrainer.domain.evaluation.CleanText;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.evaluation.Limits;
import picocli.CommandLine.Option;

/** The option that names an agent. */
final class AgentOption {
    @Option(
            names = "--agent",
            paramLabel = "AGENT",
            defaultValue = EvaluationBody.DEFAULT_AGENT,
            description = "Whose memory it is. Default: default.")
    private String agent;

    /**
     * The agent.
     *
     * @throws InvalidValueException if it is none
     */
    String name() {
        return CleanText.required("--agent", agent, Limits.AGENT);
    }
}
