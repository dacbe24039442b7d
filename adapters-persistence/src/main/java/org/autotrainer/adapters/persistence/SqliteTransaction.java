package org.autotrainer.adapters.persistence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.autotrainer.application.port.Entry;
import org.autotrainer.application.port.Head;
import org.autotrainer.application.port.Row;
import org.autotrainer.application.port.Snapshot;
import org.autotrainer.application.port.Table;
import org.autotrainer.application.port.Transaction;
import org.autotrainer.domain.journal.FactKind;

/**
 * One work's part of the transaction that is open on the writer's handle.
 *
 * <p>Facts are noted and written in batches. What was looked up or appended is remembered until the commit, by all works
 * that share it, so that an append needs no look-up of its own.
 */
final class SqliteTransaction implements Transaction {
    private static final int BATCH = 1_000;
    private static final long BATCH_BYTES = 4L << 20;
    /** So many fresh ids, and a checkpoint moves them. */
    static final int FRESH_IDS = 40_000;

    private final Statements statements;
    private final SqliteSnapshot view;
    private final Set<String> agents;
    private final Map<String, Journal> journals;
    private int noted;
    private long notedBytes;

    /**
     * The part of a work.
     *
     * @param journals what the works before it in the same transaction have learned of the journals
     */
    SqliteTransaction(Statements statements, Set<String> agents, Map<String, Journal> journals) {
        this.statements = statements;
        this.view = new SqliteSnapshot(statements);
        this.agents = agents;
        this.journals = journals;
    }

    private record Name(FactKind kind, String id) {}

    /** What is known about the journal of one agent; a revision of −1 says that there is no such fact. */
    static final class Journal {
        private final Map<Name, Integer> revisions = new HashMap<>();
        private long number;
        private Head head;
        private long checkpoint;

        Journal(long number, Head head, long checkpoint) {
            this.number = number;
            this.head = head;
            this.checkpoint = checkpoint;
        }
    }

    /** Writes what is only noted so far. */
    void flush() {
        if (noted > 0) {
            statements.flush(JournalSql.APPEND);
            noted = 0;
            notedBytes = 0;
        }
    }

    void end() {
        view.end();
    }

    @Override
    public byte[] chanceKey() {
        return view.chanceKey();
    }

    @Override
    public List<String> agents(String after, int limit) {
        return flushed().agents(after, limit);
    }

    @Override
    public Head head(String agent) {
        if (agents.contains(agent)) {
            return journal(agent).head;
        }
        Journal journal = journals.get(agent);
        return journal == null ? view.head(agent) : journal.head;
    }

    @Override
    public Map<String, Entry> newest(String agent, FactKind kind, Set<String> ids) {
        Map<String, Entry> found = flushed().newest(agent, kind, ids);
        if (agents.contains(agent)) {
            Map<Name, Integer> revisions = journal(agent).revisions;
            for (String id : ids) {
                Entry entry = found.get(id);
                revisions.put(new Name(kind, id), entry == null ? -1 : entry.revision());
            }
        }
        return found;
    }

    @Override
    public List<Entry> entries(String agent, long after, int limit) {
        return flushed().entries(agent, after, limit);
    }

    @Override
    public List<Entry> rewrites(String agent) {
        return flushed().rewrites(agent);
    }

    @Override
    public long checkpoint(String agent) {
        Journal journal = journals.get(agent);
        return journal == null ? view.checkpoint(agent) : journal.checkpoint;
    }

    @Override
    public Optional<Row> row(String agent, Table table, String key) {
        return view.row(agent, table, key);
    }

    @Override
    public List<Row> rows(String agent, Table table, String after, int limit) {
        return view.rows(agent, table, after, limit);
    }

    @Override
    public void append(String agent, Entry entry) {
        Journal journal = journal(agent);
        long expected = journal.head.position() + 1;
        if (entry.position() != expected) {
            throw new IllegalStateException("a fact at position " + entry.position()
                    + " cannot follow in the journal of agent " + agent + "; position " + expected + " is next");
        }
        Name name = new Name(entry.kind(), entry.id());
        Integer known = journal.revisions.get(name);
        int revision = known != null ? known : view.revision(agent, entry.kind(), entry.id());
        if (revision >= entry.revision()) {
            throw new IllegalStateException(
                    entry + " is in the journal of agent " + agent + " already, in revision " + revision);
        }
        long number = number(agent, journal);
        statements.add(JournalSql.APPEND, statement -> JournalSql.bind(statement, number, entry));
        journal.head = entry.head();
        journal.revisions.put(name, entry.revision());
        noted++;
        notedBytes += entry.payload().length + entry.answer().length;
        if (noted >= BATCH || notedBytes >= BATCH_BYTES) {
            flush();
        }
    }

    @Override
    public void checkpoint(String agent, long position, boolean anew, List<Row> rows) {
        Journal journal = journal(agent);
        if (position < journal.checkpoint || position > journal.head.position()) {
            throw new IllegalStateException("a checkpoint of agent " + agent + " at " + position + " lies outside "
                    + journal.checkpoint + " to " + journal.head.position());
        }
        if (anew) {
            for (Table table : Table.values()) {
                statements.update(TableSql.of(table).clear(), statement -> statement.setString(1, agent));
            }
        }
        long number = number(agent, journal);
        put(agent, rows);
        statements.update(JournalSql.MOVE_CHECKPOINT, statement -> {
            statement.setLong(1, position);
            statement.setLong(2, number);
        });
        journal.checkpoint = position;
        settleIds();
    }

    /** Moves the ids of facts into the big tree when there are so many that each of its pages gets some; see the schema. */
    private void settleIds() {
        flush();
        int fresh = statements.query(JournalSql.FRESH_IDS, statement -> {}, row -> row.getInt(1));
        if (fresh >= FRESH_IDS) {
            statements.update(JournalSql.SETTLE_IDS, statement -> {});
            statements.update(JournalSql.CLEAR_FRESH_IDS, statement -> {});
        }
    }

    private void put(String agent, List<Row> rows) {
        Set<Table> touched = EnumSet.noneOf(Table.class);
        int count = 0;
        for (Row row : inOrder(rows)) {
            TableSql sql = TableSql.of(row.table());
            statements.add(sql.put(), statement -> sql.bind(statement, agent, row));
            touched.add(row.table());
            if (++count % BATCH == 0) {
                touched.forEach(table -> statements.flush(TableSql.of(table).put()));
            }
        }
        touched.forEach(table -> statements.flush(TableSql.of(table).put()));
    }

    /** One table after the other, and what is listed by key in order of the keys: its neighbours share pages. */
    private static List<Row> inOrder(List<Row> rows) {
        Map<Table, List<Row>> byTable = new EnumMap<>(Table.class);
        rows.forEach(row ->
                byTable.computeIfAbsent(row.table(), any -> new ArrayList<>()).add(row));
        List<Row> ordered = new ArrayList<>(rows.size());
        byTable.forEach((table, its) -> {
            if (table.order() == 0) {
                its.sort(Comparator.comparing(Row::key));
            }
            ordered.addAll(its);
        });
        return ordered;
    }

    private Snapshot flushed() {
        flush();
        return view;
    }

    private Journal journal(String agent) {
        if (!agents.contains(agent)) {
            throw new IllegalStateException("the work was not begun for agent " + agent);
        }
        return journals.computeIfAbsent(
                agent, name -> new Journal(view.number(name), view.head(name), view.checkpoint(name)));
    }

    /** The number of an agent, which gets one with its first change. */
    private long number(String agent, Journal journal) {
        if (journal.number == 0) {
            statements.update(JournalSql.ADD_AGENT, statement -> statement.setString(1, agent));
            journal.number = view.number(agent);
        }
        return journal.number;
    }
}
