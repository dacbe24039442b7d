package org.autotrainer.adapters.cli;

import org.autotrainer.adapters.cli.console.Json;
import org.autotrainer.application.ExportDataset.Note;
import org.autotrainer.application.ExportDataset.Report;

/** Writes the report of an export while it runs: what became of each candidate, a line each, then the counts. */
final class ExportReport {
    private final NewFile file;
    private boolean begun;

    ExportReport(NewFile file, String agent) {
        this.file = file;
        file.line("{\"agent\":" + Json.line(agent) + ",\"candidates\":[");
    }

    void add(Note note) {
        file.line((begun ? "," : "") + Json.line(note.detail()));
        begun = true;
    }

    void end(Report report) {
        file.line("],\"report\":" + Json.line(report.detail()) + "}");
    }
}
