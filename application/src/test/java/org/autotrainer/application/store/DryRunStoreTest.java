package org.autotrainer.application.store;

import org.autotrainer.application.port.Store;
import org.autotrainer.application.port.StoreContract;

/** A rehearsal over an empty store behaves as a store of its own. */
class DryRunStoreTest extends StoreContract {
    private final DryRunStore store = new DryRunStore(new MemoryStore());

    @Override
    protected Store open() {
        return store;
    }
}
