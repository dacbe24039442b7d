package org.autotrainer.domain.dataset;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.autotrainer.domain.dataset.PersonalData.Kind;
import org.autotrainer.domain.dataset.PersonalData.Match;
import org.autotrainer.domain.evaluation.Conversation;
import org.autotrainer.domain.evaluation.Message;
import org.autotrainer.domain.evaluation.ToolCall;
import org.autotrainer.domain.training.TrainingTarget;

/**
 * Puts placeholders in the place of personal data of one row.
 *
 * <p>The same value gets the same placeholder wherever it stands in the row, such as {@code [email_1]}: what the
 * assistant repeats or passes on can still be learned. Tools are code, not people, and stay as they are.
 */
final class Redaction {
    private final boolean looks;
    private final Map<Kind, Map<String, String>> placeholders = new EnumMap<>(Kind.class);
    private final Map<Kind, Long> places = new EnumMap<>(Kind.class);

    Redaction() {
        this(true);
    }

    private Redaction(boolean looks) {
        this.looks = looks;
    }

    /** A redaction that finds nothing. */
    static Redaction none() {
        return new Redaction(false);
    }

    Conversation of(Conversation conversation) {
        return new Conversation(messages(conversation.messages()), conversation.tools());
    }

    List<Message> messages(List<Message> messages) {
        return messages.stream().map(this::message).toList();
    }

    Message message(Message message) {
        List<ToolCall> calls = message.toolCalls().stream()
                .map(call -> new ToolCall(call.id(), call.name(), object(call.arguments())))
                .toList();
        return new Message(message.role(), text(message.content()), calls, message.toolCallId(), text(message.name()));
    }

    TrainingTarget target(TrainingTarget target) {
        return new TrainingTarget(
                text(target.taskId()),
                target.outcome(),
                target.score(),
                target.suggestions().stream().map(this::text).toList());
    }

    /** How many places of each kind got a placeholder. */
    Map<Kind, Long> places() {
        return places;
    }

    /** What was found, for a report; empty when nothing was. */
    Optional<String> found() {
        if (places.isEmpty()) {
            return Optional.empty();
        }
        List<String> counts = new ArrayList<>();
        places.forEach((kind, count) -> counts.add(Linter.counted(Math.toIntExact(count), kind.noun())));
        return Optional.of(String.join(", ", counts));
    }

    String text(String text) {
        List<Match> found = looks ? PersonalData.in(text) : List.of();
        if (found.isEmpty()) {
            return text;
        }
        StringBuilder redacted = new StringBuilder(text.length());
        int copied = 0;
        for (Match match : found) {
            redacted.append(text, copied, match.start()).append(placeholder(match));
            copied = match.end();
        }
        return redacted.append(text, copied, text.length()).toString();
    }

    private String placeholder(Match match) {
        places.merge(match.kind(), 1L, Long::sum);
        Map<String, String> known = placeholders.computeIfAbsent(match.kind(), kind -> new LinkedHashMap<>());
        String word = match.kind().name().toLowerCase(Locale.ROOT);
        return known.computeIfAbsent(match.value(), value -> "[" + word + "_" + (known.size() + 1) + "]");
    }

    private Map<String, Object> object(Map<?, ?> object) {
        Map<String, Object> redacted = new LinkedHashMap<>();
        object.forEach((key, value) -> redacted.put((String) key, value(value)));
        return redacted;
    }

    private Object value(Object value) {
        if (value instanceof String text) {
            return text(text);
        }
        if (value instanceof Map<?, ?> object) {
            return object(object);
        }
        if (value instanceof List<?> list) {
            List<Object> redacted = new ArrayList<>();
            list.forEach(each -> redacted.add(value(each)));
            return redacted;
        }
        if (value instanceof Long || value instanceof Integer) {
            String digits = value.toString();
            String redacted = text(digits);
            return redacted.equals(digits) ? value : redacted;
        }
        return value;
    }
}
