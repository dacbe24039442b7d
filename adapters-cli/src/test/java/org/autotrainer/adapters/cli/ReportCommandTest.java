package org.autotrainer.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.autotrainer.adapters.cli.Person.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
    @TempDir
    private Path home;

    private Person person;

    @BeforeEach
    void begin() {
        person = new Person(home);
    }

    @Test
    void it_begins_with_what_the_memory_is_worth_and_ends_with_what_that_costs() {
        Season.play(person);

        Run run = person.does("report", "--agent=support");

        assertThat(run.out())
                .startsWith("The memory of agent support is worth ")
                .containsPattern("with memory +\\d+ +\\d+\\.\\d% +█")
                .containsPattern("control +\\d+ +\\d+\\.\\d%")
                .containsPattern("critic +judged +success +score +lenient")
                .containsPattern("recalls with a receipt +300\n")
                .containsPattern("tokens put into prompts +[\\d,]+\n")
                .containsPattern("beliefs that coins bear out +\\d+\\.\\d%");
        assertThat(run.out().indexOf("heuristics  number"))
                .isBetween(run.out().indexOf("control "), run.out().indexOf("what measuring costs"));
    }

    @Test
    void json_is_one_object() {
        Season.play(person);

        Run run = person.does("report", "--agent=support", "--json");

        assertThat(run.lines()).hasSize(1);
        assertThat(run.out())
                .startsWith("{\"agent\":\"support\",\"total_lift\":{\"uplift\":{\"uplift\":")
                .contains("\"cost\":{\"receipts\":300,\"unanswered\":0,");
    }

    @Test
    void what_waits_for_approval_is_told() {
        person.does("train", person.file("results.jsonl", Records.FAILED), "--trust", "untrusted");

        assertThat(person.does("report", "--agent=support").out())
                .contains("no evaluation has quoted a receipt.")
                .containsPattern("quarantined +2 +█")
                .containsPattern("id +quarantined\n")
                .contains("Ask for a photo of the damage.");
    }

    @Test
    void an_agent_without_facts_has_learned_nothing() {
        person.does("train", person.file("results.jsonl", Records.FAILED));

        assertThat(person.does("report", "--agent=nobody").out())
                .startsWith("What the memory of agent nobody is worth is not known yet")
                .contains("No heuristic was learned yet.");
    }

    @Test
    void where_no_coin_was_thrown_nothing_is_said_of_what_coins_bear_out() {
        person.does("train", person.file("results.jsonl", Records.FAILED));

        assertThat(person.does("report", "--agent=support").out()).containsPattern("beliefs that coins bear out +–\n");
    }

    @Test
    void success_over_time_is_drawn_beside_the_lift() {
        Season.play(person);

        String out = person.does("report", "--agent=support").out();

        assertThat(out)
                .containsPattern("success over time +judged +mean\n")
                .containsPattern("with memory +[▁▂▃▄▅▆▇█]{20,40} +\\d+ +\\d+\\.\\d%\n")
                .containsPattern("control, all so far +[ ▁▂▃▄▅▆▇█]+ \\d+ ")
                .containsPattern("From \\d{4}-.+ UTC to .+ UTC\\.\n");
        assertThat(person.does("report", "--agent=nobody").out()).doesNotContain("success over time");
    }

    @Test
    void a_page_holds_the_report_and_everything_that_draws_it() throws IOException {
        Season.play(person);

        Run run = person.does("report", "--agent=support", page());

        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("wrote the report of agent support to ");
        String page = Files.readString(home.resolve("report.html"));
        assertThat(page)
                .startsWith("<!doctype html>")
                .contains("\"total_lift\":", "\"with_memory\":", "\"heuristics\":{\"items\":[{", "uPlot (v1.6.32)")
                .contains("default-src 'none'; script-src 'sha256-")
                .doesNotContain("src=", "unsafe-inline")
                .doesNotContainPattern("(?m)^(import|export) ");
    }

    @Test
    void a_page_is_not_written_over_without_force() throws IOException {
        person.does("train", person.file("results.jsonl", Records.FAILED));
        Path file = Files.writeString(home.resolve("report.html"), "mine");

        assertThat(person.types("report", page()).exitCode()).isEqualTo(1);
        assertThat(file).hasContent("mine");
        assertThat(person.does("report", page(), "--force").exitCode()).isZero();
        assertThat(Files.readString(file)).startsWith("<!doctype html>");
    }

    @Test
    void a_text_cannot_end_the_data_of_a_page() throws IOException {
        person.does("train", person.file("results.jsonl", Records.FAILED));
        person.does("heuristics", "set", "k", "</script><script>alert(1)</script>");

        person.does("report", page());

        assertThat(Files.readString(home.resolve("report.html")))
                .contains("\\u003c/script>\\u003cscript>alert(1)")
                .doesNotContain("<script>alert(1)");
    }

    @Test
    void force_alone_is_refused() {
        assertThat(person.types("report", "--force").err()).contains("name it with --html FILE");
    }

    private String page() {
        return "--html=" + home.resolve("report.html");
    }
}
