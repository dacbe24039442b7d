package org.autotrainer.domain.dataset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of a data set, or of a part of one: what was read, written, mended and left out, and why.
 *
 * @param part which part of a folder it is; empty when the format has no parts
 * @param format name of the format of the rows
 * @param attempts what was read, and how the attempts ended
 * @param unused how many attempts (of targets: evaluations) are no candidates of this format, by the code of the reason
 * @param candidates how many rows there could have been
 * @param files the files that were written, with their rows
 * @param mends why written rows were mended
 * @param rejections why candidates were left out
 * @param redacted how many places got a placeholder, by the kind of personal data
 * @param tokens estimates of the written rows
 * @param sha256 of all rows in the order in which they were written, with a line feed after each, in hexadecimal digits
 */
public record DatasetReport(
        String part,
        String format,
        Attempts attempts,
        SortedMap<String, Long> unused,
        long candidates,
        List<DatasetFile> files,
        List<Reason> mends,
        List<Reason> rejections,
        SortedMap<String, Long> redacted,
        Tokens tokens,
        String sha256) {
    /**
     * What was read, and how the attempts at tasks ended that at least one critic could judge.
     *
     * @param evaluations how many evaluations were read
     * @param errors how many of them could not be judged by their critic, and were left out
     * @param judged all attempts
     * @param succeeded all critics say that it succeeded
     * @param failed all critics say that it failed
     * @param disputed the critics disagree: neither an example nor part of a pair
     * @param excluded of a task that a person dismissed
     * @param leftOut of a task that this data set must not hold
     * @param withoutConversation of a task that is taken, but nothing is known of what was said
     */
    public record Attempts(
            long evaluations,
            long errors,
            long judged,
            long succeeded,
            long failed,
            long disputed,
            long excluded,
            long leftOut,
            long withoutConversation) {}

    /**
     * Estimated tokens of the written rows; see {@link TokenEstimate}.
     *
     * @param total of all rows
     * @param largest of the longest row
     * @param longRows how many rows have more than {@link TokenEstimate#LONG_ROW}
     */
    public record Tokens(long total, long largest, long longRows) {
        Tokens and(long more, long otherLargest, long moreLong) {
            return new Tokens(total + more, Math.max(largest, otherLargest), longRows + moreLong);
        }
    }

    /**
     * Why something happened to candidates.
     *
     * @param code a short word
     * @param count to how many
     * @param example the sentence about the first of them
     */
    public record Reason(String code, long count, String example) {
        Reason and(Reason more) {
            return new Reason(code, count + more.count, example);
        }
    }

    /** How many rows were written. */
    public long rows() {
        return files.stream().mapToLong(DatasetFile::rows).sum();
    }

    /** How many written rows were mended, by the code of the mend. */
    public SortedMap<String, Long> mended() {
        return counts(mends);
    }

    /** How many candidates were left out, by the code of the reason. */
    public SortedMap<String, Long> rejected() {
        return counts(rejections);
    }

    /** How many rows got tools that were inferred from their calls. */
    public long toolsInferred() {
        return mended().getOrDefault("tools_inferred", 0L);
    }

    private static SortedMap<String, Long> counts(List<Reason> reasons) {
        SortedMap<String, Long> counts = new TreeMap<>();
        reasons.forEach(reason -> counts.put(reason.code(), reason.count()));
        return counts;
    }

    /** The report as the object that is written beside the data set. */
    public Map<String, Object> toObject() {
        Map<String, Object> object = new LinkedHashMap<>();
        if (!part.isEmpty()) {
            object.put("part", part);
        }
        object.put("format", format);
        object.put("evaluations", attempts.evaluations());
        object.put("errors", attempts.errors());
        object.put("attempts", attempts.judged());
        object.put("succeeded", attempts.succeeded());
        object.put("failed", attempts.failed());
        object.put("disputed", attempts.disputed());
        object.put("excluded", attempts.excluded());
        object.put("left_out", attempts.leftOut());
        object.put("without_conversation", attempts.withoutConversation());
        object.put("unused", unused);
        object.put("candidates", candidates);
        object.put("rows", rows());
        object.put("mended", mended());
        object.put("rejected", rejected());
        object.put("redacted", redacted);
        object.put("tools_inferred", toolsInferred());
        object.put("estimated_tokens", tokens.total());
        object.put("estimated_tokens_largest", tokens.largest());
        object.put("rows_over_" + TokenEstimate.LONG_ROW + "_tokens", tokens.longRows());
        object.put("files", files.stream().map(DatasetFile::toObject).toList());
        object.put("sha256", sha256);
        return object;
    }
}
