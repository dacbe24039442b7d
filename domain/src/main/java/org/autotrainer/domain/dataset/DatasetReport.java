package org.autotrainer.domain.dataset;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;

/**
 * What became of a data set: what was read, written, mended and left out, and why.
 *
 * @param format name of the format
 * @param evaluations how many evaluations were read
 * @param errors how many of them could not be judged by their critic, and were left out
 * @param attempts how the attempts ended
 * @param candidates how many rows there could have been
 * @param rows how many were written
 * @param mended how many written rows were mended, by the code of the mend
 * @param rejected how many candidates were left out, by the code of the reason
 * @param tokens estimates of the written rows
 * @param sha256 of the file with a line feed after each row, in hexadecimal digits
 */
public record DatasetReport(
        String format,
        long evaluations,
        long errors,
        Attempts attempts,
        long candidates,
        long rows,
        SortedMap<String, Long> mended,
        SortedMap<String, Long> rejected,
        Tokens tokens,
        String sha256) {
    /**
     * How the attempts at tasks ended that at least one critic could judge.
     *
     * @param judged all of them
     * @param succeeded all critics say that it succeeded
     * @param failed all critics say that it failed
     * @param disputed the critics disagree: neither an example nor part of a pair
     * @param excluded of a task that a person dismissed
     * @param withoutConversation of a task that was not dismissed, but nothing is known of what was said
     */
    public record Attempts(
            long judged, long succeeded, long failed, long disputed, long excluded, long withoutConversation) {}

    /**
     * Estimated tokens of the written rows; see {@link TokenEstimate}.
     *
     * @param total of all rows
     * @param largest of the longest row
     * @param longRows how many rows have more than {@link TokenEstimate#LONG_ROW}
     */
    public record Tokens(long total, long largest, long longRows) {}

    /** How many rows got tools that were inferred from their calls. */
    public long toolsInferred() {
        return mended.getOrDefault("tools_inferred", 0L);
    }

    /** The report as the object that is written beside the data set. */
    public Map<String, Object> toObject() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("format", format);
        object.put("evaluations", evaluations);
        object.put("errors", errors);
        object.put("attempts", attempts.judged());
        object.put("succeeded", attempts.succeeded());
        object.put("failed", attempts.failed());
        object.put("disputed", attempts.disputed());
        object.put("excluded", attempts.excluded());
        object.put("without_conversation", attempts.withoutConversation());
        object.put("candidates", candidates);
        object.put("rows", rows);
        object.put("mended", mended);
        object.put("rejected", rejected);
        object.put("tools_inferred", toolsInferred());
        object.put("estimated_tokens", tokens.total());
        object.put("estimated_tokens_largest", tokens.largest());
        object.put("rows_over_" + TokenEstimate.LONG_ROW + "_tokens", tokens.longRows());
        object.put("sha256", sha256);
        return object;
    }
}
