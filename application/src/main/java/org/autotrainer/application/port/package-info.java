/**
 * What a store must do: keep the journal, and a checkpoint of what was learned from it.
 *
 * <p>To write a store, implement {@link org.autotrainer.application.port.Store} with its {@link
 * org.autotrainer.application.port.Snapshot} and {@link org.autotrainer.application.port.Transaction}, list a {@link
 * org.autotrainer.application.spi.StoreProvider} for it, and extend {@code StoreContract} of the tests jar. A store never
 * looks into what it keeps: facts are bytes, and what was learned is rows of declared tables.
 */
package org.autotrainer.application.port;
