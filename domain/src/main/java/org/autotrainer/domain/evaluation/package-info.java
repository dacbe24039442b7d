/**
 * What a critic says about one judged attempt: the values that enter AutoTrainer.
 *
 * <p>Everything here is an immutable value that is checked when it is made: an {@link
 * org.autotrainer.domain.evaluation.Evaluation} that exists can be recorded, on every store. This room
 * knows no other room of the domain.
 */
package org.autotrainer.domain.evaluation;
