package org.autotrainer.domain.dataset;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.autotrainer.domain.evaluation.Conversation;
import org.autotrainer.domain.evaluation.Identity;
import org.autotrainer.domain.evaluation.Message;
import org.autotrainer.domain.evaluation.Role;
import org.autotrainer.domain.evaluation.ToolCall;

/**
 * The names of the tools that were called in all conversations with the same system messages.
 *
 * <p>Where a source names no tools, an example gets these, and not only those that it calls itself: a list of just the
 * right tools would give the answer away. Only names are kept, and only of conversations without tools.
 */
final class CalledTools {
    private final Map<Long, Set<String>> names = new HashMap<>();

    void add(Conversation conversation) {
        Set<String> called = in(conversation.messages());
        if (conversation.tools().isEmpty() && !called.isEmpty()) {
            names.computeIfAbsent(instructions(conversation), key -> new TreeSet<>())
                    .addAll(called);
        }
    }

    /** The names under the system messages of a conversation, sorted; empty when there are none. */
    Set<String> alike(Conversation conversation) {
        return names.getOrDefault(instructions(conversation), Set.of());
    }

    /** The names of the tools that are called in messages, in the order of the first calls. */
    static Set<String> in(List<Message> messages) {
        Set<String> called = new LinkedHashSet<>();
        for (Message message : messages) {
            message.toolCalls().stream().map(ToolCall::name).forEach(called::add);
        }
        return called;
    }

    private static long instructions(Conversation conversation) {
        Identity identity = Identity.of("instructions");
        conversation.messages().stream()
                .filter(message -> message.role() == Role.SYSTEM)
                .forEach(message -> identity.text(message.content()));
        return identity.hash();
    }
}
