package org.autotrainer.domain.dataset.format;

import java.util.List;
import org.autotrainer.domain.dataset.Example;
import org.autotrainer.domain.evaluation.Message;
import org.autotrainer.domain.evaluation.Role;

/**
 * A conversation in two: what the assistant was asked, up to the user's last message, and all that it did then.
 *
 * <p>A prompt that ends with a user is accepted by every trainer; the tools that the assistant calls for its answer are
 * in the completion.
 */
record Cut(List<Message> prompt, List<Message> completion) {
    static Cut of(Example example) {
        List<Message> messages = example.conversation().messages();
        int at = messages.size();
        while (messages.get(at - 1).role() != Role.USER) {
            at--;
        }
        return new Cut(messages.subList(0, at), messages.subList(at, messages.size()));
    }

    /** The last words of the assistant. */
    String answer() {
        return completion.get(completion.size() - 1).content();
    }
}
