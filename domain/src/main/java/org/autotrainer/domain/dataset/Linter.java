package org.autotrainer.domain.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.autotrainer.domain.evaluation.Conversation;
import org.autotrainer.domain.evaluation.Message;
import org.autotrainer.domain.evaluation.Role;
import org.autotrainer.domain.evaluation.Tool;
import org.autotrainer.domain.evaluation.ToolCall;

/**
 * Makes an example of a conversation: mends what can be mended without changing what was said, and rejects the rest.
 *
 * <p>What trainers demand is much the same everywhere, so it is checked here once and for all formats. No transcript
 * makes it throw.
 */
public final class Linter {
    /**
     * The name under which a call carries arguments that were not a JSON object, as a text.
     *
     * <p>Such a call is kept in the transcript, but nothing can be learned from it.
     */
    public static final String UNREAD_ARGUMENTS = "_raw";

    private Linter() {}

    /** Makes an example of a whole conversation; what follows the last words of the assistant is cut off. */
    public static Checked<Example> lint(Conversation conversation) {
        return lint(conversation, CalledTools.in(conversation.messages()));
    }

    /**
     * Makes an example of a whole conversation.
     *
     * @param alike names of tools that it gets beside those that it calls, where its source names none
     */
    static Checked<Example> lint(Conversation conversation, Set<String> alike) {
        List<Finding> mends = new ArrayList<>();
        List<Message> said = withoutEmptyTurns(conversation.messages(), mends);
        if (said.isEmpty()) {
            return Checked.rejected("no_conversation", "it has no conversation");
        }
        int end = said.size();
        while (end > 0 && !isWord(said.get(end - 1))) {
            end--;
        }
        if (end == 0) {
            return Checked.rejected("no_answer", "the assistant says nothing in it, or only calls tools");
        }
        if (end < said.size()) {
            mends.add(new Finding(
                    "tail_cut", counted(said.size() - end, "message") + " cut after the assistant's last words"));
        }
        List<Message> kept = said.subList(0, end);
        List<Tool> tools = conversation.tools();
        if (tools.isEmpty()) {
            tools = Toolbox.inferredFrom(CalledTools.in(kept), alike);
            if (!tools.isEmpty()) {
                mends.add(Toolbox.inferred(tools));
            }
        }
        return mend(kept, tools, mends);
    }

    /** Checks a conversation that ends with a turn of the assistant; only the calls of that turn are unanswered. */
    static Checked<Example> lintTurn(List<Message> said, List<Tool> tools) {
        return mend(said, tools, new ArrayList<>());
    }

    /** Leaves out turns in which the assistant neither says anything nor calls a tool. */
    static List<Message> withoutEmptyTurns(List<Message> messages, List<Finding> mends) {
        List<Message> said = messages.stream()
                .filter(message -> message.role() != Role.ASSISTANT
                        || !message.content().isBlank()
                        || !message.toolCalls().isEmpty())
                .toList();
        int empty = messages.size() - said.size();
        if (empty > 0) {
            mends.add(new Finding(
                    "empty_turn", counted(empty, "turn") + " left out in which the assistant says and does nothing"));
        }
        return said;
    }

    private static Checked<Example> mend(List<Message> said, List<Tool> tools, List<Finding> mends) {
        if (said.stream()
                .noneMatch(message ->
                        message.role() == Role.USER && !message.content().isBlank())) {
            return Checked.rejected("no_user", "no user says anything in it");
        }
        if (isSystemLate(said)) {
            return Checked.rejected("late_system", "a system message stands after others have spoken");
        }
        ToolExchanges exchanges = new ToolExchanges();
        for (Message message : said) {
            Optional<Finding> wrong = unread(message).or(() -> exchanges.take(message));
            if (wrong.isPresent()) {
                return new Checked.Rejected<>(wrong.get());
            }
        }
        mends.addAll(exchanges.mends());
        return Toolbox.fit(exchanges.messages(), tools, mends);
    }

    private static boolean isSystemLate(List<Message> said) {
        boolean begun = false;
        for (Message message : said) {
            if (begun && message.role() == Role.SYSTEM) {
                return true;
            }
            begun |= message.role() != Role.SYSTEM;
        }
        return false;
    }

    private static boolean isWord(Message message) {
        return message.role() == Role.ASSISTANT && message.toolCalls().isEmpty();
    }

    private static Optional<Finding> unread(Message message) {
        for (ToolCall call : message.toolCalls()) {
            if (call.arguments().size() == 1 && call.arguments().containsKey(UNREAD_ARGUMENTS)) {
                return Optional.of(new Finding(
                        "unread_arguments",
                        "the assistant calls " + call.name() + " with arguments that are not a JSON object"));
            }
        }
        return Optional.empty();
    }

    static String counted(int count, String noun) {
        return count == 1 ? "1 " + noun : count + " " + noun + "s";
    }
}
