package org.autotrainer.domain.dataset;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.autotrainer.domain.evaluation.Identity;

/** Counts what becomes of a data set while it is written. */
final class Tally {
    private enum Count {
        EVALUATIONS,
        ERRORS,
        CANDIDATES,
        ROWS,
        TOKENS,
        LARGEST,
        LONG_ROWS
    }

    private final Map<Count, Long> counts = new EnumMap<>(Count.class);
    private final SortedMap<String, Long> mended = new TreeMap<>();
    private final SortedMap<String, Long> rejected = new TreeMap<>();
    private final MessageDigest digest = Identity.sha256();

    void evaluation(boolean measured) {
        add(Count.EVALUATIONS, 1);
        add(Count.ERRORS, measured ? 0 : 1);
    }

    /** Counts a row and returns its number. */
    long row(String line, long tokens, List<Finding> mends) {
        digest.update(line.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        mends.stream().map(Finding::code).distinct().forEach(code -> mended.merge(code, 1L, Long::sum));
        add(Count.CANDIDATES, 1);
        add(Count.ROWS, 1);
        add(Count.TOKENS, tokens);
        add(Count.LONG_ROWS, tokens > TokenEstimate.LONG_ROW ? 1 : 0);
        counts.merge(Count.LARGEST, tokens, Math::max);
        return count(Count.ROWS);
    }

    void rejected(Finding reason, long candidates) {
        add(Count.CANDIDATES, candidates);
        rejected.merge(reason.code(), candidates, Long::sum);
    }

    /** The report; to be asked for once, at the end. */
    DatasetReport report(String format, DatasetReport.Attempts attempts) {
        byte[] sum = digest.digest();
        return new DatasetReport(
                format,
                count(Count.EVALUATIONS),
                count(Count.ERRORS),
                attempts,
                count(Count.CANDIDATES),
                count(Count.ROWS),
                Collections.unmodifiableSortedMap(mended),
                Collections.unmodifiableSortedMap(rejected),
                new DatasetReport.Tokens(count(Count.TOKENS), count(Count.LARGEST), count(Count.LONG_ROWS)),
                Identity.hex(sum, sum.length));
    }

    private void add(Count count, long number) {
        counts.merge(count, number, Long::sum);
    }

    private long count(Count count) {
        return counts.getOrDefault(count, 0L);
    }
}
