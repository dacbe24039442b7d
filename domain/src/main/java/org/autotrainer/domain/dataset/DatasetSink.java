package org.autotrainer.domain.dataset;

/** Takes a data set while it is written. */
public interface DatasetSink {
    /**
     * Takes a row.
     *
     * @param file the name of the file that it belongs to, such as {@code train.jsonl}; rows of a file come one after
     *     another
     * @param line the row without its line feed
     */
    void row(String file, String line);

    /** Takes what became of a candidate, in the order in which they are looked at. */
    void note(DatasetNote note);
}
