package org.autotrainer.application.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.autotrainer.application.spi.Beginning;
import org.autotrainer.application.spi.Cut;
import org.autotrainer.application.spi.EvaluationFormat;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.EvaluationBuilder;
import org.autotrainer.domain.evaluation.Outcome;

/**
 * Reports of tests in the XML of JUnit, which most test tools write.
 *
 * <p>A task is the class and the name of a test. A failure is a failure; an error was not measured; a test that was skipped is
 * none, nor is one that was not run. A test that failed and whose clean-up then broke is a failure. Runs that Surefire
 * repeated are attempts of their own, as are tests of one name. What a failure says is a finding and kept beside it, no
 * advice.
 */
public final class JUnitXml implements EvaluationFormat {
    private static final int EXCERPT = 2_000;
    /** What GoogleTest and CTest say of a test that is disabled, beside or in place of {@code <skipped>}. */
    private static final Set<String> NOT_RUN = Set.of("notrun", "disabled", "suppressed", "skipped");

    @Override
    public String name() {
        return "junit-xml";
    }

    @Override
    public Optional<Cut> cut(Beginning beginning) {
        Object root = beginning.first().get("name");
        boolean known =
                beginning.kind() == Beginning.Kind.XML && ("testsuites".equals(root) || "testsuite".equals(root));
        return known ? Optional.of(new Cut.Tags("testcase")) : Optional.empty();
    }

    @Override
    public Reading reading(Source source) {
        Tries tries = new Tries(source, "");
        return record -> evaluations(new JsonFields(record), tries);
    }

    private List<Evaluation> evaluations(JsonFields test, Tries tries) {
        if (isNotRun(test.part("attributes"))) {
            return List.of();
        }
        List<Evaluation> evaluations = new ArrayList<>();
        Optional<JsonFields> last = Optional.empty();
        for (JsonFields child : test.objects("children")) {
            switch (child.words("name")) {
                case "skipped" -> {
                    return List.of();
                }
                case "failure" -> last = Optional.of(child);
                case "error" -> last = last.or(() -> Optional.of(child));
                case "flakyFailure", "flakyError", "rerunFailure", "rerunError" ->
                    evaluations.add(evaluation(test, Optional.of(child), tries));
                default -> {
                    // what was printed, and properties
                }
            }
        }
        evaluations.add(evaluation(test, last, tries));
        return evaluations;
    }

    private static boolean isNotRun(JsonFields attributes) {
        return List.of("status", "result").stream()
                .anyMatch(name -> NOT_RUN.contains(attributes.words(name).toLowerCase(Locale.ROOT)));
    }

    private Evaluation evaluation(JsonFields test, Optional<JsonFields> wrong, Tries tries) {
        JsonFields attributes = test.part("attributes");
        String suite = attributes.words("classname");
        String task = suite.isEmpty() ? attributes.words("name") : suite + " " + attributes.words("name");
        boolean error = wrong.filter(
                        child -> child.words("name").toLowerCase(Locale.ROOT).endsWith("error"))
                .isPresent();
        EvaluationBuilder evaluation = Evaluation.of(tries.next(task))
                .critic(name(), "")
                .outcome(error ? Outcome.ERROR : Outcome.MEASURED)
                .success(wrong.isEmpty());
        if (!error) {
            evaluation.score(wrong.isEmpty() ? 1 : 0);
        }
        wrong.ifPresent(child -> evaluation.metadata(message(child)));
        return evaluation.build();
    }

    private static Map<String, Object> message(JsonFields wrong) {
        Map<String, Object> message = new LinkedHashMap<>();
        wrong.part("attributes").text("message").ifPresent(text -> message.put("message", Clean.prose(text, EXCERPT)));
        String text = wrong.words("text").strip();
        if (!text.isEmpty()) {
            message.put("text", Clean.prose(text, EXCERPT));
        }
        return message;
    }
}
