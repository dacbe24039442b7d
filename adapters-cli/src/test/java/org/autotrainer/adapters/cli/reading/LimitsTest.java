package org.autotrainer.adapters.cli.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are made to fill the memory or the time are refused, and what stands before them is kept. */
class LimitsTest {
    private static final int MB = 1024 * 1024;

    @TempDir
    Path folder;

    @Test
    void an_entry_that_unpacks_to_much_more_than_it_takes_is_refused_and_the_others_are_read() throws IOException {
        Path bomb = folder.resolve("bomb.eval");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            put(zip, "header.json", "{\"eval\":{\"task\":\"t\"}}", 0);
            put(zip, "samples/1.json", "{\"id\":1,\"epoch\":1,\"scores\":{\"m\":{\"value\":1}}}", 0);
            put(zip, "samples/2.json", "{\"id\":2,\"pad\":\"", 30 * MB);
        }

        Imported imported = Imported.of(bomb);

        assertThat(imported.items()).hasSize(1);
        assertThat(imported.reasons())
                .singleElement()
                .asString()
                .matches("samples/2.json: it unpacks to more than \\d+ MB");
    }

    @Test
    void an_archive_whose_head_cannot_be_read_gives_no_samples_under_names_that_are_not_theirs() throws IOException {
        Path log = folder.resolve("log.eval");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(log))) {
            put(zip, "header.json", "{\"eval\":{\"task\":", 0);
            put(zip, "samples/1.json", "{\"id\":1,\"epoch\":1,\"scores\":{\"m\":{\"value\":1}}}", 0);
        }

        Imported imported = Imported.of(log);

        assertThat(imported.items()).isEmpty();
        assertThat(imported.reasons())
                .singleElement()
                .asString()
                .matches("header.json: not JSON.*; what follows was not read");
    }

    @Test
    void an_archive_on_standard_input_asks_for_its_file() throws IOException {
        byte[] bytes = Files.readAllBytes(Samples.eval(
                folder.resolve("a.eval"), org.apache.commons.compress.archivers.zip.ZipMethod.STORED, true));

        assertThat(Imported.of(new Defaults("default", "", ""), List.of(Samples.source("-", bytes)))
                        .reasons())
                .containsExactly("it is a zip archive; name its file in place of sending it");
    }

    @Test
    void xml_with_a_document_type_or_entities_is_refused() {
        for (String head : List.of(
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE a [<!ENTITY x \"y\">]>",
                "<!DOCTYPE testsuite>")) {
            Imported imported = Samples.read("a.xml", head + "<testsuite><testcase name=\"&x;\"/></testsuite>");
            assertThat(imported.items()).isEmpty();
            assertThat(imported.reasons()).containsExactly("it has a document type, which is not allowed");
        }
    }

    @Test
    void deep_xml_is_refused_and_what_stands_before_it_is_kept() {
        Imported imported = Samples.read("a.xml", "<testsuite><testcase name=\"a\"/>" + "<testsuite>".repeat(100_000));

        assertThat(imported.items()).hasSize(1);
        assertThat(imported.reasons()).containsExactly("it nests deeper than 64 levels; what follows was not read");
    }

    @Test
    void an_endless_element_of_xml_is_refused() {
        Imported imported = endless("a.xml", "<testsuite>\n<testcase name=\"a\"/>\n<testcase name=\"b\">", "x");

        assertThat(imported.items()).hasSize(1);
        assertThat(imported.reasons())
                .containsExactly("the record that begins here is longer than 20 MB; what follows was not read");
    }

    @Test
    void an_open_quote_of_a_table_is_refused() {
        Imported imported = endless("a.csv", "q,[m] p,Status,Score\na,b,PASS,1\nc,\"", "x,\n");

        assertThat(imported.totals()).isEqualTo("1/0/0");
        assertThat(imported.reasons()).singleElement().asString().contains("a quote may be missing");
    }

    @Test
    void a_long_element_of_a_document_is_passed_over() {
        String text = "{\"info\":{\"environment_info\":{},\"agent_info\":{}},\"simulations\":[{\"pad\":\""
                + "x".repeat(21 * MB) + "\"},{\"task_id\":\"1\",\"reward_info\":{\"reward\":1},\"messages\":[]}]}";

        Imported imported = Samples.read("t.json", text);

        assertThat(imported.totals()).isEqualTo("1/0/0");
        assertThat(imported.reasons())
                .containsExactly("/simulations/0: the record that begins here is longer than 20 MB");
    }

    @Test
    void a_large_head_is_passed_over() {
        String text = "{\"info\":{\"environment_info\":{},\"agent_info\":{}},\"tasks\":[\"" + "x".repeat(30 * MB)
                + "\"],\"simulations\":[{\"task_id\":\"1\",\"reward_info\":{\"reward\":1},\"messages\":[]}]}";

        assertThat(Samples.read("t.json", text).totals()).isEqualTo("1/0/0");
    }

    @Test
    void a_document_that_ends_early_gives_what_can_be_had() {
        String whole = Samples.text("tau2.json");

        Imported imported = Samples.read("t.json", whole.substring(0, whole.length() - 300));

        assertThat(imported.items()).hasSize(3);
        assertThat(imported.reasons()).containsExactly("/simulations/3: not JSON: it ends before the object does");
    }

    private static Imported endless(String name, String beginning, String more) {
        byte[] first = beginning.getBytes(StandardCharsets.UTF_8);
        byte[] next = more.repeat(10_000).getBytes(StandardCharsets.UTF_8);
        InputStream in = new InputStream() {
            private long read;

            @Override
            public int read() {
                int unit = read < first.length ? first[(int) read] : next[(int) ((read - first.length) % next.length)];
                read++;
                return unit & 0xff;
            }

            @Override
            public int read(byte[] target, int offset, int count) {
                for (int i = 0; i < count; i++) {
                    target[offset + i] = (byte) read();
                }
                return count;
            }
        };
        return Imported.of(
                new Defaults("default", "", ""), List.of(new EvaluationSource(name, 0, () -> in, Optional.empty())));
    }

    private static void put(ZipOutputStream zip, String name, String text, int padding) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        OutputStream out = zip;
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.write("x".repeat(padding).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
