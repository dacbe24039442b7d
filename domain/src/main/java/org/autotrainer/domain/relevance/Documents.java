package org.autotrainer.domain.relevance;

/**
 * The terms of documents as numbers, so that thousands can be looked at: each the hash code of a term above its count, ascending.
 *
 * <p>Nobody changes what is answered.
 */
public interface Documents {
    /** The terms of a document's text. */
    long[] text(int document);

    /** The terms of the tasks that a document was suggested for. */
    long[] contexts(int document);
}
