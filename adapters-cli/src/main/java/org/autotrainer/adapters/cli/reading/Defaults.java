package org.autotrainer.adapters.cli.reading;

import java.util.Optional;
import org.autotrainer.application.format.EvaluationFormats;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.spi.EvaluationFormat;
import org.autotrainer.application.wire.EvaluationBody;

/**
 * What is taken for granted about records that do not say it themselves.
 *
 * @param agent whose evaluations they are
 * @param run the batch they come in; empty for none
 * @param from the form they are in; empty to find out
 * @param format the format of that form; nothing for the native form, and when it is to be found out
 */
public record Defaults(String agent, String run, String from, Optional<EvaluationFormat> format) {
    /** The name of the form that needs no translation. */
    public static final String NATIVE = "native";

    /**
     * What is taken for granted, in a form that is named.
     *
     * @throws AutoTrainerException if no form has the name
     */
    public Defaults(String agent, String run, String from) {
        this(
                agent,
                run,
                from,
                from.isEmpty() || from.equals(NATIVE) ? Optional.empty() : Optional.of(EvaluationFormats.named(from)));
    }

    EvaluationBody apply(EvaluationBody body) {
        boolean named = body.agent() != null || agent.equals(EvaluationBody.DEFAULT_AGENT);
        if (named && (body.run() != null || run.isEmpty())) {
            return body;
        }
        return new EvaluationBody(
                body.id(),
                body.revision(),
                body.agent() == null ? agent : body.agent(),
                body.run() == null ? run : body.run(),
                body.taskId(),
                body.attempt(),
                body.critic(),
                body.success(),
                body.score(),
                body.suggestions(),
                body.context(),
                body.model(),
                body.parameters(),
                body.messages(),
                body.tools(),
                body.receipt(),
                body.marks(),
                body.metadata(),
                body.occurredAt(),
                body.outcome());
    }
}
