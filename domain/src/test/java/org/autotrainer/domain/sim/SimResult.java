package org.autotrainer.domain.sim;

/**
 * How a rule fared in a world.
 *
 * @param world the name of the world
 * @param gains what it gained, task by task
 * @param lines the lines that were shown
 * @param knowledge how true it is what it says it knows
 * @param overBudget texts that were taken away because they went beyond the budget
 * @param unknown texts that were taken away because nobody had suggested them
 * @param regret by how many points the chosen parameters were worse than the best, on average
 * @param finalRegret by how many points the recommended parameters are worse than the best in the end
 */
record SimResult(
        String world,
        Gains gains,
        Lines lines,
        Assessment knowledge,
        int overBudget,
        int unknown,
        double regret,
        double finalRegret) {
    /** How many lines helped, harmed, or did nothing on the task where they were shown. */
    record Lines(int helpful, int harmful, int useless) {
        int all() {
            return helpful + harmful + useless;
        }

        /** From 0 to 100; 0 if there are no lines. */
        double percentHelpful() {
            return 100.0 * helpful / Math.max(1, all());
        }

        /** From 0 to 100; 0 if there are no lines. */
        double percentHarmful() {
            return 100.0 * harmful / Math.max(1, all());
        }
    }
}
