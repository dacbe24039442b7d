package org.autotrainer.adapters.cli;

import java.util.Optional;
import org.autotrainer.application.wire.EvaluationBody;
import org.autotrainer.domain.evaluation.CleanText;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.evaluation.Limits;
import picocli.CommandLine.Option;

/** The option that names an agent. */
final class AgentOption {
    @Option(names = "--agent", paramLabel = "AGENT", description = "Whose memory it is. Default: default.")
    private Optional<String> agent = Optional.empty();

    /** Whether one is named. */
    boolean isGiven() {
        return agent.isPresent();
    }

    /**
     * The agent.
     *
     * @throws InvalidValueException if it is none
     */
    String name() {
        return CleanText.required("--agent", agent.orElse(EvaluationBody.DEFAULT_AGENT), Limits.AGENT);
    }
}
