package org.autotrainer.adapters.cli.reading;

import java.io.IOException;
import java.util.Map;
import org.autotrainer.domain.evaluation.InvalidValueException;

/** The records of one file, one after the other, whatever the file is made of. Not thread-safe. */
interface Records extends AutoCloseable {
    /** Goes to the next record, good or bad; false when there is none. */
    boolean next() throws IOException;

    /** The line of the file on which the record begins, from 1. */
    long line();

    /** What tells the record where lines do not: a pointer, or the name of an entry; else empty. */
    default String place() {
        return "";
    }

    /** About how many bytes the record has. */
    int length();

    /**
     * The record in plain Java types.
     *
     * @throws InvalidValueException if it cannot be read; the next one may be good
     */
    Map<String, Object> record();

    /** What the file tells of all its records; known from the first record on. */
    default Map<String, Object> head() {
        return Map.of();
    }

    /** How many bytes of the file were read beside those that came through its window. */
    default long read() {
        return 0;
    }

    @Override
    default void close() throws IOException {}
}
