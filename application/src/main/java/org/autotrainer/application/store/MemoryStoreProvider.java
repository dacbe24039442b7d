package org.autotrainer.application.store;

import java.nio.file.Path;
import org.autotrainer.application.port.Store;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.application.spi.StoreProvider;

/** Opens {@code memory:}, a store of its own each time. */
public final class MemoryStoreProvider implements StoreProvider {
    @Override
    public String name() {
        return "memory";
    }

    @Override
    public boolean exists(String location) {
        return location.isEmpty();
    }

    @Override
    public Store open(String location, Missing missing) {
        if (!location.isEmpty()) {
            throw new AutoTrainerException(
                    Problem.INVALID, "the store memory:" + location + " cannot be opened: memory: takes no name");
        }
        return new MemoryStore();
    }

    @Override
    public void backup(String location, Path target) {
        throw new AutoTrainerException(
                Problem.INVALID,
                "memory: cannot be backed up: it ends with the process; use a store such as sqlite:FILE");
    }
}
