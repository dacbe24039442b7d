package org.autotrainer.adapters.cli.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.autotrainer.application.ImportEvaluations.Item;
import org.autotrainer.application.ImportEvaluations.Trouble;
import org.autotrainer.domain.evaluation.Evaluation;
import org.junit.jupiter.api.Test;

class EvaluationReadingTest {
    private static final String A = "{\"task_id\":\"a [1,2] {\\\"x\\\"}\"}";
    private static final String B = "{\"task_id\":\"b\\\\\",\"metadata\":{\"list\":[{},[]]}}";

    @Test
    void records_stand_on_lines_in_an_array_or_one_after_the_other() {
        for (String text : List.of(
                A + "\n" + B,
                A + "\r\n\r\n  " + B + "\r\n",
                "[" + A + "," + B + "]",
                "\n [ " + A + "\n,\n" + B + " ] \n",
                "{\n\"task_id\":\"a [1,2] {\\\"x\\\"}\"\n}\n" + B,
                "{\n\"task_id\":\"a [1,2] {\\\"x\\\"}\"\n}" + B)) {
            Outcome outcome = read(text);
            assertThat(outcome.tasks()).as(text).containsExactly("a [1,2] {\"x\"}", "b\\");
            assertThat(outcome.troubles).as(text).isEmpty();
        }
    }

    @Test
    void a_record_knows_its_line() {
        assertThat(read("\n" + A + "\n\n" + B).lines()).containsExactly(2L, 4L);
        assertThat(read("[\n" + A + ",\n\n" + B + "\n]").lines()).containsExactly(2L, 4L);
        assertThat(read("{\n\"task_id\":\"a\"\n}\n\n{\n\"task_id\":\"b\"\n}").lines())
                .containsExactly(1L, 5L);
    }

    @Test
    void one_bad_record_spoils_no_other() {
        for (String bad : List.of(
                "{\"task_id\":", "{]}", "nonsense", "{\"task_id\":\"\u0001\"}", "[1]", "\"text\"", "{\"a\":1}")) {
            Outcome outcome = read(A + "\n" + bad + "\n" + B);
            assertThat(outcome.tasks()).as(bad).hasSize(2);
            assertThat(outcome.troubles).as(bad).hasSize(1);
            assertThat(outcome.troubles.get(0).line()).isEqualTo(2);
        }
        for (String bad : List.of("{\"task_id\":1}", "{\"task_id\",\"x\"}", "[1]", "\"text\"", "17", "{'a':1}")) {
            Outcome outcome = read("[" + A + ",\n" + bad + ",\n" + B + "]");
            assertThat(outcome.tasks()).as(bad).hasSize(2);
            assertThat(outcome.troubles).as(bad).hasSize(1);
            assertThat(outcome.troubles.get(0).line()).isEqualTo(2);
        }
    }

    @Test
    void a_first_line_that_is_cut_off_within_a_text_is_still_a_line() {
        Outcome outcome = read("{\"task_id\":\"cut\n" + A + "\n" + B);

        assertThat(outcome.tasks()).hasSize(2);
        assertThat(outcome.troubles).extracting(Trouble::line).containsExactly(1L);
    }

    @Test
    void an_array_with_wrong_commas_gives_what_can_be_had() {
        assertThat(read("[" + A + " " + B + "]").tasks()).hasSize(2);
        assertThat(read("[" + A + " " + B + "]").reasons()).containsExactly("a comma is missing before this element");
        assertThat(read("[" + A + ",," + B + "]").reasons()).containsExactly("an element is missing before this comma");
        assertThat(read("[" + A + "," + B).reasons()).containsExactly("the file ends before its array does");
        assertThat(read("[" + A + ",]").reasons()).isEmpty();
    }

    @Test
    void a_file_that_no_format_knows_is_refused_at_once() {
        Outcome outcome = read("name,value\n".repeat(5_000));

        assertThat(outcome.troubles).hasSize(1);
        assertThat(outcome.reasons())
                .containsExactly("it is a table that no format knows; say what its columns mean with --mapping FILE");
    }

    @Test
    void a_file_that_is_no_json_but_seems_to_be_is_given_up_on() {
        Outcome outcome = read("[]\n".repeat(5_000).replaceFirst("\\[", "{"));

        assertThat(outcome.troubles).hasSize(1_001);
        assertThat(outcome.reasons().get(1_000))
                .isEqualTo("none of the first 1000 records is a JSON object; what follows was not read");
    }

    @Test
    void a_long_record_is_refused_without_being_kept() {
        String longRecord = "{\"task_id\":\"" + "x".repeat(RecordSplitter.LONGEST) + "\"}";

        assertThat(read(longRecord + "\n" + A).reasons()).containsExactly("the line is longer than 20 MB");
        assertThat(read(longRecord + "\n" + A).tasks()).hasSize(1);
        assertThat(read("[" + longRecord + "," + A + "]").reasons())
                .containsExactly("the record that begins here is longer than 20 MB");
        assertThat(read("[" + longRecord + "," + A + "]").tasks()).hasSize(1);
    }

    @Test
    void a_record_of_just_less_than_the_limit_is_read() {
        String metadata = "{\"task_id\":\"t\",\"metadata\":{" + " ".repeat(RecordSplitter.LONGEST - 100) + "}}";

        assertThat(read(metadata).tasks()).containsExactly("t");
    }

    @Test
    void any_way_of_writing_the_same_records_reads_the_same() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<String> records = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(6); i++) {
                records.add(record(random, "t" + i));
            }
            List<Evaluation> expected = read(String.join("\n", records)).evaluations();
            assertThat(expected).as("seed " + seed).hasSameSizeAs(records);
            String spread = "[" + String.join(",", records) + "]";
            assertThat(read(spread).evaluations()).as("seed " + seed).isEqualTo(expected);
            assertThat(read(airy(spread, random)).evaluations())
                    .as("seed " + seed)
                    .isEqualTo(expected);
            assertThat(read(airy(String.join(" ", records), random)).evaluations())
                    .as("seed " + seed)
                    .isEqualTo(expected);
        }
    }

    @Test
    void batches_are_bounded_and_lose_nothing() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 2_345; i++) {
            lines.append("{\"task_id\":\"t").append(i).append("\"}\n");
        }
        List<Integer> sizes = new ArrayList<>();
        try (EvaluationReading reading = reading(lines.toString())) {
            for (Optional<Batch> batch = reading.next(); batch.isPresent(); batch = reading.next()) {
                sizes.add(batch.get().items().size());
            }
            assertThat(reading.read()).isEqualTo(lines.length());
        }
        assertThat(sizes).containsExactly(1_000, 1_000, 345);
    }

    /** What was read of a text. */
    private static final class Outcome {
        private final List<Item> items = new ArrayList<>();
        private final List<Trouble> troubles = new ArrayList<>();

        List<Evaluation> evaluations() {
            return items.stream().map(Item::evaluation).toList();
        }

        List<String> tasks() {
            return evaluations().stream()
                    .map(evaluation -> evaluation.attempt().taskId())
                    .toList();
        }

        List<Long> lines() {
            return items.stream().map(Item::line).toList();
        }

        List<String> reasons() {
            return troubles.stream().map(Trouble::reason).toList();
        }
    }

    private static EvaluationReading reading(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        InputStream slow = new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 1 + bytes.length % 4_093));
            }
        };
        return new EvaluationReading(
                List.of(EvaluationSource.standardInput(slow)), new Defaults("default", "", ""), note -> {});
    }

    private static Outcome read(String text) {
        Outcome outcome = new Outcome();
        try (EvaluationReading reading = reading(text)) {
            for (Optional<Batch> batch = reading.next(); batch.isPresent(); batch = reading.next()) {
                outcome.items.addAll(batch.get().items());
                outcome.troubles.addAll(batch.get().rejected());
            }
        }
        return outcome;
    }

    private static String record(Random random, String task) {
        String text = List.of("plain", "\\\"quoted\\\"", "{brace", "]bracket[", "日本\\u00e9 😀", "back\\\\")
                .get(random.nextInt(6));
        return "{\"task_id\":\"" + task + "\",\"success\":" + random.nextBoolean() + ",\"suggestions\":[\"" + text
                + "\"],\"metadata\":{\"n\":" + random.nextInt() + ",\"d\":" + random.nextDouble() + ",\"t\":[\"" + text
                + "\",null,{}]}}";
    }

    /** The same JSON with line breaks around its brackets, outside texts. */
    private static String airy(String json, Random random) {
        StringBuilder airy = new StringBuilder();
        boolean inText = false;
        for (int i = 0; i < json.length(); i++) {
            char unit = json.charAt(i);
            if (unit == '"' && (i == 0 || !isEscaped(json, i))) {
                inText = !inText;
            }
            boolean bracket = "{}[],".indexOf(unit) >= 0;
            airy.append(unit);
            if (!inText && bracket && (airy.length() == 1 || random.nextBoolean())) {
                airy.append(random.nextBoolean() ? "\n" : "\r\n\t");
            }
        }
        return airy.toString();
    }

    private static boolean isEscaped(String json, int quote) {
        int slashes = 0;
        while (quote - slashes > 0 && json.charAt(quote - slashes - 1) == '\\') {
            slashes++;
        }
        return slashes % 2 == 1;
    }
}
