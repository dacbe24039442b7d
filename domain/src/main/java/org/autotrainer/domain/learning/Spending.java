package org.autotrainer.domain.learning;

/**
 * What recalls have cost so far.
 *
 * @param receipts how many recalls for a task there were
 * @param answered how many of them an evaluation answered; the others leave the evidence biased
 * @param tokens the tokens that they put into prompts
 */
public record Spending(long receipts, long answered, long tokens) {}
