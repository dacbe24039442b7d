package org.autotrainer.domain.dataset;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.autotrainer.domain.dataset.DatasetReport.Reason;
import org.autotrainer.domain.evaluation.Identity;

/** Counts what becomes of the candidates of one part of a data set while it is written. */
final class Tally {
    private final String part;
    private final SortedMap<String, Reason> mended = new TreeMap<>();
    private final SortedMap<String, Reason> rejected = new TreeMap<>();
    private final SortedMap<String, Long> redacted = new TreeMap<>();
    private final Map<Side, Counts> files = new EnumMap<>(Side.class);
    private final MessageDigest all = Identity.sha256();
    private long candidates;

    /** What is counted of a file. */
    private static final class Counts {
        private final MessageDigest digest = Identity.sha256();
        private long rows;
        private long tokens;
        private long largest;
        private long longRows;
    }

    Tally(String part) {
        this.part = part;
    }

    /** Counts a row and returns its number in its file. */
    long row(Side side, String line, long tokens, List<Finding> mends) {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        Counts file = files.computeIfAbsent(side, any -> new Counts());
        file.digest.update(bytes);
        all.update(bytes);
        Map<String, Reason> once = new LinkedHashMap<>();
        mends.forEach(mend -> once.putIfAbsent(mend.code(), new Reason(mend.code(), 1, mend.sentence())));
        once.forEach((code, reason) -> mended.merge(code, reason, Reason::and));
        candidates++;
        file.tokens += tokens;
        file.longRows += tokens > TokenEstimate.LONG_ROW ? 1 : 0;
        file.largest = Math.max(file.largest, tokens);
        return ++file.rows;
    }

    /** Counts places that got a placeholder in a row that was written. */
    void redacted(Map<PersonalData.Kind, Long> places) {
        places.forEach((kind, count) -> redacted.merge(kind.name().toLowerCase(Locale.ROOT), count, Long::sum));
    }

    void rejected(Finding reason, long count) {
        candidates += count;
        rejected.merge(reason.code(), new Reason(reason.code(), count, reason.sentence()), Reason::and);
    }

    /** The report; to be asked for once, at the end. */
    DatasetReport report(String format, DatasetReport.Attempts attempts, SortedMap<String, Long> unused) {
        List<DatasetFile> written = new ArrayList<>();
        DatasetReport.Tokens tokens = new DatasetReport.Tokens(0, 0, 0);
        for (Map.Entry<Side, Counts> entry : files.entrySet()) {
            Counts file = entry.getValue();
            byte[] sum = file.digest.digest();
            written.add(new DatasetFile(part, entry.getKey(), file.rows, file.tokens, Identity.hex(sum, sum.length)));
            tokens = tokens.and(file.tokens, file.largest, file.longRows);
        }
        byte[] sum = all.digest();
        return new DatasetReport(
                part,
                format,
                attempts,
                unused,
                candidates,
                List.copyOf(written),
                List.copyOf(mended.values()),
                List.copyOf(rejected.values()),
                redacted,
                tokens,
                Identity.hex(sum, sum.length));
    }
}
