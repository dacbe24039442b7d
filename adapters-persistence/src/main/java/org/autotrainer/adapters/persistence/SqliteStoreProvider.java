package org.autotrainer.adapters.persistence;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.autotrainer.application.port.Store;
import org.autotrainer.application.spi.StoreProvider;
import org.jdbi.v3.core.Handle;

/** Opens {@code sqlite:FILE}: a store in one file on a local disk. */
public final class SqliteStoreProvider implements StoreProvider {
    @Override
    public String name() {
        return "sqlite";
    }

    @Override
    public boolean exists(String location) {
        return StoreFile.at(location).exists();
    }

    @Override
    public Store open(String location, Missing missing) {
        return open(StoreFile.at(location), missing, Schema.current());
    }

    /**
     * {@inheritDoc}
     *
     * <p>The copy is compact, readable by its owner alone, and a store that can be opened in the place of the original.
     */
    @Override
    public void backup(String location, Path target) {
        StoreFile copy = StoreFile.at(target.toString());
        try (SqliteStore source = open(StoreFile.at(location), Missing.REFUSE, Schema.current())) {
            source.backup(copy);
        }
    }

    static SqliteStore open(StoreFile file, Missing missing, Schema schema) {
        if (!file.exists()) {
            file.requireNoRemains();
            if (missing == Missing.REFUSE) {
                throw Trouble.unusable(
                        file.path(), "does not exist; check the path, or make it with: autotrainer store init");
            }
            create(file, schema);
        }
        return SqliteStore.open(file, schema);
    }

    /** Makes an empty store under a temporary name; if somebody else is faster, theirs is used. */
    private static void create(StoreFile file, Schema schema) {
        try {
            FreshFile.makeFolderOf(file.path());
            try (FreshFile fresh = FreshFile.draftOf(file.path())) {
                try (Handle handle = new Connections(fresh.draft()).copier()) {
                    schema.create(handle);
                    Admission.turnOnLog(file.path(), handle.getConnection());
                }
                fresh.place();
            }
        } catch (FileAlreadyExistsException faster) {
            file.requirePlain();
        } catch (SQLException failed) {
            throw Trouble.of(file.path(), failed);
        } catch (IOException failed) {
            throw Trouble.unusable(file.path(), "cannot be made; check its folder and the permissions of that");
        }
    }
}
