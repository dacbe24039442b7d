package org.autotrainer.adapters.cli.reading;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.autotrainer.application.ImportEvaluations.Item;
import org.autotrainer.application.ImportEvaluations.Trouble;
import org.autotrainer.application.spi.EvaluationFormat.Advice;
import org.autotrainer.domain.evaluation.Evaluation;

/** What was read of some files. */
record Imported(List<Item> items, List<Advice> advice, List<Trouble> troubles, List<String> notes) {
    static Imported of(Path... files) {
        return of(new Defaults("default", "", ""), files);
    }

    static Imported of(Defaults defaults, Path... files) {
        return of(defaults, List.of(files).stream().map(EvaluationSource::file).toList());
    }

    static Imported of(Defaults defaults, List<EvaluationSource> sources) {
        Imported imported = new Imported(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try (EvaluationReading reading = new EvaluationReading(sources, defaults, imported.notes::add)) {
            for (Optional<Batch> batch = reading.next(); batch.isPresent(); batch = reading.next()) {
                imported.items.addAll(batch.get().items());
                imported.advice.addAll(batch.get().advice());
                imported.troubles.addAll(batch.get().rejected());
            }
        }
        return imported;
    }

    List<Evaluation> evaluations() {
        return items.stream().map(Item::evaluation).toList();
    }

    Evaluation only() {
        if (items.size() != 1 || !troubles.isEmpty()) {
            throw new AssertionError("read were " + items.size() + " evaluations, and refused " + troubles);
        }
        return items.get(0).evaluation();
    }

    /** Successes, failures and what was not measured, as {@code 5/7/0}. */
    String totals() {
        long successes = evaluations().stream()
                .filter(evaluation -> evaluation.isMeasured() && evaluation.success())
                .count();
        long errors = evaluations().stream()
                .filter(evaluation -> !evaluation.isMeasured())
                .count();
        return successes + "/" + (items.size() - successes - errors) + "/" + errors;
    }

    List<String> reasons() {
        return troubles.stream().map(Trouble::reason).toList();
    }
}
