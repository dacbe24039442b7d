/**
 * The memories of agents as this process holds them: loaded from a checkpoint, folded up to the head of the journal, and
 * written back in batches.
 *
 * <p>Use cases ask {@link org.autotrainer.application.memory.Memories} for an agent's memory inside a snapshot or a
 * transaction of the store. A memory proves by the chain of hashes that it stands on the journal it is asked about; if
 * not, whatever the cause, it is loaded anew.
 */
package org.autotrainer.application.memory;
