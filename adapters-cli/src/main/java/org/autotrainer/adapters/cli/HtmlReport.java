package org.autotrainer.adapters.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.autotrainer.adapters.cli.console.Json;
import org.autotrainer.application.BrowseHeuristics;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.wire.Page;

/**
 * The report as one page that needs nothing else: the scripts of the dashboard, and what they draw, stand in it. Its policy lets
 * in these scripts alone, by their hashes.
 */
final class HtmlReport {
    private static final int PAGE = 500;
    private static final int PAGES = 4;
    /** Each before those that use it. */
    private static final List<String> MODULES =
            List.of("dom.js", "charts.js", "success.js", "heuristics.js", "overview.js", "parameters.js", "report.js");

    private static final Pattern IMPORT = Pattern.compile("^import [^;]+;\n", Pattern.MULTILINE);
    private static final Pattern EXPORT = Pattern.compile("^export ", Pattern.MULTILINE);

    private HtmlReport() {}

    /** The page about an agent. */
    static String of(TrainingLoop loop, String agent) {
        String style = file("uPlot.min.css") + file("style.css");
        String plot = file("uPlot.iife.min.js");
        String script = MODULES.stream().map(HtmlReport::inlined).collect(Collectors.joining("\n"));
        String policy =
                "default-src 'none'; script-src " + hash(plot) + " " + hash(script) + "; style-src " + hash(style)
                        + "; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("policy", policy);
        parts.put("style", style);
        parts.put("data", Json.line(learned(loop, agent)).replace("<", "\\u003c"));
        parts.put("plot", plot);
        parts.put("script", script);
        return filled(file("report.html"), parts);
    }

    /** What the dashboard asks {@code /v1} for, in the same shapes. */
    private static Map<String, Object> learned(TrainingLoop loop, String agent) {
        Map<String, Object> learned = new LinkedHashMap<>();
        learned.put("report", loop.report().report(agent));
        learned.put("success", loop.success().report(agent));
        learned.put("heuristics", heuristics(loop, agent));
        learned.put("parameters", loop.parameters().list(agent));
        return learned;
    }

    private static Page<BrowseHeuristics.Item> heuristics(TrainingLoop loop, String agent) {
        List<BrowseHeuristics.Item> items = new ArrayList<>();
        Optional<String> next = Optional.of("");
        for (int i = 0; i < PAGES && next.isPresent(); i++) {
            Page<BrowseHeuristics.Item> page = loop.heuristics().list(agent, next.get(), PAGE);
            items.addAll(page.items());
            next = page.following();
        }
        return Page.of(items, next);
    }

    /** A module as a part of one script: what it imports stands before it. */
    private static String inlined(String module) {
        return EXPORT.matcher(IMPORT.matcher(file(module)).replaceAll("")).replaceAll("");
    }

    /** The template with its parts; what looks like a place in a part is none. */
    private static String filled(String template, Map<String, String> parts) {
        StringBuilder page = new StringBuilder();
        String rest = template;
        for (Map.Entry<String, String> part : parts.entrySet()) {
            String place = "{" + part.getKey() + "}";
            int at = rest.indexOf(place);
            page.append(rest, 0, at).append(part.getValue());
            rest = rest.substring(at + place.length());
        }
        return page.append(rest.stripTrailing()).toString();
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this Java lacks SHA-256", missing);
        }
    }

    private static String file(String name) {
        try (InputStream file = TrainingLoop.class.getResourceAsStream("page/" + name)) {
            if (file == null) {
                throw new IllegalStateException("the program lacks its " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
