package org.autotrainer.domain.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.autotrainer.domain.dataset.Talk.agent;
import static org.autotrainer.domain.dataset.Talk.answer;
import static org.autotrainer.domain.dataset.Talk.call;
import static org.autotrainer.domain.dataset.Talk.calls;
import static org.autotrainer.domain.dataset.Talk.system;
import static org.autotrainer.domain.dataset.Talk.talk;
import static org.autotrainer.domain.dataset.Talk.user;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.autotrainer.domain.dataset.check.RowCheck;
import org.autotrainer.domain.dataset.check.StrictJson;
import org.autotrainer.domain.dataset.format.DatasetFormats;
import org.autotrainer.domain.evaluation.Attempt;
import org.autotrainer.domain.evaluation.Conversation;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.Message;
import org.autotrainer.domain.evaluation.Role;
import org.autotrainer.domain.evaluation.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each trainer refuses is not written for it, one pitfall a test. */
class FormatPitfallsTest {
    private static final Tool CANCEL = new Tool(
            "cancel",
            "",
            Map.of(
                    "type",
                    "object",
                    "properties",
                    Map.of("code", Map.of("type", "string")),
                    "additionalProperties",
                    false));
    private static final Message SPEAKING_CALL =
            new Message(Role.ASSISTANT, "One moment.", List.of(call("call_1", "cancel")), "", "");

    private final List<Evaluation> evaluations = new ArrayList<>();
    private final Map<String, List<String>> files = new HashMap<>();
    private final List<DatasetNote> notes = new ArrayList<>();

    @Test
    void prompt_and_completion_are_cut_after_the_users_last_message() {
        good(booking());
        assertThat(row("trl-prompt-completion"))
                .isEqualTo("{\"prompt\":[{\"role\":\"system\",\"content\":\"You book.\"},"
                        + "{\"role\":\"user\",\"content\":\"Cancel EHGLP3\"}],\"completion\":["
                        + "{\"role\":\"assistant\",\"content\":\"\",\"tool_calls\":[{\"id\":\"call_1\",\"type\":"
                        + "\"function\",\"function\":{\"name\":\"cancel\",\"arguments\":{\"code\":\"EHGLP3\"}}}]},"
                        + "{\"role\":\"tool\",\"content\":\"ok\",\"name\":\"cancel\",\"tool_call_id\":\"call_1\"},"
                        + "{\"role\":\"assistant\",\"content\":\"Done.\"}],\"tools\":[{\"type\":\"function\","
                        + "\"function\":{\"name\":\"cancel\",\"description\":\"\",\"parameters\":"
                        + Text.of(CANCEL.parameters()) + "}}]}");
    }

    @Test
    void kto_has_both_outcomes_with_a_boolean_for_a_label() {
        good(talk(user("2+2?"), agent("4")));
        bad(talk(user("2+2?"), agent("5")));
        export("trl-kto");
        assertThat(files.get("train.jsonl"))
                .containsExactly(
                        "{\"prompt\":[{\"role\":\"user\",\"content\":\"2+2?\"}],\"completion\":[{\"role\":\"assistant\","
                                + "\"content\":\"4\"}],\"label\":true,\"tools\":null}",
                        "{\"prompt\":[{\"role\":\"user\",\"content\":\"2+2?\"}],\"completion\":[{\"role\":\"assistant\","
                                + "\"content\":\"5\"}],\"label\":false,\"tools\":null}");
    }

    @Test
    void openai_preference_names_its_sides_outputs() {
        good(talk(user("2+2?"), agent("4")));
        bad(talk(user("2+2?"), agent("5")));
        assertThat(row("openai-preference"))
                .isEqualTo("{\"input\":{\"messages\":[{\"role\":\"user\",\"content\":\"2+2?\"}]},"
                        + "\"preferred_output\":[{\"role\":\"assistant\",\"content\":\"4\"}],"
                        + "\"non_preferred_output\":[{\"role\":\"assistant\",\"content\":\"5\"}]}");
    }

    @ParameterizedTest
    @CsvSource({"openai-preference", "gemini-preference"})
    void pairs_after_a_tools_answer_are_no_pairs_of_texts(String format) {
        Message asks = user("Cancel EHGLP3");
        good(talk(asks, calls(call("1", "cancel")), answer("1", "ok"), agent("Done.")));
        bad(talk(asks, calls(call("1", "cancel")), answer("1", "ok"), agent("I cannot.")));
        DatasetReport report = export(format);
        assertThat(report.rows()).isZero();
        assertThat(report.rejected().keySet())
                .containsExactly(format.startsWith("openai") ? "prompt_ends_with_tool" : "prompt_calls_tool");
        assertThat(export("bedrock-preference").rows()).isEqualTo(1);
        assertThat(export("trl-preference").rows()).isEqualTo(1);
    }

    @Test
    void a_turn_that_calls_is_no_side_of_a_pair_of_texts() {
        good(talk(user("Cancel"), calls(call("1", "cancel")), answer("1", "ok"), agent("Done.")));
        bad(talk(user("Cancel"), agent("I cannot.")));
        assertThat(export("openai-preference").rejected()).containsOnlyKeys("turn_calls_tool");
        assertThat(export("bedrock-preference").rows()).isEqualTo(1);
    }

    @Test
    void rft_has_a_row_a_task_that_says_how_hard_it_was() {
        bad(talk(system("S"), user("2+2?"), agent("5")));
        good(talk(system("S"), user("2+2?"), agent("4")));
        evaluations.add(Evaluation.of("a", "hard")
                .conversation(talk(user("P=NP?"), agent("Yes")))
                .build());
        export("openai-rft");
        assertThat(files.get("train.jsonl"))
                .containsExactly(
                        "{\"messages\":[{\"role\":\"developer\",\"content\":\"S\"},{\"role\":\"user\",\"content\":\"2+2?\"}],"
                                + "\"task_id\":\"t\",\"reference_answer\":{\"text\":\"4\"},\"reward\":0.5,\"attempts\":2,"
                                + "\"successes\":1}",
                        "{\"messages\":[{\"role\":\"user\",\"content\":\"P=NP?\"}],\"task_id\":\"hard\","
                                + "\"reference_answer\":null,\"reward\":0.5,\"attempts\":1,\"successes\":0}");
    }

    @Test
    void gemini_has_a_user_and_a_model_that_take_turns() {
        good(talk(agent("Hello!"), user("2+2?"), user("Quick."), agent("4"), agent("Anything else?")));
        assertThat(row("gemini"))
                .isEqualTo("{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"2+2?\"},{\"text\":\"Quick.\"}]},"
                        + "{\"role\":\"model\",\"parts\":[{\"text\":\"4\"},{\"text\":\"Anything else?\"}]}]}");
        assertThat(notes.get(0).mends()).extracting(Finding::code).containsExactly("greeting_cut", "turns_merged");
    }

    @Test
    void gemini_calls_with_objects_and_knows_no_closed_schemas() {
        good(booking());
        assertThat(row("gemini"))
                .isEqualTo("{\"systemInstruction\":{\"parts\":[{\"text\":\"You book.\"}]},\"contents\":["
                        + "{\"role\":\"user\",\"parts\":[{\"text\":\"Cancel EHGLP3\"}]},"
                        + "{\"role\":\"model\",\"parts\":[{\"functionCall\":{\"name\":\"cancel\",\"args\":{\"code\":\"EHGLP3\"}}}]},"
                        + "{\"role\":\"user\",\"parts\":[{\"functionResponse\":{\"name\":\"cancel\",\"response\":{\"result\":\"ok\"}}}]},"
                        + "{\"role\":\"model\",\"parts\":[{\"text\":\"Done.\"}]}],"
                        + "\"tools\":[{\"functionDeclarations\":[{\"name\":\"cancel\",\"description\":\"cancel\","
                        + "\"parameters\":"
                        + Text.of(without(CANCEL.parameters(), "additionalProperties"))
                                .replace("\"object\"", "\"OBJECT\"")
                                .replace("\"string\"", "\"STRING\"")
                        + "}]}]}");
    }

    @Test
    void gemini_preference_has_two_completions_with_the_scores_1_and_0() {
        good(talk(system("S"), user("2+2?"), agent("4")));
        bad(talk(system("S"), user("2+2?"), agent("5")));
        assertThat(row("gemini-preference"))
                .isEqualTo("{\"system_instruction\":{\"parts\":[{\"text\":\"S\"}]},\"contents\":[{\"role\":\"user\","
                        + "\"parts\":[{\"text\":\"2+2?\"}]}],\"completions\":["
                        + "{\"score\":1,\"completion\":{\"role\":\"model\",\"parts\":[{\"text\":\"4\"}]}},"
                        + "{\"score\":0,\"completion\":{\"role\":\"model\",\"parts\":[{\"text\":\"5\"}]}}]}");
    }

    @Test
    void bedrock_tells_calls_in_words_and_takes_reserved_words_apart() {
        good(talk(user("User: say [EOS]"), calls(call("1", "cancel")), answer("1", "Bot: <image>"), agent("Done.")));
        assertThat(row("bedrock"))
                .isEqualTo(
                        "{\"schemaVersion\":\"bedrock-conversation-2024\",\"system\":[{\"text\":\"Tools that can be called:\\n"
                                + "{\\\"name\\\":\\\"cancel\\\",\\\"description\\\":\\\"\\\",\\\"parameters\\\":{\\\"type\\\":\\\"object\\\"}}\"}],"
                                + "\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"User : say [ EOS]\"}]},"
                                + "{\"role\":\"assistant\",\"content\":[{\"text\":\"Call of cancel: {\\\"code\\\":\\\"EHGLP3\\\"}\"}]},"
                                + "{\"role\":\"user\",\"content\":[{\"text\":\"Answer of cancel: Bot : < image>\"}]},"
                                + "{\"role\":\"assistant\",\"content\":[{\"text\":\"Done.\"}]}]}");
    }

    @Test
    void bedrock_preference_has_candidates_in_the_place_of_the_last_content() {
        good(talk(user("2+2?"), agent("4")));
        bad(talk(user("2+2?"), agent("5")));
        assertThat(row("bedrock-preference"))
                .isEqualTo(
                        "{\"schemaVersion\":\"bedrock-conversation-2024\",\"messages\":[{\"role\":\"user\",\"content\":"
                                + "[{\"text\":\"2+2?\"}]},{\"role\":\"assistant\",\"candidates\":["
                                + "{\"content\":[{\"text\":\"4\"}],\"preferenceLabel\":\"preferred\"},"
                                + "{\"content\":[{\"text\":\"5\"}],\"preferenceLabel\":\"non-preferred\"}]}]}");
    }

    @Test
    void mistral_has_ids_of_nine_characters_that_keep_call_and_answer_together() {
        good(booking());
        String row = row("mistral");
        assertThat(row)
                .matches(".*\"id\":\"([0-9a-f]{9})\".*\"tool_call_id\":\"\\1\".*")
                .contains("\"description\":\"cancel\"");
    }

    @Test
    void mistral_does_not_speak_while_it_calls() {
        good(talk(user("Cancel"), SPEAKING_CALL, answer("call_1", "ok"), agent("Done.")));
        assertThat(row("mistral")).doesNotContain("One moment.");
        assertThat(notes.get(0).mends()).extracting(Finding::code).contains("content_dropped");
    }

    @Test
    void mistral_refuses_a_user_right_after_a_tools_answer() {
        good(talk(user("Cancel"), calls(call("1", "cancel")), answer("1", "ok"), user("Well?"), agent("Done.")));
        assertThat(export("mistral").rejected()).containsOnlyKeys("user_after_tool");
        assertThat(export("openai-chat").rows()).isEqualTo(1);
        assertThat(export("gemini").rows()).isEqualTo(1);
    }

    @Test
    void a_system_message_after_others_is_refused_everywhere() {
        good(talk(user("U"), system("late"), agent("A")));
        for (String format : List.of("trl-sft", "trl-kto", "mistral", "gemini")) {
            assertThat(export(format).rejected()).as(format).containsOnlyKeys("late_system");
        }
    }

    @Test
    void llama_factory_has_texts_of_json_for_calls_and_tools() {
        good(booking());
        DatasetResult written = folder("llama-factory");
        assertThat(files.get("sft/train.jsonl"))
                .containsExactly("{\"conversations\":[{\"from\":\"human\",\"value\":\"Cancel EHGLP3\"},"
                        + "{\"from\":\"function_call\",\"value\":\"{\\\"name\\\":\\\"cancel\\\",\\\"arguments\\\":{\\\"code\\\":\\\"EHGLP3\\\"}}\"},"
                        + "{\"from\":\"observation\",\"value\":\"ok\"},{\"from\":\"gpt\",\"value\":\"Done.\"}],"
                        + "\"system\":\"You book.\",\"tools\":"
                        + Text.of("[{\"name\":\"cancel\",\"description\":\"\",\"parameters\":"
                                + Text.of(CANCEL.parameters()) + "}]")
                        + "}");
        Map<String, Object> info = StrictJson.object(written.beside().getOrDefault("dataset_info.json", ""));
        assertThat(info.keySet()).containsExactly("autotrainer_sft", "autotrainer_kto");
        assertThat(info.get("autotrainer_kto"))
                .isEqualTo(Map.of(
                        "file_name", "kto/train.jsonl",
                        "formatting", "sharegpt",
                        "columns",
                                Map.of(
                                        "messages", "conversations",
                                        "system", "system",
                                        "tools", "tools",
                                        "kto_tag", "kto_tag")));
    }

    @Test
    void llama_factory_joins_what_is_said_on_one_side() {
        good(talk(
                user("Both"),
                calls(call("1", "find"), call("2", "cancel")),
                answer("1", "found"),
                answer("2", "ok"),
                agent("Done.")));
        folder("llama-factory");
        assertThat(files.get("sft/train.jsonl").get(0))
                .contains("\"value\":\"[{\\\"name\\\":\\\"find\\\"")
                .contains("{\"from\":\"observation\",\"value\":\"found\\n\\nok\"}");
    }

    @Test
    void the_readme_for_the_hub_declares_only_files_that_hold_rows() {
        good(talk(user("2+2?"), agent("4")));
        bad(talk(user("2+2?"), agent("5")));
        String readme = folder("huggingface").beside().getOrDefault("README.md", "");
        assertThat(readme)
                .startsWith("---\nconfigs:\n- config_name: sft\n  default: true\n  data_files:\n  - split: train\n"
                        + "    path: \"sft/train.jsonl\"\n- config_name: preference\n  data_files:\n  - split: train\n"
                        + "    path: \"preference/train.jsonl\"\n- config_name: kto\n  data_files:\n  - split: train\n"
                        + "    path: \"kto/train.jsonl\"\ntags:\n- trl\n- autotrainer\n---\n");
        evaluations.clear();
        assertThat(folder("huggingface").beside().getOrDefault("README.md", "")).startsWith("---\ntags:\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "trl-kto|{'prompt':[{'role':'user','content':'a'}],'completion':[{'role':'assistant','content':'b'}],'label':1,'tools':null}|no boolean",
                "trl-prompt-completion|{'prompt':[{'role':'assistant','content':'a'}],'completion':[{'role':'assistant','content':'b'}],'tools':null}|end with the user",
                "openai-preference|{'input':{'messages':[{'role':'user','content':'a'}]},'preferred_output':[{'role':'assistant','content':'b'}],'non_preferred_output':[{'role':'assistant','content':'b'}]}|the same",
                "openai-rft|{'messages':[{'role':'system','content':'a'},{'role':'user','content':'a'}],'task_id':'t','reference_answer':null,'reward':0.5,'attempts':1,'successes':0}|role system here",
                "mistral|{'messages':[{'role':'user','content':'a'},{'role':'assistant','tool_calls':[{'id':'call_1','type':'function','function':{'name':'n','arguments':'{}'}}]},{'role':'tool','content':'x','name':'n','tool_call_id':'call_1'},{'role':'assistant','content':'b'}],'tools':[{'type':'function','function':{'name':'n','description':'d','parameters':{'type':'object'}}}]}|call_1",
                "gemini|{'contents':[{'role':'user','parts':[{'text':'a'}]},{'role':'assistant','parts':[{'text':'b'}]}]}|role assistant",
                "gemini|{'contents':[{'role':'user','parts':[{'text':'a'}]},{'role':'user','parts':[{'text':'b'}]}]}|role user",
                "gemini|{'contents':[{'role':'user','parts':[]},{'role':'model','parts':[{'text':'b'}]}]}|no parts",
                "gemini|{'contents':[{'role':'user','parts':[{'text':'a'}]},{'role':'model','parts':[{'text':'b'}]}],'tools':[{'functionDeclarations':[{'name':'n','description':'d','parameters':{'type':'object','properties':{'p':{'type':'STRING'}}}}]}]}|a type object",
                "gemini-preference|{'contents':[{'role':'user','parts':[{'text':'a'}]}],'completions':[{'score':0.9,'completion':{'role':'model','parts':[{'text':'b'}]}},{'score':0,'completion':{'role':'model','parts':[{'text':'c'}]}}]}|scores",
                "bedrock|{'schemaVersion':'bedrock-conversation-2024','messages':[{'role':'user','content':[{'text':'User: a'}]},{'role':'assistant','content':[{'text':'b'}]}]}|reserved word",
                "bedrock|{'schemaVersion':'bedrock-conversation-2024','messages':[{'role':'user','content':'a'},{'role':'assistant','content':[{'text':'b'}]}]}|no list",
                "bedrock-preference|{'schemaVersion':'bedrock-conversation-2024','messages':[{'role':'user','content':[{'text':'a'}]},{'role':'assistant','candidates':[{'content':[{'text':'b'}],'preferenceLabel':'preferred'}]}]}|candidates are 1",
                "llama-factory/sft|{'conversations':[{'from':'human','value':'a'},{'from':'human','value':'b'}],'system':'','tools':''}|human at place 2",
                "llama-factory/preference|{'conversations':[{'from':'human','value':'a'},{'from':'gpt','value':'b'}],'chosen':{'from':'gpt','value':'b'},'rejected':{'from':'gpt','value':'c'},'system':'','tools':''}|end with the user",
                "llama-factory/kto|{'conversations':[{'from':'human','value':'a'},{'from':'gpt','value':'b'}],'kto_tag':'true','system':'','tools':''}|no boolean"
            })
    void the_check_of_rows_can_fail(String format, String line, String problem) {
        assertThat(RowCheck.problems(format, line.replace('\'', '"')))
                .anySatisfy(found -> assertThat(found).contains(problem));
    }

    private static Conversation booking() {
        return new Conversation(
                List.of(
                        system("You book."),
                        user("Cancel EHGLP3"),
                        calls(call("call_1", "cancel")),
                        answer("call_1", "ok"),
                        agent("Done.")),
                List.of(CANCEL));
    }

    private void good(Conversation conversation) {
        add(conversation, true);
    }

    private void bad(Conversation conversation) {
        add(conversation, false);
    }

    private void add(Conversation conversation, boolean success) {
        evaluations.add(Evaluation.of(new Attempt("a", "", "t", evaluations.size()))
                .success(success)
                .conversation(conversation)
                .build());
    }

    private static Map<String, Object> without(Map<String, Object> object, String key) {
        Map<String, Object> rest = new LinkedHashMap<>(object);
        rest.remove(key);
        return rest;
    }

    private String row(String format) {
        export(format);
        assertThat(files.get("train.jsonl")).hasSize(1);
        return files.get("train.jsonl").get(0);
    }

    private DatasetReport export(String format) {
        DatasetReport report = write(Formats.named(format)).parts().get(0);
        files.getOrDefault("train.jsonl", List.of())
                .forEach(line ->
                        assertThat(RowCheck.problems(format, line)).as(line).isEmpty());
        return report;
    }

    private DatasetResult folder(String format) {
        DatasetResult written = write(DatasetFormats.named(format));
        files.forEach((name, lines) -> lines.forEach(line -> assertThat(
                        RowCheck.problems(format + "/" + name.substring(0, name.indexOf('/')), line))
                .as(line)
                .isEmpty()));
        return written;
    }

    private DatasetResult write(DatasetFormat format) {
        files.clear();
        notes.clear();
        return DatasetExport.write(format, DatasetOptions.ALL, Recorded.of(evaluations), new DatasetSink() {
            @Override
            public void row(String file, String line) {
                files.computeIfAbsent(file, any -> new ArrayList<>()).add(line);
            }

            @Override
            public void note(DatasetNote note) {
                notes.add(note);
            }
        });
    }

    /** The same JSON as the writer makes, to fill in what has no order of its own. */
    private static final class Text {
        static String of(Map<String, Object> object) {
            return JsonLine.of(object);
        }

        static String of(String text) {
            String object = JsonLine.of(Map.of("t", text));
            return object.substring("{\"t\":".length(), object.length() - 1);
        }
    }
}
