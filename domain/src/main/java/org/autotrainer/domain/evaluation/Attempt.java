package org.autotrainer.domain.evaluation;

/**
 * One try at a task: what a coin, a credit and a data-set row belong to.
 *
 * @param agent whose memory it is, 1 to 200 characters
 * @param run the batch it came in (an import, a CI job); empty when there is none
 * @param taskId the task; empty when unknown
 * @param number which try at the task within the run, from 0
 */
public record Attempt(String agent, String run, String taskId, int number) {
    /** Checks each part; see {@link Limits}. */
    public Attempt {
        CleanText.required("agent", agent, Limits.AGENT);
        CleanText.name("run", run, Limits.NAME);
        CleanText.name("task_id", taskId, Limits.TASK_ID);
        if (number < 0 || number > Limits.COUNT) {
            throw new InvalidValueException("attempt is " + number + "; allowed are 0 to " + Limits.COUNT);
        }
    }

    /** The first attempt at a task outside any run. */
    public static Attempt at(String agent, String taskId) {
        return new Attempt(agent, "", taskId, 0);
    }
}
