package org.autotrainer.application.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.autotrainer.application.spi.Beginning;
import org.autotrainer.application.spi.Cut;
import org.autotrainer.application.spi.EvaluationFormat;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.EvaluationBuilder;
import org.autotrainer.domain.evaluation.InvalidValueException;

/**
 * Logs of Tree of Thoughts: an array with a puzzle in each element, its samples in {@code ys}, and the reward of each in
 * {@code infos}, or whether it is right in {@code accs}.
 *
 * <p>Each sample is an attempt. Model, temperature and method stand in the name of the file. There is no advice.
 */
public final class TreeOfThoughts implements EvaluationFormat {
    private static final Pattern FILE =
            Pattern.compile("(.+?)_(\\d+(?:\\.\\d+)?)_(.+)_sample_\\d+_start\\d+_end\\d+\\.json");

    @Override
    public String name() {
        return "tree-of-thoughts";
    }

    @Override
    public Optional<Cut> cut(Beginning beginning) {
        return beginning.isObjectWith("idx", "ys", "infos") || beginning.isObjectWith("idx", "ys", "accs")
                ? Optional.of(new Cut.Objects())
                : Optional.empty();
    }

    @Override
    public Reading reading(Source source) {
        String fileName = source.fileName();
        Matcher file =
                FILE.matcher(fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1));
        Map<String, Object> parameters = new LinkedHashMap<>();
        String model = "";
        if (file.matches()) {
            model = Clean.name(file.group(1));
            parameters.put("temperature", Double.valueOf(file.group(2)));
            parameters.put("method", Clean.name(file.group(3)));
        }
        String run = String.valueOf(parameters.getOrDefault("method", ""));
        Tries tries = new Tries(source, run);
        String worked = model;
        return record -> evaluations(new JsonFields(record), tries, worked, parameters);
    }

    private List<Evaluation> evaluations(JsonFields puzzle, Tries tries, String model, Map<String, Object> parameters) {
        List<Evaluation> evaluations = new ArrayList<>();
        String task = "puzzle " + puzzle.id("idx");
        for (double reward : rewards(puzzle)) {
            EvaluationBuilder evaluation = Evaluation.of(tries.next(task))
                    .critic(name(), "")
                    .success(reward == 1)
                    .score(Math.max(0, Math.min(1, reward)))
                    .model(model)
                    .parameters(parameters);
            evaluations.add(evaluation.build());
        }
        return evaluations;
    }

    private static List<Double> rewards(JsonFields puzzle) {
        List<Double> rewards = new ArrayList<>();
        puzzle.objects("infos").forEach(info -> rewards.add(info.number("r")));
        for (Object right : puzzle.list("accs")) {
            if (!(right instanceof Boolean truth)) {
                throw new InvalidValueException("an element of accs is neither true nor false");
            }
            rewards.add(truth ? 1.0 : 0.0);
        }
        return rewards;
    }
}
