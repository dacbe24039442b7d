package org.autotrainer.application.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.autotrainer.application.port.Entry;
import org.autotrainer.application.port.Head;
import org.autotrainer.application.port.Row;
import org.autotrainer.application.port.Snapshot;
import org.autotrainer.application.port.Table;
import org.autotrainer.domain.journal.FactKind;

/** A view in which nothing has happened yet: what stands below the lowest layer. */
@SuppressWarnings("ArrayRecordComponent") // copied when it is handed out
record EmptySnapshot(byte[] key) implements Snapshot {
    @Override
    public byte[] chanceKey() {
        return key.clone();
    }

    @Override
    public List<String> agents(String after, int limit) {
        return List.of();
    }

    @Override
    public Head head(String agent) {
        return Head.none();
    }

    @Override
    public Map<String, Entry> newest(String agent, FactKind kind, Set<String> ids) {
        return Map.of();
    }

    @Override
    public List<Entry> entries(String agent, long after, int limit) {
        return List.of();
    }

    @Override
    public List<Entry> rewrites(String agent) {
        return List.of();
    }

    @Override
    public long checkpoint(String agent) {
        return 0;
    }

    @Override
    public Optional<Row> row(String agent, Table table, String key) {
        return Optional.empty();
    }

    @Override
    public List<Row> rows(String agent, Table table, String after, int limit) {
        return List.of();
    }
}
