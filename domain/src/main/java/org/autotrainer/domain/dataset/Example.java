package org.autotrainer.domain.dataset;

import java.util.List;
import org.autotrainer.domain.evaluation.Conversation;

/**
 * A conversation that can be trained on.
 *
 * <p>It ends with words of the assistant, every tool call is answered once before anybody else speaks, the ids of the
 * calls differ, and every tool that is called is among the tools.
 *
 * @param conversation as it is to be learned
 * @param mends what was changed to make it so; empty when it was sound
 */
public record Example(Conversation conversation, List<Finding> mends) {
    /** Keeps a copy of the list. */
    public Example {
        mends = List.copyOf(mends);
    }
}
