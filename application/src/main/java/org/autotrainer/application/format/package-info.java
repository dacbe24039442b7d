/**
 * The foreign forms of evaluations that AutoTrainer reads by itself, one small class each.
 *
 * <p>To add one, implement {@link org.autotrainer.application.spi.EvaluationFormat} and add it to {@link
 * org.autotrainer.application.format.EvaluationFormats}.
 */
package org.autotrainer.application.format;
