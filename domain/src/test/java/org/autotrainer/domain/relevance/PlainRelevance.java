package org.autotrainer.domain.relevance;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Relevance written down as plainly as the formula: no index, every document anew. */
final class PlainRelevance {
    private PlainRelevance() {}

    /**
     * A document.
     *
     * @param text how often its text holds each term
     * @param contexts how often its contexts hold each term
     * @param support how many tasks suggested it
     * @param suggested how often it was suggested
     * @param selfSum what it covered of the tasks that it was suggested for again
     * @param selfCount how many these were
     */
    record Document(
            String id,
            Map<String, Integer> text,
            Map<String, Integer> contexts,
            int support,
            int suggested,
            double selfSum,
            double selfCount) {
        boolean holds(String term) {
            return text.containsKey(term) || contexts.containsKey(term);
        }
    }

    /** How much of the weight of a question a document covers. */
    static double coverage(Document document, Collection<String> asked, List<Document> all) {
        Map<String, Double> query = new LinkedHashMap<>();
        for (String term : asked) {
            double idf = idf(term, all);
            if (term.startsWith("#")) {
                query.put(term, 1.5 * Math.max(1, idf));
            } else if (idf >= 0.25 || all.size() <= 20) {
                query.put(term, idf);
            }
        }
        double covered = 0;
        double total = 0;
        for (Map.Entry<String, Double> term : query.entrySet()) {
            double frequency = document.text.getOrDefault(term.getKey(), 0)
                    + document.contexts.getOrDefault(term.getKey(), 0) / (document.suggested + 1.0);
            covered += term.getValue() * 2.2 * frequency / (frequency + 1.2);
            total += term.getValue();
        }
        return total == 0 ? 0 : covered / total;
    }

    static double of(Document document, Collection<String> asked, List<Document> all, double typical) {
        double self = (document.selfSum + 3 * typical) / (document.selfCount + 3);
        double coverage = coverage(document, asked, all);
        double relevance = coverage == 0 ? 0 : 1 / (1 + Math.exp(-(coverage / self - 0.7) / 0.2));
        return document.contexts.isEmpty() ? Math.max(0.5, relevance) : relevance;
    }

    private static double idf(String term, List<Document> all) {
        long having = all.stream().filter(one -> one.holds(term)).count();
        return Math.log(1 + (all.size() - having + 0.5) / (having + 0.5));
    }
}
