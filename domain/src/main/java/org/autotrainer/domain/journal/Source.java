package org.autotrainer.domain.journal;

import org.autotrainer.domain.evaluation.CleanText;
import org.autotrainer.domain.evaluation.Limits;
import org.autotrainer.domain.trust.Trust;

/**
 * Where an evaluation came from: who vouches for it, and how far.
 *
 * @param name the file or the credential that it came by; never taken from what it says itself
 * @param trust how far the operator trusts that
 */
public record Source(String name, Trust trust) {
    /** The operator's own commands and program. */
    public static final Source LOCAL = new Source("local", Trust.TRUSTED);

    /** Checks the name. */
    public Source {
        CleanText.required("source", name, Limits.NAME);
    }

    /** Whether it speaks for the operator. */
    public boolean isTrusted() {
        return trust == Trust.TRUSTED;
    }
}
