package org.autotrainer.distribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** The dashboard and the report as a page, in a real browser, over the examples and a season of work. */
@Timeout(240)
class DashboardTest {
    private static final int TASKS = 400;
    private static final List<String> VIEWS =
            List.of("overview", "heuristics", "suggestions", "parameters", "datasets", "journal");

    @TempDir
    static Path folder;

    private static Browser browser;
    private static RunningServer server;
    private static Path downloads;

    @BeforeAll
    static void play() throws IOException, InterruptedException {
        downloads = Files.createDirectories(folder.resolve("downloads"));
        browser = Browser.open(downloads);
        sh("autotrainer train '" + Distribution.HOME + "/examples/evaluations.jsonl' --store shop.db");
        server = RunningServer.startWithKey("season", "shop.db", folder); // there are few control tasks, or none
        Season.play(server, TASKS);
        Season.poison(server);
    }

    @AfterAll
    static void close() {
        if (server != null) {
            server.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void enter() {
        browser.look(1600, false);
        browser.visit(server.url() + "/");
        browser.says("sessionStorage.setItem('autotrainer.token', arguments[0])", RunningServer.TOKEN);
    }

    @AfterEach
    void nothing_went_wrong_on_the_way() {
        assertThat(browser.console()).isEmpty();
        assertThat(browser.says("window.hacked === undefined")).isEqualTo(true);
    }

    @Test
    void a_wrong_token_is_told_in_a_sentence_and_the_right_one_opens() {
        browser.says("sessionStorage.clear()");
        browser.visit(server.url() + "/");
        browser.find("#token").sendKeys("wrong", Keys.ENTER);
        browser.until("document.querySelector('.problem').textContent.length > 0");
        assertThat(browser.text()).contains("This is not the token of this server.");
        assertThat(browser.console()).singleElement().asString().contains("401");

        browser.find("#token").sendKeys(RunningServer.TOKEN, Keys.ENTER);
        browser.find("#views a");
        assertThat(browser.says("sessionStorage.getItem('autotrainer.token')")).isEqualTo(RunningServer.TOKEN);
        assertThat(browser.says("localStorage.length + document.cookie.length")).isEqualTo(0L);

        browser.find("#forget").click();
        browser.find("#token");
        assertThat(browser.says("sessionStorage.length")).isEqualTo(0L);
    }

    @Test
    void the_overview_begins_with_the_total_lift_and_draws_success_over_time() throws Exception {
        show("support", "overview");
        browser.find(".plot canvas");

        assertThat(browser.find(".figure").getText()).containsPattern("[+\u2212]\\d+\\.\\d\\s+points of success");
        double used = server.get("/v1/report?agent=support")
                .at("/total_lift/success_used")
                .asDouble();
        assertThat(browser.text())
                .contains(String.format("%.1f%%", 100 * used), "control tasks", "What measuring costs");
        int steps = server.get("/v1/report/success?agent=support").path("steps").size();
        browser.find(".as-table summary").click();
        assertThat(browser.all(".as-table tbody tr")).hasSize(steps);
        assertThat(browser.find(".plot").getAttribute("aria-label")).contains("with memory: from", "control tasks");
    }

    @Test
    void heuristics_are_found_sorted_and_told() {
        show("support", "heuristics");
        assertThat(browser.all(".heuristics tbody tr")).hasSizeGreaterThan(15);
        assertThat(browser.find("th[aria-sort=descending]").getText()).startsWith("Uplift");

        browser.find("#search").sendKeys("promising a refund");
        browser.until("document.querySelectorAll('.heuristics tbody tr').length === 1");
        assertThat(browser.find(".effects .drawing").getAttribute("aria-label")).contains("believed", "points");

        browser.find(".what > a").click();
        browser.find(".timeline");
        assertThat(browser.text())
                .contains(
                        "Why its status is",
                        "What it did",
                        "Where it came from",
                        "chosen for a task for the first time")
                .contains("Look up the order before promising a refund.");
        assertThat(browser.says("document.activeElement.id")).isEqualTo("main");

        browser.find(".crumb a").click();
        new Select(browser.find("#status")).selectByValue("quarantined");
        browser.find("#search").clear();
        browser.find("#search").sendKeys(" ", Keys.BACK_SPACE);
        browser.until(
                "[...document.querySelectorAll('.heuristics tbody .chip')].every(e => e.textContent === 'quarantined')");
        new Select(browser.find("#status")).selectByValue("");
        new Select(browser.find("#order")).selectByValue("text");
        assertThat(texts(".what > a bdi")).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
    }

    @Test
    void a_suggestion_is_applied_and_another_dismissed_by_keyboard() throws Exception {
        show("coder", "suggestions");
        List<String> ids = pending("coder");
        WebElement first = browser.find(".suggestions button.main");
        browser.says("arguments[0].focus()", first);
        browser.press(Keys.ENTER);
        browser.until("document.querySelectorAll('.suggestions > li').length === " + (ids.size() - 1));
        assertThat(browser.focused()).startsWith("Apply: ");
        browser.press(Keys.TAB);
        browser.press(Keys.SPACE);
        browser.until("document.querySelectorAll('.suggestions > li').length === " + (ids.size() - 2));
        browser.until("document.getElementById('news').textContent.startsWith('Dismissed: ')");

        assertThat(pending("coder")).isEqualTo(ids.subList(2, ids.size()));
        assertThat(server.get("/v1/suggestions?agent=coder&status=dismissed").path("items"))
                .hasSize(1);
        assertThat(browser.find("#waiting").getText()).isEqualTo(Integer.toString(ids.size() - 2));
    }

    @Test
    void parameters_data_sets_and_the_journal_show_what_the_store_holds() throws Exception {
        show("support", "parameters");
        assertThat(browser.text()).contains("temperature", "Recommended:", "default");
        show("support", "datasets");
        assertThat(browser.all(".formats > li"))
                .hasSize(server.get("/v1/datasets").path("items").size());
        show("support", "journal");
        assertThat(browser.all(".journal tbody tr")).hasSize(50);
        browser.find("main > button").click();
        browser.until("document.querySelectorAll('.journal tbody tr').length === 100");
        assertThat(browser.text()).contains("judged by", "showed", "withheld");
    }

    @Test
    void a_data_set_is_saved_as_the_server_gives_it() throws Exception {
        show("coder", "datasets");
        browser.find("[aria-label='Download targets']").click();
        browser.until(
                "[...document.querySelectorAll('.formats [role=status]')].some(e => e.textContent.startsWith('Saved'))");
        Path file = downloads.resolve("coder-targets.jsonl");
        for (int i = 0; i < 1_200 && !Files.exists(file); i++) {
            Thread.sleep(50);
        }
        assertThat(Files.readString(file))
                .isEqualTo(server.send("GET", "/v1/datasets/targets?agent=coder", "")
                        .body());
    }

    @Test
    void texts_from_memory_are_texts_wherever_they_stand() {
        for (String view : VIEWS) {
            show("support", view);
            assertThat(browser.all("main img, main script, main i, main b, main u, main iframe"))
                    .as(view)
                    .isEmpty();
            assertThat(browser.says("/[\\u202a-\\u202e\\u2066-\\u2069\\u200b\\ufeff]/.test(document.body.textContent)"))
                    .as(view)
                    .isEqualTo(false);
        }
        show("support", "heuristics");
        assertThat(browser.text()).contains("<img src=x onerror=\"window.hacked=1\"> first", "U+202E", "U+200B");
        assertThat(browser.says("getComputedStyle(document.querySelector('.what bdi')).unicodeBidi"))
                .isEqualTo("isolate");
        show(Season.HOSTILE_AGENT, "overview");
        assertThat(new Select(browser.find("#agent")).getFirstSelectedOption().getText())
                .isEqualTo(Season.HOSTILE_AGENT);
        assertThat(browser.all("main b")).isEmpty();
        assertThat(browser.text())
                .containsPattern("without a recall\\s+0\\.0%\\s+of 1")
                .doesNotContain("NaN", "undefined");
    }

    @Test
    void an_agent_without_facts_is_told_what_to_do() {
        for (String view : VIEWS) {
            show("nobody", view);
            assertThat(browser.text()).as(view).doesNotContain("That did not work", "NaN", "undefined");
        }
        show("nobody", "overview");
        assertThat(browser.text()).contains("Nothing is known about this agent yet.");
    }

    @Test
    void every_view_fits_a_small_screen_in_the_dark_and_a_large_one_in_light_without_a_fault() {
        for (int width : List.of(400, 1600)) {
            browser.look(width, width == 400);
            for (String view : VIEWS) {
                show("support", view);
                fits(view + " at " + width);
            }
            show("support", "heuristics");
            browser.says("document.querySelector('.what > a').click()");
            browser.find(".crumb");
            fits("a story at " + width);
            show("nobody", "overview");
            fits("nothing at " + width);
        }
        browser.says("sessionStorage.clear()");
        browser.visit(server.url() + "/");
        browser.find("#token");
        fits("the door");
    }

    @Test
    void a_fault_that_is_planted_is_found() {
        show("support", "overview");
        browser.says("document.querySelector('.lead, .note').style.color = 'rgb(200, 200, 200)'");
        browser.says("document.getElementById('main').append(document.createElement('button'))");

        assertThat(browser.faults().toString()).contains("serious color-contrast", "critical button-name");
    }

    @Test
    void the_keyboard_goes_through_the_page_in_its_order() {
        show("support", "overview");
        List<String> met = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            met.add(browser.press(Keys.TAB));
        }
        assertThat(met).startsWith("Skip to the content", "agent", "refresh", "forget", "Overview", "Heuristics");
        assertThat(met.get(6)).startsWith("Suggestions");
        assertThat(met.subList(7, 11)).containsExactly("Parameters", "Data sets", "Journal", "The same as a table");

        show("support", "heuristics");
        browser.says("document.querySelector('thead .sort').focus()");
        browser.press(Keys.ENTER);
        assertThat(browser.find("th[aria-sort=descending]").getText()).startsWith("Heuristic");
        browser.press(Keys.ENTER);
        assertThat(browser.find("th[aria-sort=ascending]").getText()).startsWith("Heuristic");
    }

    @Test
    void nothing_is_asked_of_anyone_but_the_server() {
        for (String view : VIEWS) {
            show("support", view);
        }
        assertThat(
                        browser.says(
                                "performance.getEntriesByType('resource').every(e => e.name.startsWith(location.origin + '/'))"))
                .isEqualTo(true);
    }

    @Test
    void the_report_is_one_page_that_opens_from_the_disk() throws Exception {
        sh("autotrainer report --agent support --html report.html --store shop.db");
        for (int width : List.of(400, 1600)) {
            browser.look(width, width == 400);
            browser.visit(folder.resolve("report.html").toUri().toString());
            browser.find(".plot canvas");
            fits("the report at " + width);
        }
        assertThat(browser.text())
                .contains("Report on the agent support", "What the memory is worth", "Strategy parameters")
                .contains("Look up the order before promising a refund.", "U+202E");
        assertThat(browser.says("performance.getEntriesByType('resource').length"))
                .isEqualTo(0L);
        assertThat(browser.all("main img, main script, main i, main b, main u")).isEmpty();
        assertThat(browser.says("window.hacked === undefined")).isEqualTo(true);

        sh("autotrainer report --agent nobody --html nobody.html --store shop.db");
        browser.visit(folder.resolve("nobody.html").toUri().toString());
        assertThat(browser.text()).contains("Nothing is known about this agent yet.");
    }

    private static void fits(String what) {
        assertThat(browser.says("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as(what)
                .isEqualTo(0L);
        assertThat(browser.faults()).as(what).isEmpty();
    }

    private static void show(String agent, String view) {
        browser.visit(server.url() + "/#/" + URLEncoder.encode(agent, UTF_8).replace("+", "%20") + "/" + view);
        browser.until(
                "document.querySelector('main h1') !== null && !document.getElementById('main').hasAttribute('aria-busy')");
    }

    private static List<String> pending(String agent) throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        server.get("/v1/suggestions?status=pending&limit=500&agent=" + agent)
                .path("items")
                .forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    private static List<String> texts(String css) {
        return browser.all(css).stream().map(WebElement::getText).toList();
    }

    private static void sh(String command) throws IOException, InterruptedException {
        Distribution.Result result = Distribution.sh(command, folder.resolve("home"), folder);
        assertThat(result.exit()).as(result.output()).isZero();
    }
}
