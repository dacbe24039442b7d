package org.autotrainer.domain.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.autotrainer.domain.dataset.Talk.agent;
import static org.autotrainer.domain.dataset.Talk.answer;
import static org.autotrainer.domain.dataset.Talk.call;
import static org.autotrainer.domain.dataset.Talk.calls;
import static org.autotrainer.domain.dataset.Talk.system;
import static org.autotrainer.domain.dataset.Talk.talk;
import static org.autotrainer.domain.dataset.Talk.user;

import java.util.ArrayList;
import java.util.List;
import org.autotrainer.domain.dataset.check.RowCheck;
import org.autotrainer.domain.dataset.format.DatasetFormats;
import org.autotrainer.domain.evaluation.Conversation;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatasetFormatsTest {
    private static final Conversation BOOKING = new Conversation(
            List.of(
                    system("You book flights."),
                    user("Cancel EHGLP3"),
                    calls(call("call_1", "cancel")),
                    answer("call_1", "ok"),
                    agent("Done.")),
            List.of(Talk.CANCEL));

    @Test
    void formats_are_known_by_name() {
        assertThat(DatasetFormats.named("trl-sft").name()).isEqualTo("trl-sft");
        assertThat(DatasetFormats.all())
                .extracting(DatasetFormat::name)
                .containsExactly(
                        "trl-sft",
                        "trl-prompt-completion",
                        "trl-preference",
                        "trl-kto",
                        "openai-chat",
                        "openai-preference",
                        "openai-rft",
                        "gemini",
                        "gemini-preference",
                        "bedrock",
                        "bedrock-preference",
                        "mistral",
                        "llama-factory",
                        "huggingface",
                        "targets");
        assertThat(DatasetFormats.all()).extracting(DatasetFormat::summary).doesNotContain("");
    }

    @Test
    void an_unknown_name_is_answered_with_the_names_there_are() {
        assertThatThrownBy(() -> DatasetFormats.named("parquet"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("there is no data-set format \"parquet\"; there are trl-sft,"
                        + " trl-prompt-completion, trl-preference, trl-kto, openai-chat, openai-preference, openai-rft,"
                        + " gemini, gemini-preference, bedrock, bedrock-preference, mistral, llama-factory, huggingface,"
                        + " targets");
    }

    @Test
    void trl_sft_has_arguments_as_objects_and_both_columns_in_each_row() {
        assertThat(line("trl-sft", BOOKING))
                .isEqualTo("{\"messages\":[{\"role\":\"system\",\"content\":\"You book flights.\"},"
                        + "{\"role\":\"user\",\"content\":\"Cancel EHGLP3\"},"
                        + "{\"role\":\"assistant\",\"content\":\"\",\"tool_calls\":[{\"id\":\"call_1\",\"type\":"
                        + "\"function\",\"function\":{\"name\":\"cancel\",\"arguments\":{\"code\":\"EHGLP3\"}}}]},"
                        + "{\"role\":\"tool\",\"content\":\"ok\",\"name\":\"cancel\",\"tool_call_id\":\"call_1\"},"
                        + "{\"role\":\"assistant\",\"content\":\"Done.\"}],"
                        + "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"cancel\",\"description\":"
                        + "\"Cancels a booking.\",\"parameters\":{\"type\":\"object\"}}}]}");
        assertThat(line("trl-sft", talk(user("2+2?"), agent("4"))))
                .isEqualTo("{\"messages\":[{\"role\":\"user\",\"content\":\"2+2?\"},"
                        + "{\"role\":\"assistant\",\"content\":\"4\"}],\"tools\":null}");
    }

    @Test
    void openai_chat_has_arguments_as_text_and_no_key_of_its_own() {
        assertThat(line("openai-chat", BOOKING))
                .isEqualTo("{\"messages\":[{\"role\":\"system\",\"content\":\"You book flights.\"},"
                        + "{\"role\":\"user\",\"content\":\"Cancel EHGLP3\"},"
                        + "{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"call_1\",\"type\":"
                        + "\"function\",\"function\":{\"name\":\"cancel\","
                        + "\"arguments\":\"{\\\"code\\\":\\\"EHGLP3\\\"}\"}}]},"
                        + "{\"role\":\"tool\",\"tool_call_id\":\"call_1\",\"content\":\"ok\"},"
                        + "{\"role\":\"assistant\",\"content\":\"Done.\"}],"
                        + "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"cancel\",\"description\":"
                        + "\"Cancels a booking.\",\"parameters\":{\"type\":\"object\"}}}]}");
        assertThat(line("openai-chat", talk(user("2+2?"), agent("4"))))
                .isEqualTo("{\"messages\":[{\"role\":\"user\",\"content\":\"2+2?\"},"
                        + "{\"role\":\"assistant\",\"content\":\"4\"}]}");
    }

    @Test
    void trl_preference_has_an_explicit_prompt_and_one_turn_on_each_side() {
        List<String> lines = new ArrayList<>();
        DatasetExport.write(
                Formats.named("trl-preference"),
                TaskChoice.ALL,
                Recorded.of(List.of(
                        Evaluation.of("a", "t")
                                .success(true)
                                .conversation(talk(user("2+2?"), agent("4")))
                                .build(),
                        Evaluation.of("a", "t")
                                .conversation(talk(user("2+2?"), agent("5")))
                                .build()
                                .withAttempt(1))),
                lines::add,
                note -> {});
        assertThat(lines)
                .containsExactly("{\"prompt\":[{\"role\":\"user\",\"content\":\"2+2?\"}],"
                        + "\"chosen\":[{\"role\":\"assistant\",\"content\":\"4\"}],"
                        + "\"rejected\":[{\"role\":\"assistant\",\"content\":\"5\"}],\"tools\":null}");
        assertThat(RowCheck.problems("trl-preference", lines.get(0))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "trl-sft|{'messages':[{'role':'user','content':'a'}],'tools':null}|does not end with the assistant",
                "trl-sft|{'messages':[{'role':'user','content':'a'},{'role':'assistant','content':'b'}]}|keys are",
                "trl-sft|{'messages':[{'role':'assistant','content':'b'}],'tools':null}|no user",
                "trl-sft|{'messages':[{'role':'user','content':'a'},{'role':'tool','content':'b','tool_call_id':'x'},"
                        + "{'role':'assistant','content':'b'}],'tools':null}|an answer without a call",
                "trl-sft|{'messages':[{'role':'user','content':null},{'role':'assistant','content':'b'}],'tools':null}|is no text",
                "openai-chat|{'messages':[{'role':'user','content':'a'},{'role':'assistant','content':''}]}|an empty turn",
                "openai-chat|{'messages':[{'role':'user','content':'a'},{'role':'assistant','content':'b'}],'x':1}|keys are",
                "openai-chat|{'messages':[{'role':'user','content':'a'},{'role':'assistant','content':null,'tool_calls':"
                        + "[{'id':'i','type':'function','function':{'name':'n','arguments':'{}'}}]},"
                        + "{'role':'assistant','content':'b'}]}|not answered",
                "trl-preference|{'prompt':[{'role':'assistant','content':'a'}],'chosen':[{'role':'assistant','content':'b'}],"
                        + "'rejected':[{'role':'assistant','content':'c'}],'tools':null}|no question",
                "trl-preference|{'prompt':[{'role':'user','content':'a'}],'chosen':[{'role':'assistant','content':'b'}],"
                        + "'rejected':[{'role':'assistant','content':'b'}],'tools':null}|the same",
                "targets|{'task_id':'t','outcome':'lost','score':0.1,'suggestions':[]}|unknown outcome"
            })
    void the_check_of_rows_can_fail(String format, String line, String problem) {
        assertThat(RowCheck.problems(format, line.replace('\'', '"')))
                .anySatisfy(found -> assertThat(found).contains(problem));
    }

    private static String line(String format, Conversation conversation) {
        List<String> lines = new ArrayList<>();
        DatasetExport.write(
                Formats.named(format),
                TaskChoice.ALL,
                Recorded.of(List.of(Evaluation.of("a", "t")
                        .success(true)
                        .conversation(conversation)
                        .build())),
                lines::add,
                note -> {});
        assertThat(lines).hasSize(1);
        assertThat(RowCheck.problems(format, lines.get(0))).isEmpty();
        return lines.get(0);
    }
}
