package org.autotrainer.domain.dataset;

import java.util.List;
import java.util.Map;
import org.autotrainer.domain.evaluation.Conversation;
import org.autotrainer.domain.evaluation.Message;
import org.autotrainer.domain.evaluation.Role;
import org.autotrainer.domain.evaluation.Tool;
import org.autotrainer.domain.evaluation.ToolCall;

/** Conversations in few words. */
final class Talk {
    static final Tool CANCEL = new Tool("cancel", "Cancels a booking.", Map.of("type", "object"));

    private Talk() {}

    static Conversation talk(Message... messages) {
        return new Conversation(List.of(messages), List.of());
    }

    static Message system(String content) {
        return Message.of(Role.SYSTEM, content);
    }

    static Message user(String content) {
        return Message.of(Role.USER, content);
    }

    static Message agent(String content) {
        return Message.of(Role.ASSISTANT, content);
    }

    static Message calls(ToolCall... calls) {
        return new Message(Role.ASSISTANT, "", List.of(calls), "", "");
    }

    static ToolCall call(String id, String name) {
        return new ToolCall(id, name, Map.of("code", "EHGLP3"));
    }

    static Message answer(String id, String content) {
        return new Message(Role.TOOL, content, List.of(), id, "");
    }
}
