package org.autotrainer.adapters.http;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.autotrainer.application.ExportDataset;
import org.autotrainer.application.ExportDataset.Layout;
import org.autotrainer.application.ExportDataset.Note;
import org.autotrainer.application.ExportDataset.Report;
import org.autotrainer.application.ExportDataset.Request;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.domain.evaluation.Identity;
import org.autotrainer.domain.evaluation.InvalidValueException;

/** A data set, or a file of it, in a temporary file that nobody else can read, and that is gone when it was sent. */
final class DatasetBody implements Answer.Prepared {
    static final String ZIP = "application/zip";
    private static final String MANIFEST = "manifest.json";
    private static final String REPORT = "report.json";
    /** Equal data sets are equal archives: all their files are as old as a ZIP can tell. */
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Path file;
    private final String mediaType;
    private final String tag;
    private final Runnable then;

    private DatasetBody(Path file, String mediaType, String tag, Runnable then) {
        this.file = file;
        this.mediaType = mediaType;
        this.tag = tag;
        this.then = then;
    }

    /**
     * Writes a data set: its file of rows, or all of its files as an archive if it has more.
     *
     * @param part only this file; empty for all
     * @param then what is to be done when it was let go
     * @throws InvalidValueException if there is no such file
     */
    static DatasetBody of(ExportDataset export, Request request, String part, Runnable then) {
        Layout layout = export.layout(request);
        String only = part.isEmpty() && !layout.folder() ? layout.files().get(0) : part;
        try {
            Path file = Files.createTempFile("autotrainer-", ".dataset");
            Path notes = Files.createTempFile("autotrainer-", ".report");
            boolean whole = false;
            String tag;
            try {
                if (only.isEmpty()) {
                    archive(export, request, file, notes);
                } else {
                    single(export, request, only, layout, file);
                }
                tag = tagOf(file);
                whole = true;
            } finally {
                Files.delete(notes);
                if (!whole) {
                    Files.delete(file);
                }
            }
            return new DatasetBody(file, only.isEmpty() ? ZIP : mediaTypeOf(only), tag, then);
        } catch (IOException | UncheckedIOException failure) {
            throw trouble(failure);
        }
    }

    private static String tagOf(Path file) throws IOException {
        MessageDigest digest = Identity.sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Identity.hex(digest.digest(), 16);
    }

    private static AutoTrainerException trouble(Exception failure) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        boolean full = message.contains("no space left") || message.contains("quota exceeded");
        return new AutoTrainerException(
                full ? Problem.STORAGE_FULL : Problem.STORE_UNUSABLE,
                "the data set cannot be written to the folder of temporary files",
                failure);
    }

    private static String mediaTypeOf(String name) {
        if (name.endsWith(".jsonl")) {
            return Answer.LINES;
        }
        return name.endsWith(".json") ? "application/json" : "text/plain;charset=utf-8";
    }

    private static void single(ExportDataset export, Request request, String only, Layout layout, Path file)
            throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            Notes notes = new Notes(only.equals(REPORT) ? out : OutputStream.nullOutputStream(), request.agent());
            Report report = export.export(request, new ExportDataset.Sink() {
                @Override
                public void row(String name, String line) {
                    if (name.equals(only)) {
                        write(out, line + "\n");
                    }
                }

                @Override
                public void note(Note note) {
                    notes.add(note);
                }
            });
            notes.end(report);
            if (only.equals(MANIFEST)) {
                write(out, manifest(report));
            } else if (report.beside().containsKey(only)) {
                write(out, report.beside().getOrDefault(only, ""));
            } else if (!only.equals(REPORT) && !layout.files().contains(only)) {
                throw new InvalidValueException("part is \"" + Json.excerpt(only) + "\"; allowed are "
                        + String.join(", ", layout.files()) + " and the others that the archive holds");
            }
        }
    }

    private static void archive(ExportDataset export, Request request, Path file, Path notesFile) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
                OutputStream notesOut = new BufferedOutputStream(Files.newOutputStream(notesFile))) {
            Notes notes = new Notes(notesOut, request.agent());
            Report report = export.export(request, new ExportDataset.Sink() {
                private String open = "";

                @Override
                public void row(String name, String line) {
                    if (!name.equals(open)) {
                        begin(zip, name);
                        open = name;
                    }
                    write(zip, line + "\n");
                }

                @Override
                public void note(Note note) {
                    notes.add(note);
                }
            });
            notes.end(report);
            notesOut.flush();
            report.beside().forEach((name, text) -> {
                begin(zip, name);
                write(zip, text);
            });
            begin(zip, MANIFEST);
            write(zip, manifest(report));
            begin(zip, REPORT);
            Files.copy(notesFile, zip);
        }
    }

    private static String manifest(Report report) {
        return new String(Json.bytes(report.manifest()), StandardCharsets.UTF_8) + "\n";
    }

    private static void begin(ZipOutputStream zip, String name) {
        try {
            ZipEntry entry = new ZipEntry(name);
            entry.setTimeLocal(ALWAYS);
            zip.putNextEntry(entry);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void write(OutputStream out, String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The report: what became of each candidate, a line each, then the counts. */
    private static final class Notes {
        private final OutputStream out;
        private String between = "";

        private Notes(OutputStream out, String agent) {
            this.out = out;
            write(out, "{\"agent\":" + json(agent) + ",\"candidates\":[\n");
        }

        private void add(Note note) {
            write(out, between + json(note.detail()) + "\n");
            between = ",";
        }

        private void end(Report report) {
            write(out, "],\"report\":" + json(report.detail()) + "}\n");
        }

        private static String json(Object value) {
            return new String(Json.bytes(value), StandardCharsets.UTF_8);
        }
    }

    @Override
    public String mediaType() {
        return mediaType;
    }

    @Override
    public OptionalLong length() throws IOException {
        return OptionalLong.of(Files.size(file));
    }

    @Override
    public Optional<String> tag() {
        return Optional.of(tag);
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        Files.copy(file, out);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            then.run();
        }
    }
}
