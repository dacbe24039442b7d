package org.autotrainer.domain.recall;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.autotrainer.domain.evaluation.Context;
import org.autotrainer.domain.memory.Heuristic;
import org.autotrainer.domain.text.Terms;

/** Relevance written down as plainly as the formula: no index, every heuristic anew. */
final class PlainRelevance {
    private PlainRelevance() {}

    static double of(Heuristic heuristic, Context context, Collection<Heuristic> all) {
        if (context.isEmpty()) {
            return 0.5;
        }
        Map<String, Double> query = new LinkedHashMap<>();
        for (String term : Terms.of(context.text())) {
            double idf = idf(term, all);
            if (idf >= 0.25 || all.size() <= 20) {
                query.put(term, idf);
            }
        }
        for (String tag : context.tags()) {
            query.put(Terms.tag(tag), 1.5 * Math.max(1, idf(Terms.tag(tag), all)));
        }
        double covered = 0;
        double asked = 0;
        for (Map.Entry<String, Double> term : query.entrySet()) {
            double frequency = inText(heuristic, term.getKey())
                    + heuristic.contexts().count(term.getKey())
                            / (heuristic.support().tasks() + 1.0);
            covered += term.getValue() * 2.2 * frequency / (frequency + 1.2);
            asked += term.getValue();
        }
        double coverage = asked == 0 ? 0 : covered / asked;
        double relevance = 1 / (1 + Math.exp(-(coverage / 0.3 - 0.7) / 0.2));
        return heuristic.contexts().isEmpty() ? Math.max(0.5, relevance) : relevance;
    }

    private static double idf(String term, Collection<Heuristic> all) {
        long having = all.stream()
                .filter(one -> inText(one, term) > 0 || one.contexts().count(term) > 0)
                .count();
        return Math.log(1 + (all.size() - having + 0.5) / (having + 0.5));
    }

    private static int inText(Heuristic heuristic, String term) {
        List<String> terms = Terms.of(heuristic.text());
        return Collections.frequency(terms, term);
    }
}
