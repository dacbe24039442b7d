/**
 * The trainer: turns evaluations and lessons into training suggestions.
 *
 * <p>{@link org.autotrainer.domain.training.AutoTrainer} is a list of named rules, each a pure function; its answers to
 * the cases that the product promises to keep are fixed by a test. This room knows evaluations and nothing else.
 */
package org.autotrainer.domain.training;
