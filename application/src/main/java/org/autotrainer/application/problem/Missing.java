package org.autotrainer.application.problem;

/**
 * What was asked for by a name that nothing has. Who tells it to a person can say where such things are listed: a route, a
 * tool, or a command.
 *
 * @param kind what it would be
 * @param agent whose it would be
 */
public record Missing(Kind kind, String agent) {
    /** What can be asked for by its name. */
    public enum Kind {
        /** An evaluation, by its id. */
        EVALUATION("evaluations"),
        /** A heuristic, by its id. */
        HEURISTIC("heuristics"),
        /** A training suggestion, by its id. */
        SUGGESTION("suggestions");

        private final String several;

        Kind(String several) {
            this.several = several;
        }

        /** The word for several of them, as routes and commands are called. */
        public String several() {
            return several;
        }
    }
}
