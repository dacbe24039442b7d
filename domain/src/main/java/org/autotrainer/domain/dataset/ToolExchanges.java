package org.autotrainer.domain.dataset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.autotrainer.domain.evaluation.Message;
import org.autotrainer.domain.evaluation.Role;
import org.autotrainer.domain.evaluation.ToolCall;

/**
 * Follows the tool calls of a conversation: each is answered once before anybody else speaks, under an id of its own.
 *
 * <p>Ids that occur again are renumbered and missing ones are made, call and answer together.
 */
final class ToolExchanges {
    /** Longer ids are not taken as the beginning of a new one. */
    private static final int LONGEST_STEM = 100;

    private record Pending(String given, String id, String name) {}

    private final List<Message> messages = new ArrayList<>();
    private final List<Pending> open = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> renumbered = new LinkedHashSet<>();
    private final Set<String> made = new LinkedHashSet<>();

    /** Takes the next message, or says what is wrong with it. */
    Optional<Finding> take(Message message) {
        if (message.role() == Role.TOOL) {
            return answer(message);
        }
        if (!open.isEmpty()) {
            return Optional.of(new Finding(
                    "unanswered_call",
                    "the call of " + open.get(0).name() + " is not answered before the next message ("
                            + message.role().word() + ")"));
        }
        messages.add(message.toolCalls().isEmpty() ? message : calling(message));
        return Optional.empty();
    }

    /** The messages taken so far, with the new ids. */
    List<Message> messages() {
        return messages;
    }

    /** Which ids were changed. */
    List<Finding> mends() {
        List<Finding> mends = new ArrayList<>();
        if (!renumbered.isEmpty()) {
            mends.add(new Finding(
                    "ids_renumbered",
                    Linter.counted(renumbered.size(), "tool call") + " had the id of an earlier call and got "
                            + String.join(", ", renumbered)));
        }
        if (!made.isEmpty()) {
            mends.add(new Finding(
                    "ids_made",
                    Linter.counted(made.size(), "tool call") + " had no id and got " + String.join(", ", made)));
        }
        return mends;
    }

    private Message calling(Message message) {
        List<ToolCall> calls = new ArrayList<>();
        for (ToolCall call : message.toolCalls()) {
            String id = freshId(call.id());
            open.add(new Pending(call.id(), id, call.name()));
            calls.add(new ToolCall(id, call.name(), call.arguments()));
        }
        return new Message(message.role(), message.content(), calls, "", message.name());
    }

    private Optional<Finding> answer(Message message) {
        for (Pending call : open) {
            if (answers(message, call)) {
                open.remove(call);
                String name = message.name().isEmpty() ? call.name() : message.name();
                messages.add(new Message(Role.TOOL, message.content(), List.of(), call.id(), name));
                return Optional.empty();
            }
        }
        return Optional.of(new Finding("orphan_answer", "a tool answers a call that is not open"));
    }

    /** An answer without an id belongs to the first open call, or to the first of its name if it has one. */
    private static boolean answers(Message message, Pending call) {
        if (!message.toolCallId().isEmpty()) {
            return message.toolCallId().equals(call.given());
        }
        return message.name().isEmpty() || message.name().equals(call.name());
    }

    private String freshId(String given) {
        if (!given.isEmpty() && ids.add(given)) {
            return given;
        }
        String stem = given.isEmpty() || given.length() > LONGEST_STEM ? "call" : given;
        int number = given.isEmpty() ? made.size() + 1 : 2;
        while (!ids.add(stem + "_" + number)) {
            number++;
        }
        String id = stem + "_" + number;
        (given.isEmpty() ? made : renumbered).add(id);
        return id;
    }
}
