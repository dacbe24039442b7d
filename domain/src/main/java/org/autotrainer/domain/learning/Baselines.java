package org.autotrainer.domain.learning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How likely success is whatever is handed out: over all tasks, by model and by tag, each but the first watched for a change.
 * Working state of the fold.
 */
final class Baselines implements InParts {
    private static final String OVERALL = "overall";
    private static final String MODEL = "model:";
    private static final String TAG = "tag:";

    private final Consumer<String> touch;
    private final Map<String, Baseline> baselines = new HashMap<>();

    Baselines(Consumer<String> touch) {
        this.touch = touch;
    }

    /** One baseline, with the detector that watches it. */
    static final class Baseline {
        private final String name;
        private final Weight weight;
        private final Detector detector;

        private Baseline(String name, Weight weight, Detector detector) {
            this.name = name;
            this.weight = weight;
            this.detector = detector;
        }

        private static Baseline fresh(String name) {
            Weight weight = name.equals(OVERALL)
                    ? new Weight(Tuning.OVERALL, Tuning.OVERALL_VARIANCE)
                    : new Weight(0, name.startsWith(MODEL) ? Tuning.MODEL_VARIANCE : Tuning.TAG_VARIANCE);
            return new Baseline(name, weight, new Detector());
        }

        Weight weight() {
            return weight;
        }

        /** Takes in an error of the prediction; when outcomes have left what was predicted, it is doubted, and tells so. */
        Optional<Alarm> watch(double error, Judged judged) {
            int direction = name.equals(OVERALL) ? 0 : detector.add(error);
            if (direction == 0) {
                return Optional.empty();
            }
            weight.loosen(Tuning.CONTEXT_ALARM_VARIANCE);
            int colon = name.indexOf(':');
            return Optional.of(
                    new Alarm(judged.at(), name.substring(0, colon), name.substring(colon + 1), direction > 0));
        }
    }

    /** Those of a task, which are about to change: the one of all tasks first. */
    List<Baseline> of(Judged judged) {
        List<Baseline> found = new ArrayList<>(2 + judged.tags().size());
        found.add(named(OVERALL));
        if (!judged.model().isEmpty()) {
            found.add(named(MODEL + judged.model()));
        }
        judged.tags().forEach(tag -> found.add(named(TAG + tag)));
        return found;
    }

    private Baseline named(String name) {
        touch.accept(name);
        return baselines.computeIfAbsent(name, Baseline::fresh);
    }

    @Override
    public boolean has(String name) {
        return name.equals(OVERALL) || name.startsWith(MODEL) || name.startsWith(TAG);
    }

    @Override
    public List<String> names() {
        return List.copyOf(baselines.keySet());
    }

    @Override
    public Part part(String name) {
        Baseline baseline = Optional.ofNullable(baselines.get(name)).orElseThrow();
        Numbers to = new Numbers();
        baseline.weight.write(to);
        baseline.detector.write(to);
        return new Part(name, "", to.toArray());
    }

    @Override
    public void restore(Part part) {
        Numbers from = new Numbers(part.numbers());
        Weight weight = Weight.read(from);
        baselines.put(part.name(), new Baseline(part.name(), weight, Detector.read(from)));
    }
}
