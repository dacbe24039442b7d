package org.autotrainer.adapters.persistence;

import java.nio.file.Path;
import org.autotrainer.application.port.Store;
import org.autotrainer.application.port.StoreContract;
import org.autotrainer.application.spi.StoreProvider.Missing;
import org.junit.jupiter.api.io.TempDir;

/** The store in a SQLite file does what every store must do. */
class SqliteStoreContractTest extends StoreContract {
    @TempDir
    private Path folder;

    @Override
    protected Store open() {
        return new SqliteStoreProvider().open(folder.resolve("memory.db").toString(), Missing.CREATE);
    }
}
