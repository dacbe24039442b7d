package org.autotrainer.application.spi;

import java.util.Iterator;

/**
 * Reads files that are no text: what they hold comes out as JSON that some {@link EvaluationFormat} knows.
 *
 * <p>An implementation has a constructor without arguments, and its name stands in a file of its jar called {@code
 * META-INF/services/} and the name of this interface. It is asked only about files that are no text.
 */
public interface BinaryForm {
    /** A file, of which each byte is given once. */
    @FunctionalInterface
    interface Bytes {
        /** The next bytes: so many, or all that are left. */
        byte[] next(int most);
    }

    /**
     * Whether a file is of this form.
     *
     * @param beginning its first bytes: 512, or all of a shorter one
     */
    boolean recognises(byte[] beginning);

    /**
     * What a file of this form holds, as JSON objects in UTF-8. It is read as far as is asked for.
     *
     * <p>Where the file is damaged, the iterator throws an {@link org.autotrainer.domain.evaluation.InvalidValueException} that
     * says where; what came before counts.
     */
    Iterator<byte[]> objects(Bytes file);
}
