package org.autotrainer.adapters.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.autotrainer.adapters.cli.console.Console;
import org.autotrainer.application.ExportDataset;
import org.autotrainer.application.ExportDataset.Note;
import org.autotrainer.application.ExportDataset.Report;

/** Sums up an export for a person: how many rows, what was mended, and why candidates were left out. */
final class ExportTally {
    private final Map<String, Reason> mended = new LinkedHashMap<>();
    private final Map<String, Reason> rejected = new LinkedHashMap<>();

    /** How often something happened, and how it was told the first time. */
    private record Reason(long count, String sentence) {
        Reason again() {
            return new Reason(count + 1, sentence);
        }
    }

    /** Counts what passes it on the way to a target. */
    ExportDataset.Sink before(ExportDataset.Sink target) {
        return new ExportDataset.Sink() {
            @Override
            public void row(String file, String line) {
                target.row(file, line);
            }

            @Override
            public void note(Note note) {
                add(note);
                target.note(note);
            }
        };
    }

    private void add(Note note) {
        if (note.detail().get("mends") instanceof List<?> mends) {
            mends.stream().filter(Map.class::isInstance).map(Map.class::cast).forEach(mend -> count(mend, mended));
        }
        if (note.detail().get("rejected") instanceof Map<?, ?> finding) {
            count(finding, rejected);
        }
    }

    private static void count(Map<?, ?> finding, Map<String, Reason> reasons) {
        reasons.merge(
                String.valueOf(finding.get("code")),
                new Reason(1, String.valueOf(finding.get("sentence"))),
                (known, first) -> known.again());
    }

    void tell(Report report, Optional<Path> out, Optional<Path> reportFile, Console console) {
        String where = out.map(file -> " to " + file).orElse("");
        console.note("wrote " + rows(report.rows()) + where + ", of " + TrainReport.number(report.candidates())
                + (report.candidates() == 1 ? " candidate" : " candidates"));
        mended.forEach((code, reason) -> console.note(told(reason, "mended", code)));
        rejected.forEach((code, reason) -> console.note(told(reason, "left out", code)));
        if (reportFile.isPresent()) {
            console.note("the report is in " + reportFile.get());
        } else if (!rejected.isEmpty()) {
            console.note("--report FILE tells the reason for each");
        }
    }

    private static String rows(long rows) {
        return TrainReport.number(rows) + (rows == 1 ? " row" : " rows");
    }

    private static String told(Reason reason, String what, String code) {
        return TrainReport.number(reason.count()) + " " + what + " (" + code + ")"
                + (reason.count() == 1 ? ": " : ", for example: ") + reason.sentence();
    }
}
