package org.autotrainer.application.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.autotrainer.application.spi.Beginning;
import org.autotrainer.application.spi.Cut;
import org.autotrainer.application.spi.EvaluationFormat;
import org.autotrainer.domain.evaluation.Attempt;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.EvaluationBuilder;
import org.autotrainer.domain.evaluation.Outcome;

/**
 * Results of Terminal-Bench: the {@code results.json} of a run, or that of one trial.
 *
 * <p>The score is the share of the tests that passed. That the agent ran out of time is a failure; that the tests did, that
 * their output was not understood or that the agent could not be installed or crashed was not measured. There is no advice.
 */
public final class TerminalBench implements EvaluationFormat {
    private static final Set<String> NOT_MEASURED =
            Set.of("test_timeout", "parse_error", "unknown", "unknown_agent_error", "agent_installation_failed");
    private static final int EXCERPT = 1_000;
    private static final Pattern TRIAL = Pattern.compile(".*\\.(\\d{1,6})-of-\\d{1,6}\\.?(.*)");

    @Override
    public String name() {
        return "terminal-bench";
    }

    @Override
    public Optional<Cut> cut(Beginning beginning) {
        if (beginning.isObjectWith("task_id", "is_resolved", "failure_mode")) {
            return Optional.of(new Cut.Objects());
        }
        boolean run = beginning.isObjectWith("results")
                && beginning.first().get("results") instanceof List<?> results
                && !results.isEmpty()
                && results.get(0) instanceof Map<?, ?> first
                && first.containsKey("trial_name")
                && first.containsKey("is_resolved");
        return run ? Optional.of(new Cut.Elements("/results")) : Optional.empty();
    }

    @Override
    public Reading reading(Source source) {
        String run = new JsonFields(source.head()).textOrNothing("id");
        Tries tries = new Tries(source, run);
        return record -> List.of(
                evaluation(new JsonFields(record), run.isEmpty() ? Optional.of(source) : Optional.empty(), tries));
    }

    /** Trials are named {@code TASK.2-of-5.RUN}, which alone tells the run of a trial that stands alone. */
    private static Attempt attempt(JsonFields trial, Optional<Source> alone, Tries tries) {
        String task = trial.id("task_id");
        Matcher name = TRIAL.matcher(trial.textOrNothing("trial_name"));
        return name.matches()
                ? alone.map(source -> new Tries(source, name.group(2)))
                        .orElse(tries)
                        .numbered(task, Math.max(0, Integer.parseInt(name.group(1)) - 1))
                : tries.next(task);
    }

    private Evaluation evaluation(JsonFields trial, Optional<Source> alone, Tries tries) {
        String failure = trial.textOrNothing("failure_mode");
        boolean timedOut = failure.equals("agent_timeout");
        Optional<Boolean> resolved = trial.truth("is_resolved");
        boolean solved = resolved.orElse(false);
        boolean measured = solved || timedOut || (resolved.isPresent() && !NOT_MEASURED.contains(failure));
        JsonFields tests = trial.part("parser_results");
        long passed = tests.object().values().stream()
                .filter(result -> "passed".equals(result))
                .count();
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("trial", Clean.name(trial.textOrNothing("trial_name")));
        metadata.put("failure_mode", Clean.prose(failure, EXCERPT));
        EvaluationBuilder evaluation = Evaluation.of(attempt(trial, alone, tries))
                .critic(name(), "")
                .outcome(measured ? Outcome.MEASURED : Outcome.ERROR)
                .success(measured && solved)
                .context(Clean.prose(trial.textOrNothing("instruction"), EXCERPT))
                .metadata(metadata);
        if (measured) {
            int count = tests.object().size();
            evaluation.score(count == 0 ? (solved ? 1 : 0) : (double) passed / count);
        }
        return evaluation.build();
    }
}
