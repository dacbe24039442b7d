/**
 * A simulator of worlds with known truth, in which ways to learn are measured.
 *
 * <p>A {@code World} is fixed by its spec and its seed: tasks, advice, what the advice truly does, and critics. A {@code Rule} is
 * a way to learn; a {@code Simulation} lets it live through a number of tasks and says how much of what could be gained it gained,
 * and how far it can be believed. {@code SimulatorTable} compares rules.
 */
package org.autotrainer.domain.sim;
