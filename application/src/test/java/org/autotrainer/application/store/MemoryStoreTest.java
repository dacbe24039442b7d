package org.autotrainer.application.store;

import org.autotrainer.application.port.Store;
import org.autotrainer.application.port.StoreContract;

class MemoryStoreTest extends StoreContract {
    private final MemoryStore store = new MemoryStore();

    @Override
    protected Store open() {
        return store;
    }
}
