package org.autotrainer.bench;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.autotrainer.adapters.cli.reading.Batch;
import org.autotrainer.adapters.cli.reading.Defaults;
import org.autotrainer.adapters.cli.reading.EvaluationReading;
import org.autotrainer.adapters.cli.reading.EvaluationSource;

/**
 * Reads files of other tools that are larger than the memory, and compares with Jackson, which reads the same bytes into maps. What
 * was read is discarded on both sides. The files are never on a disk.
 */
final class LargeFiles {
    private static final int ROUNDS = 5;
    private static final ObjectMapper JSON = new ObjectMapper();

    private LargeFiles() {}

    /** A kind of file: what stands before its records, a record with a place for its number, and what stands after them. */
    private record Kind(String name, String head, String record, String between, String tail) {
        InputStream open(long records) {
            Enumeration<InputStream> parts = new Enumeration<>() {
                private long next = -1;

                @Override
                public boolean hasMoreElements() {
                    return next <= records;
                }

                @Override
                public InputStream nextElement() {
                    if (!hasMoreElements()) {
                        throw new NoSuchElementException();
                    }
                    long number = next++;
                    String text = number < 0
                            ? head
                            : number == records
                                    ? tail
                                    : (number == 0 ? "" : between) + record.replace("$N", Long.toString(number));
                    return new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
                }
            };
            return new java.io.BufferedInputStream(new SequenceInputStream(parts), 1 << 16);
        }
    }

    /** Prints a line for each kind of file: {@code MEGABYTES} each. */
    public static void main(String[] args) throws IOException {
        long bytes = Long.parseLong(args[0]) << 20;
        for (Kind kind : kinds()) {
            long records = bytes / kind.record().length();
            double ours = 0;
            double jackson = 0;
            for (int round = 0; round < (args.length > 1 ? 1 : ROUNDS); round++) {
                long start = System.nanoTime();
                long read = read(kind, records);
                long between = System.nanoTime();
                if (read != records) {
                    throw new IllegalStateException("read were " + read + " of " + records + " records");
                }
                ours = Math.max(ours, bytes / 1e6 / ((between - start) / 1e9));
                if (args.length <= 1) {
                    long parsed = parse(kind, records);
                    long end = System.nanoTime();
                    jackson = Math.max(jackson, bytes / 1e6 / ((end - between) / 1e9));
                    if (parsed != records) {
                        throw new IllegalStateException("parsed were " + parsed + " of " + records + " records");
                    }
                }
            }
            String compared = jackson == 0
                    ? ""
                    : String.format(Locale.ROOT, ", parsed by Jackson %.0f MB/s, ratio %.2f", jackson, ours / jackson);
            System.out.printf(
                    Locale.ROOT,
                    "%-20s %,d records, read %.0f MB/s%s, heap of at most %d MB%n",
                    kind.name(),
                    records,
                    ours,
                    compared,
                    Runtime.getRuntime().maxMemory() >> 20);
        }
    }

    private static long read(Kind kind, long records) {
        EvaluationSource source = new EvaluationSource(kind.name(), 0, () -> kind.open(records), Optional.empty());
        long read = 0;
        try (EvaluationReading reading =
                new EvaluationReading(List.of(source), new Defaults("default", "", ""), note -> {})) {
            for (Optional<Batch> batch = reading.next(); batch.isPresent(); batch = reading.next()) {
                read += batch.get().items().size();
            }
        }
        return read;
    }

    private static long parse(Kind kind, long records) throws IOException {
        long parsed = 0;
        try (JsonParser parser = JSON.createParser(kind.open(records))) {
            if (!kind.tail().isEmpty()) {
                while (!"simulations".equals(parser.currentName()) || parser.currentToken() != JsonToken.START_ARRAY) {
                    parser.nextToken();
                }
                parser.nextToken();
            }
            MappingIterator<Map<String, Object>> maps =
                    JSON.readerFor(Map.class).readValues(parser);
            while (maps.hasNext()) {
                parsed += maps.next().isEmpty() ? 0 : 1;
            }
        }
        return parsed;
    }

    private static List<Kind> kinds() {
        String messages = String.join(
                ",",
                Collections.nCopies(
                        6,
                        "{\"role\":\"user\",\"content\":\"Please renew the loan of the third book on my card, if nobody waits for"
                                + " it.\"},{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"c\",\"name\":\"renew_loan\","
                                + "\"arguments\":{\"card\":7,\"book\":\"b-3\"},\"requestor\":\"assistant\"}]},{\"role\":\"tool\","
                                + "\"id\":\"c\",\"content\":\"{\\\"renewed\\\": true, \\\"until\\\": \\\"2026-12-24\\\"}\","
                                + "\"requestor\":\"assistant\"},{\"role\":\"assistant\",\"content\":\"It is renewed until Christmas"
                                + " Eve.\"}"));
        String simulation =
                "{\"id\":\"s$N\",\"task_id\":\"$N\",\"trial\":0,\"termination_reason\":\"user_stop\",\"reward_info\":"
                        + "{\"reward\":1.0,\"nl_assertions\":[]},\"messages\":[" + messages + "]}";
        String result =
                "{\"id\":\"r$N\",\"testIdx\":$N,\"promptIdx\":0,\"success\":false,\"score\":0.25,\"failureReason\":1,"
                        + "\"prompt\":{\"raw\":\"Question $N: how do I renew a book that somebody else waits for?\",\"label\":\"bare\"},"
                        + "\"provider\":{\"id\":\"echo\",\"label\":\"\"},\"response\":{\"output\":\"You cannot, but you may order it"
                        + " anew.\"},\"vars\":{\"n\":$N},\"testCase\":{\"vars\":{\"n\":$N},\"assert\":[{\"type\":\"llm-rubric\",\"value\":"
                        + "\"names the date\"}]},\"gradingResult\":{\"pass\":false,\"score\":0.25,\"reason\":\"Name the date.\","
                        + "\"componentResults\":[{\"pass\":false,\"score\":0.25,\"reason\":\"Name the date of its return.\",\"assertion\":"
                        + "{\"type\":\"llm-rubric\"}}]},\"namedScores\":{},\"latencyMs\":12,\"cost\":0.0004}";
        return List.of(
                new Kind("promptfoo, JSONL", "", result, "\n", ""),
                new Kind(
                        "tau2-bench, document",
                        "{\"info\":{\"agent_info\":{\"llm\":\"m\"},\"environment_info\":{\"domain_name\":\"library\"}},"
                                + "\"simulations\":[\n",
                        simulation,
                        ",\n",
                        "]}"));
    }
}
