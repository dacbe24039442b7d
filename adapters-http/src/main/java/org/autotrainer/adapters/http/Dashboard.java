package org.autotrainer.adapters.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.autotrainer.adapters.http.Route.Access;
import org.autotrainer.application.TrainingLoop;

/**
 * The dashboard: a page that is given to anyone, since it holds no data. It asks {@code /v1} for them with a token that a person
 * enters. Thread-safe.
 */
final class Dashboard {
    private static final String ASSETS = "/assets/";
    private static final Map<String, String> MEDIA_TYPES = Map.of(
            ".html", "text/html; charset=utf-8",
            ".css", "text/css; charset=utf-8",
            ".js", "text/javascript; charset=utf-8",
            ".svg", "image/svg+xml",
            ".txt", "text/plain; charset=utf-8");
    private static final Set<String> FILES = Set.of(
            "api.js",
            "app.js",
            "charts.js",
            "curation.js",
            "datasets.js",
            "dom.js",
            "evaluation.js",
            "evaluations.js",
            "heuristics.js",
            "icon.svg",
            "journal.js",
            "overview.js",
            "parameters.js",
            "story.js",
            "style.css",
            "success.js",
            "suggestions.js",
            "uPlot.LICENSE.txt",
            "uPlot.iife.min.js",
            "uPlot.min.css");
    /** Scripts and styles of this server alone, no markup from strings, no frame around it. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
            + " require-trusted-types-for 'script'; trusted-types 'none'";

    private Dashboard() {}

    static List<Route> routes() {
        return List.of(
                new Route("GET", "/", Set.of(), Endpoints.SMALL, Access.OPEN, call -> file(call, "index.html")),
                new Route("GET", ASSETS + "{name}", Set.of(), Endpoints.SMALL, Access.OPEN, Dashboard::asset));
    }

    private static Answer asset(Call call) {
        String name = call.variable("name");
        return FILES.contains(name)
                ? file(call, name)
                : Answer.problem(ProblemDetails.of(404, "the dashboard has no such file"));
    }

    private static Answer file(Call call, String name) {
        call.knowing();
        String mediaType = MEDIA_TYPES.getOrDefault(name.substring(name.lastIndexOf('.')), "");
        return new Answer(
                200,
                mediaType,
                read(name),
                Optional.empty(),
                Map.of(
                        "Content-Security-Policy", POLICY,
                        "Referrer-Policy", "no-referrer",
                        "Cross-Origin-Opener-Policy", "same-origin",
                        "Cross-Origin-Resource-Policy", "same-origin"));
    }

    private static byte[] read(String name) {
        try (InputStream file = TrainingLoop.class.getResourceAsStream("page/" + name)) {
            if (file == null) {
                throw new IllegalStateException("the program lacks its " + name);
            }
            return file.readAllBytes();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
