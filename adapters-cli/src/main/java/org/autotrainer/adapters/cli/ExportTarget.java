package org.autotrainer.adapters.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.autotrainer.adapters.cli.console.Json;
import org.autotrainer.application.ExportDataset;
import org.autotrainer.application.ExportDataset.Note;
import org.autotrainer.application.ExportDataset.Report;

/** Where an export goes: it takes rows and notes, and what stands beside them at the end. */
abstract class ExportTarget implements ExportDataset.Sink, AutoCloseable {
    /** Ends what was written, so that it appears. */
    abstract void finish(Report report);

    @Override
    public abstract void close();

    /** A folder with all files, its manifest and its report. */
    static ExportTarget folder(Path folder, boolean replace, String agent) {
        return new Folder(NewFolder.at(folder, replace), agent);
    }

    /**
     * One file of rows, with a report and a manifest beside it.
     *
     * @param part which file of the data set it is
     * @param rows takes the rows
     * @param beside the files that are written, closed with the target
     */
    static ExportTarget file(String part, Consumer<String> rows, Beside beside, String agent) {
        return new File(part, rows, beside, new ExportReport(beside.report()::line, agent));
    }

    /**
     * The files of a data set that is one file.
     *
     * @param rows of the data set, unless they go elsewhere
     */
    record Beside(NewFile rows, NewFile report, NewFile manifest) {
        /** Begins the three, or none if a name is taken; those without a name are dropped. */
        static Beside open(List<Optional<Path>> names, boolean replace) {
            List<NewFile> open = new ArrayList<>();
            try {
                names.forEach(name -> open.add(NewFile.at(name, replace)));
            } catch (RuntimeException taken) {
                open.forEach(NewFile::close);
                throw taken;
            }
            return new Beside(open.get(0), open.get(1), open.get(2));
        }

        List<NewFile> all() {
            return List.of(rows, report, manifest);
        }
    }

    private static final class Folder extends ExportTarget {
        private final NewFolder folder;
        private final NewFolder.Part notes;
        private final ExportReport report;
        private Optional<NewFolder.Part> rows = Optional.empty();
        private String open = "";

        private Folder(NewFolder folder, String agent) {
            this.folder = folder;
            this.notes = folder.file("report.json");
            this.report = new ExportReport(notes::line, agent);
        }

        @Override
        public void row(String file, String line) {
            if (!file.equals(open)) {
                endRows();
                rows = Optional.of(folder.file(file));
                open = file;
            }
            rows.ifPresent(part -> part.line(line));
        }

        private void endRows() {
            rows.ifPresent(NewFolder.Part::close);
            rows = Optional.empty();
        }

        @Override
        public void note(Note note) {
            report.add(note);
        }

        @Override
        void finish(Report written) {
            report.end(written);
            endRows();
            notes.close();
            written.beside().forEach((name, text) -> {
                try (NewFolder.Part file = folder.file(name)) {
                    file.text(text);
                }
            });
            try (NewFolder.Part file = folder.file("manifest.json")) {
                file.line(Json.line(written.manifest()));
            }
            folder.finish();
        }

        @Override
        public void close() {
            folder.close();
        }
    }

    private static final class File extends ExportTarget {
        private final String part;
        private final Consumer<String> rows;
        private final Beside files;
        private final ExportReport report;

        private File(String part, Consumer<String> rows, Beside files, ExportReport report) {
            this.part = part;
            this.rows = rows;
            this.files = files;
            this.report = report;
        }

        @Override
        public void row(String file, String line) {
            if (file.equals(part)) {
                rows.accept(line);
            }
        }

        @Override
        public void note(Note note) {
            report.add(note);
        }

        @Override
        void finish(Report written) {
            report.end(written);
            files.manifest().line(Json.line(written.manifest()));
            files.all().forEach(NewFile::finish);
        }

        @Override
        public void close() {
            files.all().forEach(NewFile::close);
        }
    }
}
