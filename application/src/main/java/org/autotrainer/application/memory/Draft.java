package org.autotrainer.application.memory;

import org.autotrainer.domain.journal.EncodedFact;
import org.autotrainer.domain.journal.Fact;
import org.autotrainer.domain.memory.Prepared;

/**
 * A fact with all that can be worked out before it has a place in a journal, so that transactions are short.
 *
 * @param encoded its bytes
 * @param prepared what it teaches
 */
record Draft(EncodedFact encoded, Prepared prepared) {
    /** Works out a fact of the given agent. */
    static Draft of(String agent, Fact fact) {
        EncodedFact encoded = EncodedFact.of(fact);
        return new Draft(encoded, Prepared.of(agent, encoded));
    }
}
