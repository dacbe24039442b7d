package org.autotrainer.adapters.cli;

import jakarta.inject.Provider;
import org.autotrainer.adapters.cli.console.Console;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.domain.evaluation.InvalidValueException;

/** A command whose options have been read. */
@FunctionalInterface
interface Verb {
    /**
     * Does what the command says.
     *
     * @param loops makes what opens a store, for the commands that need one
     * @return the exit code
     * @throws AutoTrainerException if it cannot be done
     * @throws InvalidValueException if an option has a value that is not allowed
     */
    int run(Console console, Provider<Loops> loops);
}
