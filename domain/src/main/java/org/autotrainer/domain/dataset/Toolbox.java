package org.autotrainer.domain.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.autotrainer.domain.evaluation.Conversation;
import org.autotrainer.domain.evaluation.Message;
import org.autotrainer.domain.evaluation.Tool;
import org.autotrainer.domain.evaluation.ToolCall;

/** Fits the tools of an example to its calls: every tool that is called is there, under a name that trainers take. */
final class Toolbox {
    /** More tools than this are refused by trainers. */
    static final int MOST_TOOLS = 128;
    /** Longer names of tools are refused by trainers. */
    static final int LONGEST_NAME = 64;

    private static final Map<String, Object> OPEN_PARAMETERS = Map.of("type", "object");

    private Toolbox() {}

    /**
     * Tools by the names in calls, each with open parameters, sorted by name.
     *
     * @param called the names that must be there
     * @param alike names that were called elsewhere; left out where they would not fit
     */
    static List<Tool> inferredFrom(Set<String> called, Set<String> alike) {
        Map<String, String> names = new LinkedHashMap<>();
        called.forEach(name -> names.put(name, legal(name)));
        for (String name : alike) {
            if (!names.containsValue(legal(name))) {
                names.putIfAbsent(name, legal(name));
            }
        }
        return (names.size() > MOST_TOOLS ? called : names.keySet())
                .stream()
                        .sorted()
                        .map(name -> new Tool(name, "", OPEN_PARAMETERS))
                        .toList();
    }

    /** Says that tools were inferred. */
    static Finding inferred(List<Tool> tools) {
        return new Finding(
                "tools_inferred",
                "the source names no tools: "
                        + String.join(", ", tools.stream().map(Tool::name).toList())
                        + " inferred from calls, with open parameters");
    }

    /** Makes the example, or says why the tools and the calls do not fit. */
    static Checked<Example> fit(List<Message> messages, List<Tool> given, List<Finding> mends) {
        List<Tool> tools = once(given, mends);
        if (tools.size() > MOST_TOOLS) {
            return Checked.rejected(
                    "too_many_tools", "it has " + tools.size() + " tools; trainers take up to " + MOST_TOOLS);
        }
        Map<String, String> names = new LinkedHashMap<>();
        tools.forEach(tool -> names.put(tool.name(), legal(tool.name())));
        for (String name : CalledTools.in(messages)) {
            if (!names.containsKey(name)) {
                return Checked.rejected(
                        "unknown_tool", "the assistant calls " + name + ", which is not among its tools");
            }
        }
        if (new LinkedHashSet<>(names.values()).size() < names.size()) {
            return Checked.rejected("tool_names_clash", "two of its tools have the same name to trainers");
        }
        names.forEach((name, legal) -> {
            if (!name.equals(legal)) {
                mends.add(new Finding("tool_renamed", "the tool " + name + " was renamed to " + legal));
            }
        });
        return new Checked.Accepted<>(new Example(
                new Conversation(
                        messages.stream()
                                .map(message -> renamed(message, names))
                                .toList(),
                        tools.stream().map(tool -> renamed(tool, names)).toList()),
                mends));
    }

    private static List<Tool> once(List<Tool> given, List<Finding> mends) {
        Map<String, Tool> first = new LinkedHashMap<>();
        given.forEach(tool -> first.putIfAbsent(tool.name(), tool));
        if (first.size() < given.size()) {
            mends.add(new Finding(
                    "tool_repeated",
                    Linter.counted(given.size() - first.size(), "tool") + " of a name that stands before left out"));
        }
        return new ArrayList<>(first.values());
    }

    /** Trainers take letters, digits, {@code _} and {@code -}; every other character becomes {@code _}. */
    private static String legal(String name) {
        StringBuilder legal = new StringBuilder();
        name.codePoints().limit(LONGEST_NAME).forEach(point -> legal.appendCodePoint(isLegal(point) ? point : '_'));
        return legal.toString();
    }

    private static boolean isLegal(int point) {
        return point < 0x80 && (Character.isLetterOrDigit(point) || point == '_' || point == '-');
    }

    private static Tool renamed(Tool tool, Map<String, String> names) {
        return new Tool(names.getOrDefault(tool.name(), tool.name()), tool.description(), tool.parameters());
    }

    private static Message renamed(Message message, Map<String, String> names) {
        List<ToolCall> calls = message.toolCalls().stream()
                .map(call -> new ToolCall(call.id(), names.getOrDefault(call.name(), call.name()), call.arguments()))
                .toList();
        String name = names.getOrDefault(message.name(), message.name());
        return new Message(message.role(), message.content(), calls, message.toolCallId(), name);
    }
}
