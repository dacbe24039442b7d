package org.autotrainer.application.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.autotrainer.application.spi.Beginning;
import org.autotrainer.application.spi.Cut;
import org.autotrainer.application.spi.EvaluationFormat;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.Suggestion;

/**
 * Skill books of Kayba's agentic context engine: a document of {@code skills} by their ids.
 *
 * <p>Each active skill is a piece of advice under the key {@code kayba-skillbook_ID}. What it was counted to have helped or
 * harmed is what somebody else counted and not evidence, so it is left out.
 */
public final class KaybaSkillbook implements EvaluationFormat {
    @Override
    public String name() {
        return "kayba-skillbook";
    }

    @Override
    public Optional<Cut> cut(Beginning beginning) {
        boolean skills = beginning.isObjectWith("skills")
                && beginning.first().get("skills") instanceof Map<?, ?> map
                && map.values().stream()
                        .limit(1)
                        .anyMatch(skill -> skill instanceof Map<?, ?> one && one.containsKey("content"));
        return skills ? Optional.of(new Cut.Objects()) : Optional.empty();
    }

    @Override
    public Reading reading(Source source) {
        return new Skills();
    }

    private final class Skills implements Reading {
        @Override
        public List<Evaluation> read(Map<String, Object> record) {
            return List.of();
        }

        @Override
        public List<Advice> advice(Map<String, Object> record) {
            List<Advice> advice = new ArrayList<>();
            JsonFields skills = new JsonFields(record).part("skills");
            for (Object id : skills.object().keySet()) {
                JsonFields skill = skills.part((String) id);
                String status = skill.words("status");
                if (status.isEmpty() || status.equals("active")) {
                    String text = Suggestion.of(skill.words("content")).text();
                    advice.add(new Advice(Clean.name(name() + "_" + id), text));
                }
            }
            return advice;
        }
    }
}
