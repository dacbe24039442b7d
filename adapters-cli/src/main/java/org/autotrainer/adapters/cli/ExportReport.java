package org.autotrainer.adapters.cli;

import java.util.function.Consumer;
import org.autotrainer.adapters.cli.console.Json;
import org.autotrainer.application.ExportDataset.Note;
import org.autotrainer.application.ExportDataset.Report;

/** Writes the report of an export while it runs: what became of each candidate, a line each, then the counts. */
final class ExportReport {
    private final Consumer<String> lines;
    private boolean begun;

    ExportReport(Consumer<String> lines, String agent) {
        this.lines = lines;
        lines.accept("{\"agent\":" + Json.line(agent) + ",\"candidates\":[");
    }

    void add(Note note) {
        lines.accept((begun ? "," : "") + Json.line(note.detail()));
        begun = true;
    }

    void end(Report report) {
        lines.accept("],\"report\":" + Json.line(report.detail()) + "}");
    }
}
