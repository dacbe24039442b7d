package org.autotrainer.adapters.cli.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappingTest {
    @TempDir
    Path folder;

    @Test
    void columns_of_a_table_are_told_by_their_headings() {
        Imported imported = read(
                "{'task_id':'id','success':'ok','score':{'at':['rater 1','rater 2'],'worst':1,'best':5},"
                        + "'suggestions':'advice','parameters':{'temperature':'temp'}}",
                "\ufeffid;ok;rater 1;rater 2;advice;temp\r\n"
                        + "a;yes;5;3;;0.2\r\n\"b;2\";no;1;;\"Say \"\"please\"\"\nfirst.\";\r\na;;;;;\r\n");

        assertThat(imported.troubles()).isEmpty();
        assertThat(imported.totals()).isEqualTo("1/1/1");
        Evaluation first = imported.evaluations().get(0);
        assertThat(first.score()).isEqualTo(0.75);
        assertThat(first.metadata()).isEqualTo(Map.of("ratings", List.of(5.0, 3.0)));
        assertThat(first.parameters()).isEqualTo(Map.of("temperature", "0.2"));
        assertThat(imported.evaluations().get(1).attempt().taskId()).isEqualTo("b;2");
        assertThat(imported.evaluations().get(1).advice()).containsExactly("Say \"please\"\nfirst.");
        assertThat(imported.evaluations().get(2).attempt().number()).isEqualTo(1);
    }

    @Test
    void members_of_objects_are_told_by_pointers() {
        Imported imported = read(
                "{'records':'/data/rows','task_id':'/task/name','attempt':'/try','success':{'at':'/grades/0','at_least':0.7},"
                        + "'score':'/grades/0','error':'/failure','messages':'/chat','model':'/by','context':'/q','tags':'/tags'}",
                "{\"v\":1,\"data\":{\"rows\":[{\"task\":{\"name\":\"a\"},\"try\":2,\"grades\":[0.8],\"by\":\"m\",\"q\":\"why\","
                        + "\"tags\":[\"x\"],\"chat\":[{\"role\":\"user\",\"content\":\"why\"}]},"
                        + "{\"task\":{\"name\":\"b\"},\"try\":0,\"grades\":[0.3],\"failure\":\"503\"}]}}");

        assertThat(imported.troubles()).isEmpty();
        assertThat(imported.totals()).isEqualTo("1/0/1");
        Evaluation first = imported.evaluations().get(0);
        assertThat(first.attempt().number()).isEqualTo(2);
        assertThat(first.context().tags()).containsExactly("x");
        assertThat(first.conversation().messages()).hasSize(1);
    }

    @Test
    void a_lower_score_may_be_the_better_one_and_words_of_success_may_be_named() {
        Imported imported = read(
                "{'task_id':'t','success':{'at':'verdict','true':['solved']},'score':{'at':'errors','worst':10,'best':0},"
                        + "'decimal_comma':true}",
                "t;verdict;errors\na;Solved;2,5\nb;open;10\n");

        assertThat(imported.evaluations()).extracting(Evaluation::success).containsExactly(true, false);
        assertThat(imported.evaluations()).extracting(Evaluation::score).containsExactly(0.75, 0.0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'success':'okay'",
                "'success':'ok','context':'okay'",
                "'success':'ok','score':{'at':['s','okay']}"
            })
    void a_column_that_is_not_there_is_told_before_a_row_is_read(String fields) {
        Imported imported = read("{'task_id':'t'," + fields + "}", "t,ok,s\na,yes,1\nb,no,0\n");

        assertThat(imported.items()).isEmpty();
        assertThat(imported.reasons())
                .containsExactly("there is no column \"okay\", which the mapping names; there are t, ok, s");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "maybe,1 | ok is \"maybe\"; allowed are true, yes, pass, 1 and their opposites, unless the mapping says more",
                "yes,7 | s is 7.0; allowed are 0.0 to 1.0, as the mapping says",
                "yes,high | s is \"high\"; allowed is a number",
                "yes,1,2,3 | the row has 5 cells, but there are 3 headings"
            })
    void a_row_that_does_not_fit_is_told_with_its_line(String cells, String reason) {
        Imported imported =
                read("{'task_id':'t','success':'ok','score':'s'}", "t,ok,s\na,yes,1\nb," + cells + "\nc,no,0\n");

        assertThat(imported.items()).hasSize(2);
        assertThat(imported.reasons()).containsExactly(reason);
        assertThat(imported.troubles().get(0).line()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'success':'ok'} | task_id is missing; say which field names the task",
                "{'task_id':'t'} | success is missing; say which field tells it, such as \"passed\" or"
                        + " {\"at\": \"score\", \"at_least\": 0.7}",
                "{'task_id':'t','sucess':'ok'} | unknown field \"sucess\"; allowed are records, task_id, attempt, run, model,"
                        + " critic, context, tags, success, score, error, suggestions, messages, parameters, decimal_comma",
                "{'task_id':'t','success':{'at':'a','when':1}} | unknown field success.when; allowed are at, true, at_least,"
                        + " at_most",
                "{'task_id':'t','success':'a','score':{'at':'s','worst':1,'best':1}} | score lies between 1.0 and 1.0; allowed"
                        + " are two ends that differ, and at least one place",
                "{'task_id':7,'success':'a'} | task_id is 7; allowed is a JSON Pointer or a name",
                "{'task_id':'t' | not JSON: it ends before the object does"
            })
    void a_plan_that_is_wrong_is_refused_with_its_file(String plan, String reason) throws IOException {
        Path file = Files.writeString(folder.resolve("plan.json"), plan.replace('\'', '"'));

        assertThatThrownBy(() -> MappingFile.read(file))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("the mapping " + file + ": " + reason);
    }

    private Imported read(String plan, String text) {
        try {
            Path file = Files.writeString(folder.resolve("plan.json"), plan.replace('\'', '"'));
            Defaults defaults = new Defaults("default", "", "", Optional.of(MappingFile.read(file)));
            return Imported.of(defaults, List.of(Samples.source("rows", text.getBytes(StandardCharsets.UTF_8))));
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }
}
