package org.autotrainer.domain.journal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.autotrainer.domain.evaluation.Attempt;
import org.autotrainer.domain.evaluation.Context;
import org.autotrainer.domain.evaluation.Conversation;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.EvaluationBuilder;
import org.autotrainer.domain.evaluation.Identity;
import org.autotrainer.domain.evaluation.Mark;
import org.autotrainer.domain.evaluation.Message;
import org.autotrainer.domain.evaluation.Outcome;
import org.autotrainer.domain.evaluation.Role;
import org.autotrainer.domain.evaluation.Suggestion;
import org.autotrainer.domain.evaluation.Tool;
import org.autotrainer.domain.evaluation.ToolCall;

/**
 * The canonical bytes of an evaluation: its fields in order of their numbers, those with their default left out.
 *
 * <p>Free-form objects keep the order of their names, since a conversation is kept as it was.
 *
 * <p>A number is never given to another field; a field that is added later leaves old bytes as they are.
 */
final class EvaluationCodec {
    private static final int END = 0;
    private static final int ID = 1;
    private static final int REVISION = 2;
    private static final int RUN = 3;
    private static final int TASK = 4;
    private static final int ATTEMPT = 5;
    private static final int CRITIC = 6;
    private static final int ERROR = 7;
    private static final int SUCCESS = 8;
    private static final int SCORE = 9;
    private static final int SUGGESTIONS = 10;
    private static final int CONTEXT = 11;
    private static final int MODEL = 12;
    private static final int PARAMETERS = 13;
    private static final int MESSAGES = 14;
    private static final int TOOLS = 15;
    private static final int RECEIPT = 16;
    private static final int MARKS = 17;
    private static final int METADATA = 18;
    private static final int OCCURRED = 19;

    private static final int NANOS_PER_SECOND = 1_000_000_000;

    private EvaluationCodec() {}

    static void write(Evaluation evaluation, ByteWriter out) {
        text(ID, evaluation.id(), out);
        number(REVISION, evaluation.revision(), out);
        content(evaluation, out);
        evaluation
                .occurredAt()
                .ifPresent(at -> out.octet(OCCURRED).number(at.getEpochSecond()).number(at.getNano()));
        out.octet(END);
    }

    /** The id of an evaluation that brings none; free-form objects count in order of their names. */
    static String contentId(Evaluation evaluation) {
        ByteWriter out = ByteWriter.sorting();
        content(evaluation, out);
        return Identity.of("evaluation")
                .text(evaluation.attempt().agent())
                .bytes(out.toBytes())
                .id();
    }

    private static void content(Evaluation evaluation, ByteWriter out) {
        text(RUN, evaluation.attempt().run(), out);
        text(TASK, evaluation.attempt().taskId(), out);
        number(ATTEMPT, evaluation.attempt().number(), out);
        if (!evaluation.critic().id().isEmpty()
                || !evaluation.critic().version().isEmpty()) {
            out.octet(CRITIC)
                    .text(evaluation.critic().id())
                    .text(evaluation.critic().version());
        }
        if (!evaluation.isMeasured()) {
            out.octet(ERROR);
        }
        if (evaluation.success()) {
            out.octet(SUCCESS);
        }
        if (evaluation.score() != Evaluation.DEFAULT_SCORE) {
            out.octet(SCORE).real(evaluation.score());
        }
        if (!evaluation.suggestions().isEmpty()) {
            out.octet(SUGGESTIONS).number(evaluation.suggestions().size());
            evaluation.suggestions().forEach(s -> out.text(s.text()).texts(s.tags()));
        }
        if (!evaluation.context().isEmpty()) {
            out.octet(CONTEXT);
            context(evaluation.context(), out);
        }
        text(MODEL, evaluation.model(), out);
        object(PARAMETERS, evaluation.parameters(), out);
        conversation(evaluation.conversation(), out);
        text(RECEIPT, evaluation.receipt(), out);
        if (!evaluation.marks().isEmpty()) {
            out.octet(MARKS).number(evaluation.marks().size());
            evaluation
                    .marks()
                    .forEach(m -> out.text(m.heuristic()).text(m.opinion().word()));
        }
        object(METADATA, evaluation.metadata(), out);
    }

    private static void conversation(Conversation conversation, ByteWriter out) {
        if (!conversation.messages().isEmpty()) {
            out.octet(MESSAGES).number(conversation.messages().size());
            conversation.messages().forEach(message -> {
                out.text(message.role().word()).text(message.content());
                out.number(message.toolCalls().size());
                message.toolCalls().forEach(c -> out.text(c.id()).text(c.name()).object(c.arguments()));
                out.text(message.toolCallId()).text(message.name());
            });
        }
        if (!conversation.tools().isEmpty()) {
            out.octet(TOOLS).number(conversation.tools().size());
            conversation
                    .tools()
                    .forEach(t -> out.text(t.name()).text(t.description()).object(t.parameters()));
        }
    }

    static void context(Context context, ByteWriter out) {
        out.text(context.text()).texts(context.tags());
    }

    static Context context(ByteReader in) {
        return new Context(in.text(), in.texts());
    }

    static Evaluation read(String agent, ByteReader in) {
        String id = "";
        int revision = 0;
        String run = "";
        String task = "";
        int attempt = 0;
        int tag = in.octet();
        for (; tag >= ID && tag <= ATTEMPT; tag = after(tag, in)) {
            switch (tag) {
                case ID -> id = in.text();
                case REVISION -> revision = in.count();
                case RUN -> run = in.text();
                case TASK -> task = in.text();
                default -> attempt = in.count();
            }
        }
        EvaluationBuilder evaluation = Evaluation.of(new Attempt(agent, run, task, attempt));
        evaluation.id(id).revision(revision);
        List<Message> messages = List.of();
        List<Tool> tools = List.of();
        for (; tag != END; tag = after(tag, in)) {
            switch (tag) {
                case MESSAGES -> messages = in.list(() -> message(in));
                case TOOLS -> tools = in.list(() -> new Tool(in.text(), in.text(), in.object()));
                default -> field(tag, evaluation, in);
            }
        }
        return evaluation.conversation(new Conversation(messages, tools)).build();
    }

    /** The number of the next field: they ascend, so that no field comes twice. */
    private static int after(int tag, ByteReader in) {
        int next = in.octet();
        if (next != END && next <= tag) {
            throw new IllegalArgumentException("an evaluation has field " + next + " after field " + tag);
        }
        return next;
    }

    private static void field(int tag, EvaluationBuilder evaluation, ByteReader in) {
        switch (tag) {
            case CRITIC -> evaluation.critic(in.text(), in.text());
            case ERROR -> evaluation.outcome(Outcome.ERROR);
            case SUCCESS -> evaluation.success(true);
            case SCORE -> evaluation.score(in.real());
            case SUGGESTIONS -> evaluation.suggest(in.list(() -> new Suggestion(in.text(), in.texts())));
            case CONTEXT -> evaluation.context(context(in));
            case MODEL -> evaluation.model(in.text());
            case PARAMETERS -> evaluation.parameters(in.object());
            case RECEIPT -> evaluation.receipt(in.text());
            case MARKS -> evaluation.marks(in.list(() -> new Mark(in.text(), Mark.Opinion.of(in.text()))));
            case METADATA -> evaluation.metadata(in.object());
            case OCCURRED -> evaluation.occurredAt(instant(in.number(), in.number()));
            default ->
                throw new IllegalArgumentException(
                        "an evaluation has a field of number " + tag + ", which this version does not know: upgrade");
        }
    }

    private static Instant instant(long seconds, long nanos) {
        if (seconds < Instant.MIN.getEpochSecond()
                || seconds > Instant.MAX.getEpochSecond()
                || nanos < 0
                || nanos >= NANOS_PER_SECOND) {
            throw new IllegalArgumentException("a time in a fact is " + seconds + " s and " + nanos + " ns");
        }
        return Instant.ofEpochSecond(seconds, nanos);
    }

    private static Message message(ByteReader in) {
        Role role = Role.of(in.text());
        String content = in.text();
        List<ToolCall> calls = in.list(() -> new ToolCall(in.text(), in.text(), in.object()));
        return new Message(role, content, calls, in.text(), in.text());
    }

    private static void text(int tag, String value, ByteWriter out) {
        if (!value.isEmpty()) {
            out.octet(tag).text(value);
        }
    }

    private static void number(int tag, int value, ByteWriter out) {
        if (value != 0) {
            out.octet(tag).number(value);
        }
    }

    private static void object(int tag, Map<String, Object> value, ByteWriter out) {
        if (!value.isEmpty()) {
            out.octet(tag).object(value);
        }
    }
}
