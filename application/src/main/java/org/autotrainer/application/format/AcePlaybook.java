package org.autotrainer.application.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.autotrainer.application.spi.Beginning;
import org.autotrainer.application.spi.Cut;
import org.autotrainer.application.spi.EvaluationFormat;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.Suggestion;

/**
 * Playbooks of ACE: text with a lesson on each line, {@code [shr-00001] …}, below headings.
 *
 * <p>Each lesson is a piece of advice under the key {@code ace-playbook_ID}. Counters that stand before it are what somebody
 * else counted and not evidence, so they are left out.
 */
public final class AcePlaybook implements EvaluationFormat {
    private static final Pattern LESSON =
            Pattern.compile("\\[([a-z_]{1,40}-\\d{1,9})\\](?: helpful=\\d+ harmful=\\d+ ::)?\\s*(.*)");
    private static final int ENOUGH = 2;

    @Override
    public String name() {
        return "ace-playbook";
    }

    @Override
    public Optional<Cut> cut(Beginning beginning) {
        boolean playbook = beginning.kind() == Beginning.Kind.TEXT
                && beginning.first().get("lines") instanceof List<?> lines
                && lines.stream()
                                .filter(line ->
                                        LESSON.matcher(String.valueOf(line)).matches())
                                .count()
                        >= ENOUGH;
        return playbook ? Optional.of(new Cut.Lines()) : Optional.empty();
    }

    @Override
    public Reading reading(Source source) {
        return new Lessons();
    }

    private final class Lessons implements Reading {
        @Override
        public List<Evaluation> read(Map<String, Object> record) {
            return List.of();
        }

        @Override
        public List<Advice> advice(Map<String, Object> record) {
            Matcher lesson = LESSON.matcher(new JsonFields(record).words("text").strip());
            if (!lesson.matches() || lesson.group(2).isBlank()) {
                return List.of();
            }
            String text = Suggestion.of(lesson.group(2)).text();
            return List.of(new Advice(name() + "_" + lesson.group(1), text));
        }
    }
}
