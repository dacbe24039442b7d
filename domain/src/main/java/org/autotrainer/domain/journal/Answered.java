package org.autotrainer.domain.journal;

import org.autotrainer.domain.evaluation.CleanText;
import org.autotrainer.domain.evaluation.Limits;

/**
 * What a request was answered that its caller had given a key, so that the same request again is answered the same. It
 * teaches nothing.
 *
 * @param id the hash of the key
 * @param request the hash of the request
 * @param answer the answer, as the face that gave it has it
 */
public record Answered(String id, String request, String answer) implements Fact {
    /** Checks the hashes. */
    public Answered {
        CleanText.required("id", id, Limits.NAME);
        CleanText.required("request", request, Limits.NAME);
    }

    @Override
    public FactKind kind() {
        return FactKind.ANSWER;
    }
}
