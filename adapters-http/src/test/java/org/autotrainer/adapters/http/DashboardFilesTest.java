package org.autotrainer.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.autotrainer.adapters.http.Exchange.Reply;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.store.MemoryStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The dashboard as it is given out; what it does in a browser is tested with the built program. */
class DashboardFilesTest {
    private static final Map<String, String> NO_TOKEN = Map.of("Authorization", "");
    private static final Pattern FILE = Pattern.compile("assets/([\\w.]+)");
    private static final Pattern MODULE = Pattern.compile("from \"./([\\w.]+)\"");

    private final TrainingLoop loop = TrainingLoop.over(new MemoryStore());
    private final Exchange server = Exchange.with(loop, 1);

    @AfterEach
    void close() {
        server.close();
        loop.close();
    }

    @Test
    void the_page_and_all_that_it_loads_need_no_token_and_do_not_count_as_requests() throws IOException {
        Reply page = server.raw("GET /", NO_TOKEN);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.mediaType()).isEqualTo("text/html; charset=utf-8");
        List<String> names = found(FILE, page.body());
        for (int i = 0; i < names.size(); i++) {
            Reply file = server.raw("GET /assets/" + names.get(i), NO_TOKEN);
            assertThat(file.status()).as(names.get(i)).isEqualTo(200);
            found(MODULE, file.body()).stream()
                    .filter(name -> !names.contains(name))
                    .forEach(names::add);
        }
        assertThat(names)
                .contains("app.js", "charts.js", "style.css", "uPlot.iife.min.js")
                .hasSizeGreaterThan(12);
    }

    @Test
    void each_file_of_it_is_bound_to_this_server() throws IOException {
        for (String path : List.of("/", "/assets/app.js", "/assets/style.css", "/assets/icon.svg")) {
            Reply reply = server.raw("GET " + path, NO_TOKEN);
            assertThat(reply.headers())
                    .as(path)
                    .containsEntry("x-content-type-options", "nosniff")
                    .containsEntry("referrer-policy", "no-referrer")
                    .containsEntry("cross-origin-resource-policy", "same-origin");
            assertThat(reply.headers().get("content-security-policy"))
                    .startsWith("default-src 'none'; script-src 'self'; style-src 'self'")
                    .contains("frame-ancestors 'none'", "base-uri 'none'", "require-trusted-types-for 'script'")
                    .doesNotContain("unsafe", "http:", "*");
        }
    }

    @Test
    void the_page_has_no_script_or_style_in_it_and_names_no_other_server() throws IOException {
        String page = server.raw("GET /", NO_TOKEN).body();
        assertThat(page).doesNotContain("<style", "style=", "onload", "onclick", "//");
        assertThat(page).containsPattern("<script src=\"assets/[^\"]+\" (defer|type=\"module\")></script>");
        for (String module : List.of("app.js", "api.js", "charts.js", "dom.js")) {
            assertThat(server.raw("GET /assets/" + module, NO_TOKEN).body())
                    .as(module)
                    .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(")
                    .doesNotContainPattern("https?://(?!www.w3.org/2000/svg)");
        }
    }

    @Test
    void only_its_own_files_are_given_out() throws IOException {
        for (String path : List.of("/assets/report.html", "/assets/index.html", "/assets/x.js", "/assets/")) {
            assertThat(server.raw("GET " + path, NO_TOKEN).status()).as(path).isEqualTo(404);
        }
        assertThat(server.raw("GET /assets", NO_TOKEN).status()).isEqualTo(401);
        assertThat(server.raw("GET /assets/..%2Freport.html", NO_TOKEN).status())
                .isIn(400, 404);
    }

    @Test
    void it_is_not_given_to_another_name_or_origin_and_takes_nothing() throws IOException {
        assertThat(server.raw("GET /", Map.of("Host", "evil.example")).status()).isEqualTo(421);
        assertThat(server.raw("GET /", Map.of("Origin", "http://evil.example")).status())
                .isEqualTo(403);
        assertThat(server.raw("POST /", Map.of()).status()).isEqualTo(405);
        assertThat(server.raw("GET /?x=1", NO_TOKEN).status()).isEqualTo(400);
    }

    @Test
    void the_library_that_draws_comes_with_its_licence() throws IOException {
        try (InputStream file = TrainingLoop.class.getResourceAsStream("page/uPlot.LICENSE.txt")) {
            assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8)).startsWith("The MIT License");
        }
        assertThat(server.raw("GET /assets/uPlot.iife.min.js", NO_TOKEN).body()).contains("uPlot (v1.6.32)");
    }

    private static List<String> found(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
