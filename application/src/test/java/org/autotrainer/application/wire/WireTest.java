package org.autotrainer.application.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import org.autotrainer.application.BrowseEvaluations;
import org.autotrainer.application.Json;
import org.autotrainer.application.RecallHeuristics;
import org.autotrainer.application.RetractFacts;
import org.autotrainer.application.RunTraining;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.store.MemoryStore;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.evaluation.Role;
import org.autotrainer.domain.learning.Chance;
import org.autotrainer.domain.text.TokenCounter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The wire is a promise: these files do not change, fields are only added. */
class WireTest {
    private final TrainingLoop loop = TrainingLoop.over(
            new MemoryStore(Chance.keyOf("wire")),
            InstantSource.fixed(Instant.parse("2026-05-21T10:00:00Z")),
            TokenCounter.ESTIMATE);

    @Test
    void an_evaluation_comes_back_as_it_was_given() throws IOException {
        EvaluationBody body = Json.MAPPER.readValue(file("evaluation.json"), EvaluationBody.class);
        assertThat(pretty(EvaluationBody.of(body.toDomain()))).isEqualTo(file("evaluation.json"));
    }

    @Test
    void messages_may_have_the_nested_form_of_chat_interfaces() throws IOException {
        String nested = """
                {"task_id":"t","messages":[{"role":"developer","content":[{"type":"text","text":"Be brief."}]},
                {"role":"assistant","content":null,"tool_calls":[{"id":"c","type":"function",
                "function":{"name":"find","arguments":{"q":1}}}]}],
                "tools":[{"type":"function","function":{"name":"find","parameters":{"type":"object"}}}]}""";
        Evaluation evaluation =
                Json.MAPPER.readValue(nested, EvaluationBody.class).toDomain();

        assertThat(evaluation.conversation().messages().get(0).role()).isEqualTo(Role.SYSTEM);
        assertThat(evaluation.conversation().messages().get(0).content()).isEqualTo("Be brief.");
        assertThat(evaluation.conversation().messages().get(1).toolCalls())
                .singleElement()
                .satisfies(call -> assertThat(call.arguments()).containsEntry("q", 1L));
        assertThat(evaluation.conversation().tools().get(0).name()).isEqualTo("find");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"score": 1.5}                            | score is 1.5; allowed are 0 to 1
            {"outcome": "crashed"}                    | outcome is "crashed"; allowed are measured and error
            {"occurred_at": "yesterday"}              | occurred_at is "yesterday"; allowed is a time such as 2026-05-21T09:30:00Z
            {"suggestions": [7]}                      | suggestions holds 7; allowed are a text or {"text": …, "tags": […]}
            {"suggestions": [{"txt": "a"}]}           | suggestions holds an object with the fields [txt]; allowed are a text or {"text": …, "tags": […]}
            {"messages": [{"content": "a"}]}          | messages.role is missing; allowed are system, user, assistant and tool
            {"messages": [{"role": "bot"}]}           | role is "bot"; allowed are system, user, assistant and tool
            {"messages": [{"role":"user","content":7}]} | messages.content is neither a text nor a list of parts {"type": "text", "text": …}
            {"parameters": {"a": [1]}}                | parameters.a is a list; allowed are a number, a text or a boolean
            {"revision": 1}                           | revision 1 needs the id of the evaluation that it corrects
            {"marks": [{"id": "h", "mark": "good"}]}  | mark is "good"; allowed are helped, hurt and neutral
            """)
    void what_is_wrong_is_said_with_what_is_allowed(String json, String message) throws IOException {
        EvaluationBody body = Json.MAPPER.readValue(json, EvaluationBody.class);
        assertThatThrownBy(body::toDomain)
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(message);
    }

    @Test
    void the_answers_are_those_of_the_golden_files() throws IOException {
        EvaluationBody body = Json.MAPPER.readValue("""
                {"id":"e1","agent":"a","task_id":"t1","critic":{"id":"pytest"},"success":false,"score":0.2,
                 "suggestions":["Ask first"],"context":{"text":"refund","tags":["eu"]}}""", EvaluationBody.class);
        check("train.json", loop.train().train(body).response());
        check("lesson.json", loop.training().keep(new RunTraining.Lesson("a", "t2", EvaluationBody.empty())));
        EvaluationBody bare = Json.MAPPER.readValue("""
                {"critic":{"id":"pytest"},"success":false,"score":0.2,
                 "suggestions":["Ask first"],"context":{"text":"refund","tags":["eu"]}}""", EvaluationBody.class);
        check("training.json", loop.training().run(new RunTraining.Request("a", "", bare, true, false)));
        loop.train(Evaluation.of("a", "t3").suggest("Ask first").build());
        check("recall.json", loop.recall(recall()));
        loop.train(Evaluation.of("a", "t4").id("e4").success(true).build());
        check("retraction.json", loop.retractions().retract(retraction(true)));
        check("heuristics.json", loop.heuristics().list("a", "", 10));
        check("suggestions.json", loop.suggestions().list("a", "", "", "", 10));
        check("lessons.json", loop.lessons().list("a", "", 2));
        check("evaluations.json", loop.evaluations().list("a", BrowseEvaluations.Filter.NONE, "", 2));
        check("check.json", loop.maintenance().check(verified -> {}));
    }

    @Test
    void an_evaluation_that_quotes_a_receipt_is_told_what_became_of_it() throws IOException {
        loop.recall(Json.MAPPER.readValue(
                "{\"agent\":\"b\",\"id\":\"r1\",\"task_id\":\"t1\"}", RecallHeuristics.Request.class));
        EvaluationBody body = Json.MAPPER.readValue(
                "{\"agent\":\"b\",\"id\":\"e1\",\"task_id\":\"t1\",\"success\":true,\"score\":0.9,\"receipt\":\"r1\"}",
                EvaluationBody.class);
        check("credited.json", loop.train().train(body).response());
        check("credited.json", loop.train().train(body).response());
    }

    @Test
    void an_evaluation_is_shown_with_what_it_taught_and_what_was_recalled_for_it() throws IOException {
        loop.train(Evaluation.of("c", "t0").suggest("Ask first").build());
        loop.recall(Json.MAPPER.readValue("""
                {"agent":"c","id":"r1","task_id":"t1","context":{"text":"ask"},"choices":{"tone":["brief","warm"]}}""", RecallHeuristics.Request.class));
        EvaluationBody body = Json.MAPPER.readValue("""
                {"agent":"c","id":"e1","task_id":"t1","critic":{"id":"pytest"},"score":0.2,"suggestions":["Look again"],
                 "messages":[{"role":"user","content":"Hello"}],"receipt":"r1"}""", EvaluationBody.class);
        loop.train().train(body);
        check("shown.json", loop.evaluations().show("c", "e1"));
    }

    private static RecallHeuristics.Request recall() throws IOException {
        return Json.MAPPER.readValue("""
                {"agent":"a","task_id":"t4","context":{"text":"refund"},"budget_tokens":200,"format":"block","explore":"on",
                 "choices":{"temperature":[0.0,0.5],"tone":["brief","warm"]}}""", RecallHeuristics.Request.class);
    }

    private static RetractFacts.Request retraction(boolean dryRun) throws IOException {
        return Json.MAPPER.readValue("""
                {"agent":"a","id":"r1","critic":"pytest","source":"local","after":"2026-05-21T09:00:00Z","dry_run":%s}""".formatted(dryRun), RetractFacts.Request.class);
    }

    private static void check(String name, Object answer) throws IOException {
        assertThat(pretty(answer)).as(name).isEqualTo(file(name));
    }

    private static String pretty(Object value) throws IOException {
        return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
    }

    private static String file(String name) throws IOException {
        try (InputStream in = WireTest.class.getResourceAsStream(name)) {
            return in == null ? "null" : new String(in.readAllBytes(), UTF_8);
        }
    }
}
