package org.autotrainer.domain.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.autotrainer.domain.dataset.check.RowCheck;
import org.autotrainer.domain.evaluation.Attempt;
import org.autotrainer.domain.evaluation.Conversation;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.Message;
import org.autotrainer.domain.evaluation.Role;
import org.autotrainer.domain.evaluation.Tool;
import org.autotrainer.domain.evaluation.ToolCall;
import org.junit.jupiter.api.Test;

class RandomConversationsTest {
    private static final List<String> IDS = List.of("", "a", "b", "a_2", "call_1");
    private static final List<String> NAMES = List.of("find", "pay.now", "pay_now", "é");
    private static final List<String> WORDS = List.of("", " ", "Hi", "Hi ", "😀 \u2028 \"q\"");

    @Test
    void no_conversation_throws_and_every_row_that_is_written_is_sound() {
        Random random = new Random(42);
        Map<String, Integer> rows = new TreeMap<>();
        for (int round = 0; round < 3_000; round++) {
            List<Evaluation> evaluations = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                evaluations.add(Evaluation.of(new Attempt("a", "", "t" + random.nextInt(2), i))
                        .success(random.nextBoolean())
                        .score(random.nextInt(11) / 10.0)
                        .conversation(conversation(random))
                        .build());
            }
            for (Map.Entry<String, DatasetFormat.Rows> format : Formats.all().entrySet()) {
                List<String> lines = new ArrayList<>();
                List<DatasetNote> notes = new ArrayList<>();
                DatasetReport report = DatasetExport.write(
                        format.getValue(), TaskChoice.ALL, Recorded.of(evaluations), lines::add, notes::add);
                for (String line : lines) {
                    assertThat(RowCheck.problems(format.getKey(), line))
                            .as(line)
                            .isEmpty();
                    rows.merge(format.getKey(), 1, Integer::sum);
                }
                assertThat(report.rows()).isEqualTo(lines.size());
                assertThat(report.candidates()).isEqualTo(notes.size());
                assertThat(report.rejected().values().stream().mapToLong(n -> n).sum())
                        .isEqualTo(notes.size() - lines.size());
            }
        }
        assertThat(rows)
                .allSatisfy((format, count) -> assertThat(count).as(format).isGreaterThan(50));
        assertThat(rows).hasSameSizeAs(Formats.all().keySet());
    }

    @Test
    void a_sound_example_needs_no_second_mend() {
        Random random = new Random(43);
        int accepted = 0;
        for (int round = 0; round < 20_000; round++) {
            if (Linter.lint(conversation(random)) instanceof Checked.Accepted<Example> first) {
                accepted++;
                Checked<Example> second = Linter.lint(first.value().conversation());
                assertThat(second)
                        .isEqualTo(
                                new Checked.Accepted<>(new Example(first.value().conversation(), List.of())));
            }
        }
        assertThat(accepted).isGreaterThan(1_000);
    }

    private static Conversation conversation(Random random) {
        List<Message> messages = new ArrayList<>();
        if (random.nextInt(3) == 0) {
            messages.add(Message.of(Role.SYSTEM, "S"));
        }
        messages.add(Message.of(Role.USER, "U"));
        List<String> open = new ArrayList<>();
        for (int i = random.nextInt(7); i >= 0; i--) {
            if (!open.isEmpty() && random.nextInt(8) > 0) {
                messages.add(new Message(Role.TOOL, pick(WORDS, random), List.of(), open.remove(0), ""));
            } else if (random.nextInt(3) == 0) {
                messages.add(Message.of(random.nextInt(6) > 0 ? Role.USER : Role.TOOL, pick(WORDS, random)));
            } else if (random.nextInt(3) == 0) {
                List<ToolCall> calls = new ArrayList<>();
                for (int call = random.nextInt(2); call >= 0; call--) {
                    String id = pick(IDS, random);
                    open.add(id);
                    calls.add(new ToolCall(id, pick(NAMES, random), Map.of("n", random.nextInt(3) / 2.0)));
                }
                messages.add(new Message(Role.ASSISTANT, pick(WORDS, random), calls, "", ""));
            } else {
                messages.add(Message.of(Role.ASSISTANT, pick(WORDS, random)));
            }
        }
        List<Tool> tools = random.nextInt(4) == 0
                ? List.of(new Tool("find", "", Map.of()), new Tool("pay.now", "Pays.", Map.of("type", "object")))
                : List.of();
        return new Conversation(messages, tools);
    }

    private static String pick(List<String> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
