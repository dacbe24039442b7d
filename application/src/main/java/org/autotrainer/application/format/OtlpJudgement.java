package org.autotrainer.application.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.autotrainer.domain.evaluation.Identity;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.evaluation.Limits;

/**
 * What a critic found about a span, a trace or a session, before it is known what happened there.
 *
 * @param trace id of the trace that was judged; empty when it is not known
 * @param span id of the span that was judged; empty when the whole trace was, or when it is not known
 * @param response id of the model's response that was judged; empty when it is not named
 * @param scope what was judged
 * @param found what the critic says, as far as it does: its name, a score, a label, an explanation, its own error, and of
 *     which kind it is
 * @param time when it was judged, in nanoseconds since 1970; 0 when that is not known
 * @param attributes what else stands at the judgement
 */
public record OtlpJudgement(
        String trace,
        String span,
        String response,
        Scope scope,
        Map<String, Object> found,
        long time,
        Map<String, Object> attributes) {
    /** The name of the event in which OpenTelemetry puts a judgement. */
    static final String EVENT = "gen_ai.evaluation.result";

    private static final int EXPLANATION = 20_000;
    private static final Pattern OPEN_INFERENCE =
            Pattern.compile("(trace\\.|session\\.|)(evaluations|annotations)\\.(\\d{1,9})\\.(evaluation|annotation)\\."
                    + "(name|score|label|explanation|annotator_kind|identifier)");

    /** What a judgement is about. */
    public enum Scope {
        /** One operation. */
        SPAN,
        /** All that belongs to one request. */
        TRACE,
        /** A conversation of several requests. */
        SESSION
    }

    /** The judgement of an event of OpenTelemetry, at a span or as a record of its own. */
    static OtlpJudgement of(
            Map<?, ?> event, String trace, String span, Map<String, Object> all, Map<String, Object> resource) {
        Map<String, Object> found = new LinkedHashMap<>();
        put(found, "name", all.getOrDefault("gen_ai.evaluation.name", ""));
        put(found, "score", all.getOrDefault("gen_ai.evaluation.score.value", ""));
        put(found, "label", all.getOrDefault("gen_ai.evaluation.score.label", ""));
        put(found, "explanation", all.getOrDefault("gen_ai.evaluation.explanation", ""));
        put(found, "error", all.getOrDefault("error.type", ""));
        Map<String, Object> others = OtlpSpan.ofUse(all, resource);
        others.keySet().removeIf(name -> name.startsWith("gen_ai.evaluation.") || name.equals("error.type"));
        String response = all.get("gen_ai.response.id") instanceof String id ? id : "";
        return new OtlpJudgement(
                trace, span, response, Scope.SPAN, found, OtlpValues.nanos(event, "timeUnixNano"), others);
    }

    /**
     * The judgements among the attributes of a span, as OpenInference puts them there: about the span itself or its trace
     * or session, or, at the span of an evaluator, about what its link names.
     */
    static List<OtlpJudgement> at(OtlpSpan span, Map<?, ?> raw, Map<String, Object> all) {
        Map<String, Map<String, Object>> items = new LinkedHashMap<>();
        for (String name : new TreeSet<>(all.keySet())) {
            Matcher item = OPEN_INFERENCE.matcher(name);
            if (item.matches()) {
                String key = item.group(1) + "|" + item.group(2) + "|" + item.group(3);
                put(
                        items.computeIfAbsent(key, any -> new LinkedHashMap<>()),
                        item.group(5),
                        all.getOrDefault(name, ""));
            }
        }
        List<OtlpJudgement> judgements = new ArrayList<>();
        items.forEach((key, found) -> judgements.add(about(span, raw, key.substring(0, key.indexOf('|')), found)));
        return judgements;
    }

    private static OtlpJudgement about(OtlpSpan at, Map<?, ?> raw, String scope, Map<String, Object> found) {
        String trace = at.trace();
        String span = at.id();
        List<?> links = at.isEvaluator() ? new JsonFields(raw).list("links") : List.of();
        boolean linked = links.size() == 1;
        if (linked) {
            Map<?, ?> link = OtlpValues.map("a link", links.get(0));
            trace = OtlpValues.id(link, "traceId", 32);
            span = OtlpValues.id(link, "spanId", 16);
        }
        Scope about = scope.equals("session.")
                ? Scope.SESSION
                : scope.equals("trace.") || (at.isEvaluator() && !linked) ? Scope.TRACE : Scope.SPAN;
        return new OtlpJudgement(
                trace,
                about == Scope.SPAN ? span : "",
                "",
                about,
                found,
                at.end(),
                at.isEvaluator() ? at.attributes() : Map.of());
    }

    private static void put(Map<String, Object> found, String name, Object value) {
        if (value instanceof String text && !text.isEmpty()) {
            found.put(name, JsonFields.excerpt(text, EXPLANATION));
        } else if (value instanceof Number || value instanceof Boolean) {
            found.put(name, value);
        }
    }

    /**
     * Checks that it says who judged, and can be told what.
     *
     * @throws InvalidValueException if it does not
     */
    OtlpJudgement checked() {
        if (critic().isEmpty()) {
            throw new InvalidValueException("a judgement names no critic; OpenTelemetry has it in"
                    + " gen_ai.evaluation.name, OpenInference in evaluations.0.evaluation.name");
        }
        if (trace.isEmpty() && response.isEmpty() && !namesItsTask()) {
            throw new InvalidValueException("a judgement names neither a span nor a response that it is about");
        }
        return this;
    }

    private boolean namesItsTask() {
        return OtlpFacts.TASK.stream().anyMatch(attributes::containsKey);
    }

    /** Who judged. */
    String critic() {
        return OtlpText.line(text("name"), Limits.NAME);
    }

    /** One of the texts that the critic gave; empty when it did not. */
    String text(String name) {
        return found.get(name) instanceof String text ? text : "";
    }

    /** Names the judgement: the same about the same is one, in whichever way it comes. */
    public String id() {
        Identity id = Identity.of("otlp").text(trace).text(span).text(trace.isEmpty() ? response : "");
        id.text(scope.name().toLowerCase(Locale.ROOT));
        if (trace.isEmpty() && response.isEmpty()) {
            OtlpFacts.TASK.forEach(name -> id.text(String.valueOf(attributes.getOrDefault(name, ""))));
            id.number(time);
        }
        for (String name : List.of("name", "score", "label", "explanation", "error")) {
            Object value = found.getOrDefault(name, "");
            id.text(value instanceof Number number ? Double.toString(number.doubleValue()) : value.toString());
        }
        return "otlp-" + id.id();
    }

    /** About how many characters it takes. */
    long size() {
        return OtlpValues.OVERHEAD + OtlpValues.length(found) + OtlpValues.length(attributes);
    }

    /** The judgement as an object of JSON, from which {@link #ofObject} makes an equal one. */
    public Map<String, Object> toObject() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("trace", trace);
        object.put("span", span);
        object.put("response", response);
        object.put("scope", scope.name());
        object.put("found", found);
        object.put("time", time);
        object.put("attributes", attributes);
        return object;
    }

    /**
     * The judgement of an object that {@link #toObject} made.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static OtlpJudgement ofObject(Map<String, Object> object) {
        JsonFields fields = new JsonFields(object);
        return new OtlpJudgement(
                fields.text("trace").orElse(""),
                fields.text("span").orElse(""),
                fields.text("response").orElse(""),
                Scope.valueOf(fields.text("scope").orElse("")),
                object(fields, "found"),
                OtlpValues.nanos(object, "time"),
                attributes(fields));
    }

    static Map<String, Object> attributes(JsonFields fields) {
        return object(fields, "attributes");
    }

    private static Map<String, Object> object(JsonFields fields, String name) {
        Map<String, Object> object = new LinkedHashMap<>();
        fields.object(name)
                .ifPresent(given -> given.object().forEach((key, value) -> object.put(String.valueOf(key), value)));
        return object;
    }
}
