/**
 * Data sets: what trainers read, made of recorded evaluations.
 *
 * <p>A conversation is {@linkplain org.autotrainer.domain.dataset.Linter linted} once and then encoded by one of the
 * {@linkplain org.autotrainer.domain.dataset.format.DatasetFormats formats}; an example that cannot be trained on is left
 * out with a reason, and never spoils the file. {@link org.autotrainer.domain.dataset.DatasetExport} writes a whole
 * data set while it reads: it keeps a few numbers for each attempt, and never more transcripts than two.
 *
 * <p>Equal evaluations give equal bytes, on every machine. This room knows the evaluations and the training targets.
 */
package org.autotrainer.domain.dataset;
