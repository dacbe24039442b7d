package org.autotrainer.domain.dataset.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.autotrainer.domain.dataset.Finding;
import org.autotrainer.domain.dataset.JsonLine;
import org.autotrainer.domain.evaluation.Message;
import org.autotrainer.domain.evaluation.Role;
import org.autotrainer.domain.evaluation.Tool;
import org.autotrainer.domain.evaluation.ToolCall;

/**
 * Texts as Bedrock takes them: exchanges with tools are told in words, and reserved words are taken apart.
 *
 * <p>Keeps what it changed; made for one row.
 */
final class BedrockText {
    static final String SCHEMA = "bedrock-conversation-2024";

    /** A text that holds one of these fails the job. */
    private static final Map<String, String> RESERVED = reserved();

    private boolean parted;
    private boolean told;

    private static Map<String, String> reserved() {
        Map<String, String> reserved = new LinkedHashMap<>();
        for (String speaker : List.of("User", "Bot", "Assistant", "System")) {
            reserved.put(speaker + ":", speaker + " :");
        }
        reserved.put("<image>", "< image>");
        reserved.put("<video>", "< video>");
        reserved.put("[EOS]", "[ EOS]");
        return reserved;
    }

    /** What was changed. */
    List<Finding> mends(Turns turns) {
        List<Finding> mends = new ArrayList<>(turns.mends());
        if (told) {
            mends.add(new Finding("tools_as_text", "calls of tools and their answers are told in words"));
        }
        if (parted) {
            mends.add(new Finding("reserved_words", "words that the service reserves were taken apart"));
        }
        return mends;
    }

    /** The head of a row: the version, and what the system says. */
    Map<String, Object> head(Turns turns, List<Tool> tools) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("schemaVersion", SCHEMA);
        String system = turns.instructions() + (tools.isEmpty() ? "" : "\n\n" + tools(tools));
        if (!system.isBlank()) {
            row.put("system", List.of(text(system.strip())));
        }
        return row;
    }

    private String tools(List<Tool> tools) {
        told = true;
        StringBuilder text = new StringBuilder("Tools that can be called:");
        tools.forEach(tool -> text.append('\n').append(JsonLine.of(Functions.whole(tool))));
        return text.toString();
    }

    List<Object> messages(List<Turns.Turn> turns) {
        List<Object> messages = new ArrayList<>();
        for (Turns.Turn turn : turns) {
            messages.add(message(turn.assistant(), turn.messages()));
        }
        return messages;
    }

    private Map<String, Object> message(boolean assistant, List<Message> said) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("role", assistant ? "assistant" : "user");
        message.put("content", content(said));
        return message;
    }

    List<Object> content(List<Message> said) {
        List<String> texts = new ArrayList<>();
        said.forEach(message -> tell(message, texts));
        return List.of(text(String.join("\n\n", texts)));
    }

    private void tell(Message message, List<String> texts) {
        if (message.role() == Role.TOOL) {
            told = true;
            texts.add("Answer of " + message.name() + ": " + message.content());
            return;
        }
        if (!message.content().isBlank()) {
            texts.add(message.content());
        }
        for (ToolCall call : message.toolCalls()) {
            told = true;
            texts.add("Call of " + call.name() + ": " + JsonLine.of(call.arguments()));
        }
    }

    private Object text(String text) {
        String apart = text;
        for (Map.Entry<String, String> word : RESERVED.entrySet()) {
            apart = apart.replace(word.getKey(), word.getValue());
        }
        parted |= !apart.equals(text);
        return Map.of("text", apart);
    }
}
