/**
 * The foreign forms of evaluations that AutoTrainer reads by itself, one small class each.
 *
 * <p>To add one, implement {@link org.autotrainer.application.spi.EvaluationFormat}, list it in {@code META-INF/services}, and
 * give it a sample among the tests and a section in {@code docs/formats.md}.
 */
package org.autotrainer.application.format;
