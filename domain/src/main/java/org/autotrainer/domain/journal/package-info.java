/**
 * The facts that a journal is made of, and their one canonical encoding.
 *
 * <p>A fact is what happened, never what follows from it: what was learned is folded from the facts. Stores keep the
 * bytes that {@link org.autotrainer.domain.journal.FactCodec} writes and never look into them; a chain of hashes over
 * the facts of an agent shows whether any was changed.
 */
package org.autotrainer.domain.journal;
