package org.autotrainer.domain.dataset;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.autotrainer.domain.evaluation.Conversation;
import org.autotrainer.domain.evaluation.Message;
import org.autotrainer.domain.evaluation.Role;
import org.autotrainer.domain.evaluation.Tool;
import org.autotrainer.domain.evaluation.ToolCall;

/**
 * Makes a preference pair of two attempts at one task, one that succeeded and one that failed.
 *
 * <p>They are compared message by message; the first place where they differ must be a turn of the assistant, so that
 * both turns answer the same prompt. A pair takes that one turn of each and nothing after it: what follows depends on
 * it, and cannot be compared. The ids of tool calls count for nothing in the comparison.
 */
public final class Pairing {
    private Pairing() {}

    /** Pairs the attempt that succeeded with the one that failed, or says why they cannot be paired. */
    public static Checked<Pair> pair(Conversation succeeded, Conversation failed) {
        return pair(succeeded, failed, Set.of());
    }

    /**
     * Pairs two attempts.
     *
     * @param alike names of tools that the prompt gets beside those that are called, where the source names none
     */
    static Checked<Pair> pair(Conversation succeeded, Conversation failed, Set<String> alike) {
        List<Finding> mends = new ArrayList<>();
        List<Message> good = Linter.withoutEmptyTurns(succeeded.messages(), mends);
        List<Message> bad = Linter.withoutEmptyTurns(failed.messages(), mends);
        int at = 0;
        while (at < good.size() && at < bad.size() && same(good.get(at), bad.get(at))) {
            at++;
        }
        if (at == good.size() || at == bad.size()) {
            return Checked.rejected("no_difference", "one says the same as the other as far as it goes");
        }
        Message chosen = good.get(at);
        Message rejected = bad.get(at);
        if (chosen.role() != Role.ASSISTANT || rejected.role() != Role.ASSISTANT) {
            return new Checked.Rejected<>(parting(good.subList(0, at), chosen.role(), rejected.role()));
        }
        if (!succeeded.tools().equals(failed.tools())) {
            return Checked.rejected("tools_differ", "the tools differ: there is no common prompt");
        }
        if (chosen.content().strip().equals(rejected.content().strip()) && sameCalls(chosen, rejected)) {
            return Checked.rejected("same_turn", "the turns differ in white space only");
        }
        List<Message> prompt = good.subList(0, at);
        List<Tool> tools = succeeded.tools();
        if (tools.isEmpty()) {
            Set<String> called = CalledTools.in(followed(followed(prompt, chosen), rejected));
            tools = Toolbox.inferredFrom(called, alike);
            if (!tools.isEmpty()) {
                mends.add(Toolbox.inferred(tools));
            }
        }
        return pair(prompt, chosen, rejected, tools, mends);
    }

    private static Checked<Pair> pair(
            List<Message> prompt, Message chosen, Message rejected, List<Tool> tools, List<Finding> mends) {
        Checked<Example> good = Linter.lintTurn(followed(prompt, chosen), tools);
        Checked<Example> bad = Linter.lintTurn(followed(prompt, rejected), tools);
        if (good instanceof Checked.Rejected<Example> no) {
            return new Checked.Rejected<>(no.reason());
        }
        if (bad instanceof Checked.Rejected<Example> no) {
            return new Checked.Rejected<>(no.reason());
        }
        if (good instanceof Checked.Accepted<Example> first && bad instanceof Checked.Accepted<Example> second) {
            return joined(first.value(), second.value(), mends);
        }
        throw new AssertionError(good);
    }

    private static Checked<Pair> joined(Example good, Example bad, List<Finding> mends) {
        List<Message> messages = good.conversation().messages();
        int last = messages.size() - 1;
        Role before = messages.get(last - 1).role();
        if (before != Role.USER && before != Role.TOOL) {
            return Checked.rejected(
                    "no_prompt", "the turns follow a message of role " + before.word() + ", not of a user or a tool");
        }
        Set<Finding> all = new LinkedHashSet<>(mends);
        all.addAll(good.mends());
        all.addAll(bad.mends());
        return new Checked.Accepted<>(new Pair(
                messages.subList(0, last),
                messages.get(last),
                bad.conversation().messages().get(last),
                good.conversation().tools(),
                new ArrayList<>(all)));
    }

    private static Finding parting(List<Message> common, Role good, Role bad) {
        int number = common.size() + 1;
        if (good != bad) {
            return new Finding(
                    "roles_differ",
                    "message " + number + " is of role " + good.word() + " in one and " + bad.word() + " in the other");
        }
        if (good == Role.SYSTEM) {
            return new Finding("system_differs", "the system messages differ: there is no common prompt");
        }
        if (good == Role.TOOL) {
            return new Finding(
                    "tool_differs", "a tool answers differently (message " + number + ") before a turn differs");
        }
        if (common.stream().noneMatch(message -> message.role() == Role.USER)) {
            return new Finding("first_user_differs", "the first user messages differ: there is no common prompt");
        }
        return new Finding(
                "user_differs", "the user goes on differently (message " + number + ") before a turn differs");
    }

    private static boolean same(Message one, Message other) {
        return one.role() == other.role()
                && one.content().equals(other.content())
                && one.name().equals(other.name())
                && sameCalls(one, other);
    }

    private static boolean sameCalls(Message one, Message other) {
        return withoutIds(one).equals(withoutIds(other));
    }

    private static List<ToolCall> withoutIds(Message message) {
        return message.toolCalls().stream()
                .map(call -> new ToolCall("", call.name(), call.arguments()))
                .toList();
    }

    private static List<Message> followed(List<Message> messages, Message next) {
        List<Message> all = new ArrayList<>(messages);
        all.add(next);
        return all;
    }
}
