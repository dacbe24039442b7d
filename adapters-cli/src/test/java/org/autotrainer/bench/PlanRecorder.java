package org.autotrainer.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.autotrainer.adapters.cli.reading.Batch;
import org.autotrainer.adapters.cli.reading.Defaults;
import org.autotrainer.adapters.cli.reading.EvaluationReading;
import org.autotrainer.adapters.cli.reading.EvaluationSource;
import org.autotrainer.application.ImportEvaluations;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.port.Entry;
import org.autotrainer.application.port.Row;
import org.autotrainer.application.port.Snapshot;
import org.autotrainer.application.port.Store;
import org.autotrainer.application.port.Table;
import org.autotrainer.application.port.Transaction;
import org.autotrainer.application.store.MemoryStore;
import org.autotrainer.bench.IngestPlan.Put;
import org.autotrainer.bench.IngestPlan.Step;

/** A store in memory that notes the sizes of what the loop writes into it: the plan of an ingest. */
final class PlanRecorder implements Store {
    private static final String AGENT = "default";

    private final Store store = new MemoryStore();
    private final Map<Table, Map<String, Integer>> numbers = new EnumMap<>(Table.class);
    private final List<Step> steps = new ArrayList<>();

    /** Notes what an ingest of a file writes: {@code FILE PLAN}. */
    public static void main(String[] args) throws IOException {
        plan(Path.of(args[0])).write(Path.of(args[1]));
    }

    /** What an ingest of a file into a fresh store writes. */
    static IngestPlan plan(Path file) {
        PlanRecorder recorder = new PlanRecorder();
        try (TrainingLoop loop = TrainingLoop.over(recorder);
                EvaluationReading reading = new EvaluationReading(
                        List.of(EvaluationSource.file(file)), new Defaults(AGENT, "", Defaults.NATIVE), note -> {})) {
            ImportEvaluations importing = loop.importing(new ImportEvaluations.Options(false, true));
            for (Optional<Batch> batch = reading.next(); batch.isPresent(); batch = reading.next()) {
                importing.add(batch.get().items());
            }
        }
        return new IngestPlan(recorder.steps);
    }

    @Override
    public <T> T read(Function<? super Snapshot, ? extends T> work) {
        return store.read(work);
    }

    @Override
    public <T> T write(Set<String> agents, Function<? super Transaction, ? extends T> work) {
        List<Entry> facts = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        T result = store.write(agents, transaction -> work.apply(noting(transaction, facts, rows)));
        steps.add(step(facts, rows));
        return result;
    }

    @Override
    public List<String> damage() {
        return store.damage();
    }

    @Override
    public void close() {
        store.close();
    }

    @SuppressWarnings("unchecked")
    private static Transaction noting(Transaction transaction, List<Entry> facts, List<Row> rows) {
        return (Transaction) Proxy.newProxyInstance(
                PlanRecorder.class.getClassLoader(), new Class<?>[] {Transaction.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("append")) {
                        facts.add((Entry) arguments[1]);
                    } else if (method.getName().equals("checkpoint") && arguments.length > 1) {
                        rows.addAll((List<Row>) arguments[3]);
                    }
                    try {
                        return method.invoke(transaction, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    private Step step(List<Entry> facts, List<Row> rows) {
        return new Step(
                facts.stream().mapToInt(fact -> fact.payload().length).toArray(),
                facts.stream().mapToInt(fact -> fact.answer().length).toArray(),
                of(Table.KEYS, rows).size(),
                of(Table.SUGGESTIONS, rows).stream()
                        .mapToInt(row -> row.bytes(6).length)
                        .toArray(),
                rows.stream()
                        .filter(row -> row.table() != Table.KEYS && row.table() != Table.SUGGESTIONS)
                        .map(this::put)
                        .toList());
    }

    private static List<Row> of(Table table, List<Row> rows) {
        return rows.stream().filter(row -> row.table() == table).toList();
    }

    private Put put(Row row) {
        Map<String, Integer> its = numbers.computeIfAbsent(row.table(), table -> new HashMap<>());
        int[] sizes = new int[row.table().columns().size()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = switch (row.table().columns().get(i).type()) {
                case TEXT -> row.text(i).getBytes(UTF_8).length;
                case BYTES -> row.bytes(i).length;
                case WHOLE -> (int) row.whole(i);
                case REAL -> 0;
            };
        }
        return new Put(row.table(), its.computeIfAbsent(row.key(), key -> its.size()), sizes);
    }
}
