package org.autotrainer.application;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.autotrainer.application.ExportDataset.File;
import org.autotrainer.application.ExportDataset.Filter;
import org.autotrainer.application.ExportDataset.Manifest;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.domain.dataset.DatasetFile;
import org.autotrainer.domain.dataset.DatasetOptions;
import org.autotrainer.domain.dataset.DatasetReport;
import org.autotrainer.domain.dataset.DatasetResult;
import org.autotrainer.domain.dataset.Personal;
import org.autotrainer.domain.dataset.Split;
import org.autotrainer.domain.dataset.TaskChoice;
import org.autotrainer.domain.evaluation.InvalidValueException;

/** Makes manifests of data sets, and reads them. */
final class Manifests {
    private static final int VERSION = 1;

    private Manifests() {}

    static Manifest of(String agent, long position, String chain, DatasetOptions options, DatasetResult result) {
        List<File> files = new ArrayList<>();
        result.files().forEach(file -> files.add(new File(file.name(), file.rows(), file.sha256())));
        new TreeMap<>(result.beside()).forEach((name, text) -> files.add(describing(name, text)));
        return new Manifest(
                VERSION, agent, result.format(), position, chain, filter(options), counts(result), List.copyOf(files));
    }

    @SuppressWarnings("NullAway") // absent is null on the wire
    private static File describing(String name, String text) {
        return new File(name, null, DatasetFile.sha256(text));
    }

    private static Filter filter(DatasetOptions options) {
        TaskChoice tasks = options.tasks();
        return new Filter(
                tasks.excluded().stream().sorted().toList(),
                tasks.included().stream().sorted().toList(),
                tasks.leftOut().stream().sorted().toList(),
                options.split().share(),
                options.split().seed(),
                options.personal().word());
    }

    private static Map<String, Object> counts(DatasetResult result) {
        DatasetReport.Attempts read = result.parts().get(0).attempts();
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("evaluations", read.evaluations());
        counts.put("attempts", read.judged());
        counts.put("candidates", result.candidates());
        counts.put("rows", result.rows());
        return counts;
    }

    /** Refuses what is no manifest, or one of a newer version. */
    static void check(Manifest manifest) {
        if (manifest.manifest() != VERSION) {
            throw new InvalidValueException("manifest is " + manifest.manifest() + "; allowed is " + VERSION);
        }
        requireGiven("agent", manifest.agent());
        requireGiven("format", manifest.format());
        requireGiven("chain", manifest.chain());
        requireGiven("filter", manifest.filter());
        requireGiven("filter.excluded", manifest.filter().excluded());
        requireGiven("filter.included", manifest.filter().included());
        requireGiven("filter.left_out", manifest.filter().leftOut());
        requireGiven("filter.seed", manifest.filter().seed());
        requireGiven("filter.personal", manifest.filter().personal());
        requireGiven("files", manifest.files());
        if (manifest.position() < 0) {
            throw new InvalidValueException("position is " + manifest.position() + "; allowed are 0 and more");
        }
    }

    private static void requireGiven(String what, Object value) {
        if (value == null) {
            throw new InvalidValueException("the manifest lacks its " + what);
        }
    }

    static DatasetOptions options(Filter filter) {
        return new DatasetOptions(
                new TaskChoice(
                        Set.copyOf(filter.excluded()), Set.copyOf(filter.included()), Set.copyOf(filter.leftOut())),
                new Split(filter.validation(), filter.seed()),
                Personal.of(filter.personal()));
    }

    static void requireSameFiles(Manifest wanted, Manifest written) {
        if (!wanted.files().equals(written.files())) {
            throw new AutoTrainerException(
                    Problem.CONFLICT,
                    "other bytes came of the same journal than the manifest says: it was made by another version, or"
                            + " changed by hand");
        }
    }
}
