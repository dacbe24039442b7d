package org.autotrainer.domain.dataset;

/**
 * What goes into a data set, whatever its format.
 *
 * @param tasks which tasks are taken
 * @param split which of them are kept back for validation
 * @param personal what is done with personal data
 */
public record DatasetOptions(TaskChoice tasks, Split split, Personal personal) {
    /** Every task, nothing kept back, personal data redacted. */
    public static final DatasetOptions ALL = new DatasetOptions(TaskChoice.ALL, Split.NONE, Personal.REDACT);
}
