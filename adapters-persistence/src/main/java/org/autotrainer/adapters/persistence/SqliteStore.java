package org.autotrainer.adapters.persistence;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.autotrainer.application.port.Snapshot;
import org.autotrainer.application.port.Store;
import org.autotrainer.application.port.Transaction;
import org.jdbi.v3.core.Handle;

/** One opening of a database file: readers for whoever looks, and one writer for all. Thread-safe. */
final class SqliteStore implements Store {
    private final Connections connections;
    private final Readers readers;
    private final Writer writer;
    private final DataVersion version;

    private SqliteStore(Connections connections, Schema schema, Handle first) {
        this.connections = connections;
        this.readers = new Readers(connections, first);
        this.writer = new Writer(connections, schema);
        this.version = new DataVersion(connections);
    }

    /** Opens a file that is there, once it is admitted. */
    static SqliteStore open(StoreFile file, Schema schema) {
        file.requirePlain();
        Connections connections = new Connections(file.path());
        Handle examined = new Admission(connections, schema).admit();
        return new SqliteStore(connections, schema, examined);
    }

    @Override
    public <T> T read(Function<? super Snapshot, ? extends T> work) {
        return readers.read(work);
    }

    @Override
    public <T> T write(Set<String> agents, Function<? super Transaction, ? extends T> work) {
        return writer.write(agents, work);
    }

    @Override
    public OptionalLong version() {
        return version.current();
    }

    @Override
    public List<String> damage() {
        return Inspection.of(connections).findings();
    }

    /** Writes a proved copy into a new file. */
    void backup(StoreFile target) {
        new Backup(connections, target).write();
    }

    @Override
    public void close() {
        writer.close();
        readers.close();
        version.close();
    }
}
