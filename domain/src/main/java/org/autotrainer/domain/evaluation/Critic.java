package org.autotrainer.domain.evaluation;

/**
 * Who judged: a test suite, a person, a model as judge; also called evaluator or grader.
 *
 * @param id name of the critic; empty when the source names none
 * @param version its version; empty when unknown
 */
public record Critic(String id, String version) {
    /** The critic of evaluations that name none. */
    public static final Critic UNNAMED = new Critic("", "");

    /** Checks each part; see {@link Limits#NAME}. */
    public Critic {
        CleanText.name("critic.id", id, Limits.NAME);
        CleanText.name("critic.version", version, Limits.NAME);
    }
}
