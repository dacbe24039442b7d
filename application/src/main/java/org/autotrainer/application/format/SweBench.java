package org.autotrainer.application.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.autotrainer.application.spi.Beginning;
import org.autotrainer.application.spi.Cut;
import org.autotrainer.application.spi.EvaluationFormat;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.EvaluationBuilder;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.evaluation.Outcome;

/**
 * Results of SWE-bench and SWE-bench Pro: reports of instances, the lists of a run's report, or just true and false by
 * instance.
 *
 * <p>The task is the instance. Nothing in these files names the run, so the folder they lie in does. An instance without a
 * patch is a failure; one that the harness could not run, or could not tell, was not measured, whatever else lists it. Of a report the score is the share of the tests
 * that were to be mended, else it is 1 or 0. There is no advice.
 */
public final class SweBench implements EvaluationFormat {
    private static final int EXCERPT = 1_000;
    private static final List<String> MEASURED = List.of("unresolved_ids", "empty_patch_ids", "resolved_ids");

    /** An instance may stand in several lists: the last one of these counts. */
    private static final List<String> LISTS = List.of(
            "unresolved_ids",
            "empty_patch_ids",
            "resolved_ids",
            "incomplete_ids",
            "ambiguous_failure_ids",
            "infra_failure_ids",
            "error_ids");

    @Override
    public String name() {
        return "swe-bench";
    }

    @Override
    public Optional<Cut> cut(Beginning beginning) {
        if (beginning.isObjectWith("resolved_ids") && beginning.first().get("resolved_ids") instanceof List) {
            return Optional.of(new Cut.Objects());
        }
        boolean byInstance = beginning.kind() == Beginning.Kind.JSON
                && !beginning.first().isEmpty()
                && beginning.first().entrySet().stream()
                        .limit(1)
                        .allMatch(instance -> instance.getKey().contains("__") && isOutcome(instance.getValue()));
        return byInstance ? Optional.of(new Cut.Members()) : Optional.empty();
    }

    private static boolean isOutcome(Object value) {
        return value instanceof Boolean
                || (value instanceof Map<?, ?> report
                        && (report.containsKey("resolved") || report.containsKey("patch_exists")));
    }

    @Override
    public Reading reading(Source source) {
        Tries tries = new Tries(source, folder(source.fileName()));
        return record -> record.containsKey("resolved_ids")
                ? all(new JsonFields(record), tries)
                : List.of(one(new JsonFields(record), tries));
    }

    /** The folder that a file lies in. */
    private static String folder(String fileName) {
        String[] parts = fileName.replace('\\', '/').split("/", -1);
        return parts.length < 2 ? "" : parts[parts.length - 2];
    }

    private Evaluation one(JsonFields member, Tries tries) {
        String instance = member.words("name");
        Object value = member.object().get("value");
        if (value instanceof Boolean resolved) {
            return judged(tries, instance, resolved).score(resolved ? 1 : 0).build();
        }
        if (!(value instanceof Map<?, ?> map)) {
            throw new InvalidValueException(instance + " is neither true, false nor a report");
        }
        JsonFields report = new JsonFields(map);
        boolean resolved = report.needed("resolved");
        if (!resolved && report.truth("infra_failure").orElse(false)) {
            return judged(tries, instance, false)
                    .outcome(Outcome.ERROR)
                    .metadata(Map.of("error", Clean.prose(report.textOrNothing("infra_failure_reason"), EXCERPT)))
                    .build();
        }
        JsonFields toMend = report.part("tests_status").part("FAIL_TO_PASS");
        int mended = toMend.list("success").size();
        int tests = mended + toMend.list("failure").size();
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("patch", report.truth("patch_exists").orElse(true));
        metadata.put("applied", report.truth("patch_successfully_applied").orElse(true));
        return judged(tries, instance, resolved)
                .score(tests == 0 || resolved ? (resolved ? 1 : 0) : (double) mended / tests)
                .metadata(metadata)
                .build();
    }

    private List<Evaluation> all(JsonFields report, Tries tries) {
        Map<String, String> lists = new LinkedHashMap<>();
        for (String list : LISTS) {
            report.list(list).forEach(id -> lists.put(instance(id), list));
        }
        List<Evaluation> evaluations = new ArrayList<>();
        lists.forEach((id, list) -> evaluations.add(listed(tries, id, list)));
        return evaluations;
    }

    private Evaluation listed(Tries tries, String instance, String list) {
        boolean resolved = list.equals("resolved_ids");
        EvaluationBuilder evaluation = judged(tries, instance, resolved);
        return MEASURED.contains(list)
                ? evaluation.score(resolved ? 1 : 0).build()
                : evaluation
                        .outcome(Outcome.ERROR)
                        .metadata(Map.of("error", list))
                        .build();
    }

    private static String instance(Object id) {
        if (id instanceof String text) {
            return text;
        }
        throw new InvalidValueException("an instance is no text");
    }

    /** Instances are named after the project that they belong to: {@code owner__project-…}. */
    private EvaluationBuilder judged(Tries tries, String instance, boolean resolved) {
        String project = Clean.name(instance.replaceFirst("^instance_", "").replaceFirst("-.*$", ""));
        return Evaluation.of(tries.next(instance))
                .critic(name(), "")
                .success(resolved)
                .context("", project.isEmpty() || project.length() > 100 ? new String[0] : new String[] {project});
    }
}
