package org.autotrainer.bench;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.autotrainer.application.port.Table;
import org.autotrainer.bench.IngestPlan.Put;
import org.autotrainer.bench.IngestPlan.Step;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * What an ingest is measured against: reads a file of evaluations with Jackson and inserts rows with jdbi's batches.
 *
 * <p>It writes as many rows as the ingest, with columns as long, in transactions and batches as large, into the same
 * schema with the same settings; but it checks nothing, hashes nothing, looks nothing up and learns nothing.
 */
final class PlainIngest {
    private static final int BATCH = 1_000;
    private static final int FRESH_IDS = 40_000;
    private static final long AGENT = 1;
    private static final long PLACE = 1_000_000_000_000_000L;
    private static final String NAME = "default";

    private final Handle handle;
    private final MappingIterator<Line> lines;
    private final List<Object[]> keys = new ArrayList<>();
    private final List<Object[]> suggestions = new ArrayList<>();
    private int position;

    private PlainIngest(Handle handle, MappingIterator<Line> lines) {
        this.handle = handle;
        this.lines = lines;
    }

    /** A line of the file. */
    record Line(
            String run,
            String taskId,
            Critic critic,
            boolean success,
            double score,
            List<String> suggestions,
            Context context,
            String model,
            String occurredAt) {}

    /** Who judged. */
    record Critic(String id, String version) {}

    /** What the task was about. */
    record Context(String text, List<String> tags) {}

    /** Ingests a file as planned into a store that is empty: {@code FILE PLAN STORE}. */
    public static void main(String[] args) throws IOException {
        run(Path.of(args[0]), IngestPlan.read(Path.of(args[1])), Path.of(args[2]));
    }

    static void run(Path file, IngestPlan plan, Path store) throws IOException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setCacheSize(-(64 << 10));
        config.setWalAutocheckpoint(4_000);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + store);
        JsonMapper json = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build();
        try (Handle handle = Jdbi.create(source).open();
                MappingIterator<Line> lines = json.readerFor(Line.class).readValues(file.toFile())) {
            PlainIngest ingest = new PlainIngest(handle, lines);
            handle.execute("INSERT INTO agents (name) VALUES (?)", NAME);
            for (Step step : plan.steps()) {
                handle.useTransaction(transaction -> ingest.write(step));
            }
            if (lines.hasNext() || !ingest.keys.isEmpty() || !ingest.suggestions.isEmpty()) {
                throw new IllegalStateException("the plan is not that of this file");
            }
        }
    }

    private void write(Step step) {
        PreparedBatch facts = handle.prepareBatch(
                "INSERT INTO facts (place, id_hash, kind, id, revision, rewrites, recorded_at, payload_hash, chain, answer,"
                        + " payload) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        for (int i = 0; i < step.payloads().length; i++) {
            position++;
            note(lines.next());
            facts.add(
                    AGENT << 40 | position,
                    position * 0x9E3779B1,
                    "evaluation",
                    id(position),
                    0,
                    0,
                    1_767_225_600_000L,
                    new byte[32],
                    new byte[32],
                    new byte[step.answers()[i]],
                    new byte[step.payloads()[i]]);
            executeIfFull(facts);
        }
        execute(facts);
        if (step.keys() > 0) {
            checkpoint(step);
        }
    }

    /** Notes the rows that follow from an evaluation, for the next checkpoint. */
    private void note(Line line) {
        for (int i = 0; i < line.suggestions().size(); i++) {
            keys.add(new Object[] {
                NAME,
                "heuristic_from_task_" + line.taskId() + "_" + i,
                Long.toString(PLACE + position).substring(1) + "." + (10 + i),
                line.suggestions().get(i),
                id(i),
                line.taskId(),
                "From Critic evaluation suggestion",
                position * 0x9E3779B1 + i
            });
        }
        if (!line.success() || line.score() < 0.5) {
            suggestions.add(new Object[] {
                NAME,
                id(position),
                Long.toString(PLACE + position).substring(1) + "."
                        + (10 + line.suggestions().size()),
                "fine_tune_dataset",
                "training_target_" + line.taskId(),
                line.taskId(),
                "Task failed or low score; add to training dataset",
                new byte[0],
                position * 0x9E3779B1
            });
        }
    }

    private void checkpoint(Step step) {
        if (keys.size() != step.keys() || suggestions.size() != step.suggestions().length) {
            throw new IllegalStateException("the plan is not that of this file");
        }
        insert(keys, "keys", "agent, key, place, text, heuristic, source_task_id, reason, key_hash");
        for (int i = 0; i < suggestions.size(); i++) {
            suggestions.get(i)[7] = new byte[step.suggestions()[i]];
        }
        insert(suggestions, "suggestions", "agent, id, place, kind, key, source_task_id, reason, suggestion, id_hash");
        Map<Table, List<Put>> others = new EnumMap<>(Table.class);
        step.others()
                .forEach(row -> others.computeIfAbsent(row.table(), any -> new ArrayList<>())
                        .add(row));
        others.forEach(this::upsert);
        handle.execute("UPDATE agents SET checkpoint = ? WHERE number = ?", position, AGENT);
        settleIds();
    }

    private void settleIds() {
        int fresh = handle.createQuery("SELECT count(*) FROM fresh_ids")
                .mapTo(Integer.class)
                .one();
        if (fresh >= FRESH_IDS) {
            handle.execute("INSERT INTO settled_ids SELECT id_hash, place FROM fresh_ids ORDER BY id_hash, place");
            handle.execute("DELETE FROM fresh_ids");
        }
    }

    private void insert(List<Object[]> rows, String table, String columns) {
        int count = columns.split(",", -1).length;
        PreparedBatch batch = handle.prepareBatch(
                "INSERT INTO " + table + " (" + columns + ") VALUES (?" + ", ?".repeat(count - 1) + ")");
        for (Object[] row : rows) {
            batch.add(row);
            executeIfFull(batch);
        }
        execute(batch);
        rows.clear();
    }

    private void upsert(Table table, List<Put> rows) {
        List<String> columns = table.columns().stream().map(Table.Column::name).toList();
        String key = columns.get(0);
        String changes = columns.stream()
                .skip(1)
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", "));
        PreparedBatch batch = handle.prepareBatch("INSERT INTO " + table.word() + " (agent, "
                + String.join(", ", columns) + ") VALUES (?" + ", ?".repeat(columns.size()) + ") ON CONFLICT (agent, "
                + key + ") DO UPDATE SET " + changes);
        for (Put row : rows) {
            Object[] values = new Object[columns.size() + 1];
            values[0] = NAME;
            values[1] = key(row.number(), row.sizes()[0]);
            for (int i = 1; i < columns.size(); i++) {
                int size = row.sizes()[i];
                values[i + 1] = switch (table.columns().get(i).type()) {
                    case TEXT -> "x".repeat(size);
                    case BYTES -> new byte[size];
                    case WHOLE -> size;
                    case REAL -> 0.5;
                };
            }
            batch.add(values);
            executeIfFull(batch);
        }
        execute(batch);
    }

    /** A key of a length that no other row of its table has. */
    private static String key(int number, int length) {
        String digits = Integer.toString(number);
        return length < 8
                ? "0".repeat(length - digits.length()) + digits
                : (id(number) + id(number)).substring(0, length);
    }

    private static void executeIfFull(PreparedBatch batch) {
        if (batch.size() == BATCH) {
            batch.execute();
        }
    }

    private static void execute(PreparedBatch batch) {
        if (batch.size() > 0) {
            batch.execute();
        }
        batch.close();
    }

    /** As long as an id, and in no order. */
    private static String id(int number) {
        return HexFormat.of().toHexDigits(number * 0x9E3779B1).repeat(4);
    }
}
