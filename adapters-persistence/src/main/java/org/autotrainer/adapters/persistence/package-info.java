/**
 * The store in one SQLite file: {@code sqlite:memory.db}.
 *
 * <p>Priorities, in order: nothing acknowledged is lost; a file that is not ours is never touched; several processes can
 * use one file; speed. Each file is written by one connection on one thread, which commits the work of all callers
 * together; readers have connections of their own and never wait for writers.
 *
 * <p>Jdbi opens and keeps the connections, runs the transactions, the migrations and the checks. The statements of
 * {@link org.autotrainer.application.port.Snapshot} and {@link org.autotrainer.application.port.Transaction} are JDBC
 * statements prepared once on Jdbi's handles: a look-up takes 2 µs instead of 10, and a command starts 100 ms sooner.
 */
package org.autotrainer.adapters.persistence;
