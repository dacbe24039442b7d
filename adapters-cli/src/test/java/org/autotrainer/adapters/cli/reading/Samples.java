package org.autotrainer.adapters.cli.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.airlift.compress.zstd.ZstdCompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/** A small file of each format, in the shape in which its tool writes it. */
final class Samples {
    static final List<String> ALL = List.of(
            "ace-playbook.txt",
            "deepeval.json",
            "inspect.json",
            "junit.xml",
            "kayba-skillbook.json",
            "langfuse-scores.jsonl",
            "langfuse-trace.json",
            "langsmith-experiment.json",
            "langsmith-runs.jsonl",
            "markdown-list.md",
            "medagentbench.jsonl",
            "promptfoo.csv",
            "promptfoo.json",
            "promptfoo.jsonl",
            "reflexion.jsonl",
            "reflexion-log.txt",
            "swe-bench-pro.json",
            "swe-bench-report.json",
            "swe-bench-run.json",
            "tau-bench-airline.json",
            "tau2.json",
            "terminal-bench.json",
            "tree-of-thoughts.json");

    private static final ObjectMapper JSON = new ObjectMapper();

    private Samples() {}

    static byte[] bytes(String name) {
        try (InputStream in = Objects.requireNonNull(Samples.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    /** A sample as a file of its name. */
    static Path file(String name, Path folder) throws IOException {
        return Files.write(folder.resolve(name), bytes(name));
    }

    /** A source of some bytes that is no file, under a name. */
    static EvaluationSource source(String name, byte[] bytes) {
        return new EvaluationSource(
                name, bytes.length, () -> new ByteArrayInputStream(bytes), java.util.Optional.empty());
    }

    static Imported read(String name, String text) {
        return Imported.of(
                new Defaults("default", "", ""), List.of(source(name, text.getBytes(StandardCharsets.UTF_8))));
    }

    /** The sample of Inspect as an archive whose entries are packed by a method; without its header it is unfinished. */
    static Path eval(Path file, ZipMethod method, boolean finished) throws IOException {
        ObjectNode log = (ObjectNode) JSON.readTree(bytes("inspect.json"));
        JsonNode samples = log.remove("samples");
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file)) {
            entry(zip, "_journal/start.json", JSON.createObjectNode().set("eval", log.get("eval")), method);
            for (JsonNode sample : samples) {
                String name = "samples/" + sample.get("id").asText() + "_epoch_" + sample.get("epoch") + ".json";
                entry(zip, name, sample, method);
            }
            if (finished) {
                entry(zip, "header.json", log, method);
            }
        }
        return file;
    }

    private static void entry(ZipArchiveOutputStream zip, String name, JsonNode content, ZipMethod method)
            throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(content);
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setMethod(method.getCode());
        entry.setSize(bytes.length);
        CRC32 sum = new CRC32();
        sum.update(bytes);
        entry.setCrc(sum.getValue());
        if (method == ZipMethod.ZSTD) {
            ZstdCompressor zstd = new ZstdCompressor();
            byte[] packed = new byte[zstd.maxCompressedLength(bytes.length)];
            int size = zstd.compress(bytes, 0, bytes.length, packed, 0, packed.length);
            entry.setCompressedSize(size);
            zip.addRawArchiveEntry(entry, new ByteArrayInputStream(Arrays.copyOf(packed, size)));
            return;
        }
        zip.putArchiveEntry(entry);
        zip.write(bytes);
        zip.closeArchiveEntry();
    }
}
