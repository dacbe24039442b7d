package org.autotrainer.application.spi;

import java.nio.file.Path;
import org.autotrainer.application.port.Store;
import org.autotrainer.application.problem.AutoTrainerException;

/**
 * Opens stores of one kind: {@code sqlite:memory.db} is opened by the provider named {@code sqlite}.
 *
 * <p>Every problem is an {@link AutoTrainerException} that names the location and the next step.
 */
public interface StoreProvider {
    /** What to do about a store that is not there yet. */
    enum Missing {
        /** Make it. */
        CREATE,
        /** Refuse. */
        REFUSE
    }

    /** The name before the colon: lower-case letters and digits. */
    String name();

    /** Whether there is something at the location that {@link #open} would open. */
    boolean exists(String location);

    /**
     * Opens the store at a location.
     *
     * @param location what stands after the colon
     * @throws AutoTrainerException if it is missing and must not be made, is damaged, belongs to another application, was
     *     made by a newer version, or cannot be reached
     */
    Store open(String location, Missing missing);

    /**
     * Writes a verified copy of the store into a new file while others go on using it.
     *
     * @throws AutoTrainerException if the target exists, cannot be written, or the store offers no such copy
     */
    void backup(String location, Path target);
}
