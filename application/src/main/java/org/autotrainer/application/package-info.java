/**
 * What can be done with AutoTrainer: one class a use case, and {@link org.autotrainer.application.TrainingLoop}, which holds
 * them together over a store.
 *
 * <p>Use cases are concrete classes. What they take and give are records of JDK types: they are the JSON of every face.
 */
package org.autotrainer.application;
