package org.autotrainer.domain.dataset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.autotrainer.domain.evaluation.Attempt;
import org.autotrainer.domain.evaluation.Identity;

/** Writes the rows of one part of a data set, and leaves out what must not be written. */
final class RowWriter {
    private final String part;
    private final DatasetSink sink;
    private final Personal personal;
    private final Tally tally;
    private final NearDuplicates trained = new NearDuplicates();
    private final Set<Long> written = new HashSet<>();
    private Side side = Side.TRAIN;

    RowWriter(String part, DatasetOptions options, DatasetSink sink) {
        this.part = part;
        this.sink = sink;
        this.personal = options.personal();
        this.tally = new Tally(part);
    }

    /**
     * A candidate that became a row, or did not.
     *
     * @param row encodes it, redacted if that was asked for
     * @param fingerprint what it is compared by with the other side; absent where nothing is to be compared
     * @param once whether an equal row must not stand in the part already
     */
    record Candidate(
            List<Attempt> attempts,
            List<Finding> mends,
            Redaction redaction,
            Checked<Row> row,
            Optional<Fingerprint> fingerprint,
            boolean once) {}

    /** Goes on with the other side. */
    void begin(Side next) {
        side = next;
    }

    /** A redaction for the next row; it finds nothing when personal data is to stay. */
    Redaction redaction() {
        return personal == Personal.KEEP ? Redaction.none() : new Redaction();
    }

    void reject(List<Attempt> attempts, Finding reason, long candidates) {
        tally.rejected(reason, candidates);
        sink.note(new DatasetNote(file(), 0, attempts, 0, List.of(), Optional.of(reason)));
    }

    void write(Candidate candidate) {
        Checked<Row> checked = candidate
                .row()
                .then(row -> withoutPersonalData(candidate.redaction(), row))
                .then(RowWriter::withoutSecrets)
                .then(row -> apart(candidate, row));
        if (checked instanceof Checked.Rejected<Row> no) {
            reject(candidate.attempts(), no.reason(), 1);
        } else if (checked instanceof Checked.Accepted<Row> yes) {
            line(candidate, yes.value());
        }
    }

    private void line(Candidate candidate, Row row) {
        List<Finding> mends = new ArrayList<>(candidate.mends());
        mends.addAll(row.mends());
        candidate.redaction().found().ifPresent(found -> mends.add(new Finding("redacted", found + " redacted")));
        String line;
        try {
            line = JsonLine.of(row.columns());
        } catch (IllegalArgumentException | ClassCastException noJson) {
            reject(candidate.attempts(), new Finding("format_broke", "the format made a row that is no JSON"), 1);
            return;
        }
        if (candidate.once() && !written.add(Identity.of("row").text(line).hash())) {
            reject(candidate.attempts(), new Finding("duplicate", "the same row stands before"), 1);
            return;
        }
        long tokens = TokenEstimate.of(row.columns());
        tally.redacted(candidate.redaction().places());
        long number = tally.row(side, line, tokens, mends);
        sink.row(file(), line);
        sink.note(new DatasetNote(file(), number, candidate.attempts(), tokens, mends, Optional.empty()));
    }

    private Checked<Row> withoutPersonalData(Redaction redaction, Row row) {
        return personal == Personal.REFUSE && redaction.found().isPresent()
                ? Checked.rejected("personal", "it holds " + redaction.found().get())
                : new Checked.Accepted<>(row);
    }

    private static Checked<Row> withoutSecrets(Row row) {
        return Secrets.in(row.columns())
                .<Checked<Row>>map(Checked.Rejected::new)
                .orElseGet(() -> new Checked.Accepted<>(row));
    }

    /** What is learned from must not be validated with; equal rows of other attempts may stand on one side. */
    private Checked<Row> apart(Candidate candidate, Row row) {
        if (candidate.fingerprint().isPresent()) {
            long fingerprint = candidate.fingerprint().get().bits();
            if (side == Side.TRAIN) {
                trained.add(fingerprint);
            } else if (trained.hasNear(fingerprint)) {
                return Checked.rejected("near_duplicate", "a row to learn from is almost the same");
            }
        }
        return new Checked.Accepted<>(row);
    }

    private String file() {
        return DatasetFile.name(part, side);
    }

    DatasetReport report(DatasetFormat.Rows format, DatasetPlan plan, SortedMap<String, Long> unused) {
        return tally.report(format.name(), plan.counts(), unused);
    }
}
