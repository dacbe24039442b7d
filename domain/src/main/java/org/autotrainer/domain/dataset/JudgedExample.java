package org.autotrainer.domain.dataset;

/**
 * A conversation with how its attempt ended.
 *
 * @param example the conversation
 * @param taskId the task; empty when unknown
 * @param success whether all critics say that it succeeded
 * @param score 0 to 1, as the critic said with whose evaluation the conversation came
 */
public record JudgedExample(Example example, String taskId, boolean success, double score) {}
