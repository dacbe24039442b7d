package org.autotrainer.application.format;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.autotrainer.application.spi.Beginning;
import org.autotrainer.application.spi.Cut;
import org.autotrainer.application.spi.EvaluationFormat;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.EvaluationBuilder;

/**
 * Logs of Reflexion on questions: text with a section for each trial, in which every question stands with its outcome.
 *
 * <p>A question that was solved is not tried again, though later trials list it: only what was tried is read. Reflections
 * are advice: the agent wrote them for its own next attempt. What holds an outcome but no question is not read.
 */
public final class ReflexionLog implements EvaluationFormat {
    private static final Pattern TRIAL = Pattern.compile("BEGIN TRIAL (\\d{1,6})");
    private static final Pattern OUTCOME = Pattern.compile("Observation: .*Answer is (CORRECT|INCORRECT).*");
    private static final String QUESTION = "Question:";
    private static final String REFLECTIONS = "Reflections:";
    private static final String ANSWER = "Correct answer:";
    private static final int EXCERPT = 1_000;
    private static final int LONGEST = 4_000;

    @Override
    public String name() {
        return "reflexion-log";
    }

    @Override
    public Optional<Cut> cut(Beginning beginning) {
        boolean log = beginning.kind() == Beginning.Kind.TEXT
                && beginning.first().get("lines") instanceof List<?> lines
                && lines.stream()
                        .limit(10)
                        .anyMatch(line -> TRIAL.matcher(String.valueOf(line)).matches());
        return log ? Optional.of(new Cut.Lines()) : Optional.empty();
    }

    @Override
    public Reading reading(Source source) {
        return new Log(new Tries(source, ""));
    }

    /** The lines of a log in their order; an attempt is complete with the answer that should have been given. */
    private final class Log implements Reading {
        private final Tries tries;
        private final Set<String> solved = new HashSet<>();
        private int trial = 1;
        private String question = "";
        private Optional<Boolean> correct = Optional.empty();
        private boolean reflecting;
        private final StringBuilder reflection = new StringBuilder();

        Log(Tries tries) {
            this.tries = tries;
        }

        @Override
        public List<Evaluation> read(Map<String, Object> record) {
            String line = new JsonFields(record).words("text").strip();
            Matcher begun = TRIAL.matcher(line);
            Matcher outcome = OUTCOME.matcher(line);
            if (begun.matches()) {
                trial = Math.max(1, Integer.parseInt(begun.group(1)));
            } else if (line.startsWith(QUESTION)) {
                question = line.substring(QUESTION.length()).strip();
                correct = Optional.empty();
            } else if (outcome.matches()) {
                correct = Optional.of(outcome.group(1).equals("CORRECT"));
            } else if (line.startsWith(REFLECTIONS)) {
                reflecting = true;
                reflection.setLength(0);
                reflection.append(line.substring(REFLECTIONS.length()).strip());
            } else if (line.startsWith(ANSWER)) {
                reflecting = false;
                return attempt();
            } else if (reflecting && reflection.length() < LONGEST) {
                reflection.append('\n').append(line);
            }
            return List.of();
        }

        private List<Evaluation> attempt() {
            if (question.isEmpty() || correct.isEmpty() || solved.contains(question)) {
                return List.of();
            }
            boolean success = correct.get();
            if (success) {
                solved.add(question);
            }
            String task = "question " + Clean.hash(question).substring(0, 12);
            EvaluationBuilder evaluation = Evaluation.of(tries.numbered(task, trial - 1))
                    .critic(name(), "")
                    .success(success)
                    .score(success ? 1 : 0)
                    .context(Clean.prose(question, EXCERPT));
            if (!success) {
                evaluation.suggest(Clean.advice(reflection.toString()));
            }
            return List.of(evaluation.build());
        }
    }
}
