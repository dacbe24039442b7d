package org.autotrainer.adapters.cli;

import java.nio.file.Path;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.server.ServerProvider;

/** Opens the loop that a command works on. */
public interface Loops {
    /** What a command does to a store. */
    enum Access {
        /** It reads, or changes what is there; a store that is missing is refused, so that a typo makes none. */
        EXISTING,
        /** It writes; a store that is missing is made. */
        CREATING,
        /** It shows what it would do, and writes nothing. */
        REHEARSING
    }

    /**
     * Opens a loop.
     *
     * @param location the provider's name, a colon, and what that provider takes
     * @throws AutoTrainerException if the store cannot be opened
     */
    TrainingLoop open(String location, Access access);

    /**
     * The server of a name.
     *
     * @throws AutoTrainerException if there is none
     */
    ServerProvider server(String name);

    /** Whether there is a store. */
    boolean exists(String location);

    /**
     * Writes a verified copy of a store.
     *
     * @throws AutoTrainerException if the target exists, or the store offers no such copy
     */
    void backup(String location, Path target);
}
