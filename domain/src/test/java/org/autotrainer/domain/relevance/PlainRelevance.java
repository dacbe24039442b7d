package org.autotrainer.domain.relevance;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

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

    /** Relevance by what the nearest documents have in common; those without contexts, and all when nothing is near, stay as they are. */
    static double amongNeighbours(Document document, Collection<String> asked, List<Document> all, double typical) {
        List<Document> nearest = all.stream()
                .filter(one -> coverage(one, asked, all) > 0)
                .sorted(Comparator.comparing((Document one) -> -coverage(one, asked, all))
                        .thenComparing(Document::id))
                .limit(12)
                .toList();
        if (document.contexts.isEmpty() || nearest.isEmpty()) {
            return of(document, asked, all, typical);
        }
        double most = coverage(nearest.get(0), asked, all);
        Map<String, Double> together = new TreeMap<>();
        for (Document near : nearest) {
            double share = Math.pow(coverage(near, asked, all) / most, 3) / length(weights(near, all));
            weights(near, all).forEach((term, weight) -> together.merge(term, share * weight, Double::sum));
        }
        double standard = nearest.stream()
                .mapToDouble(near -> likeness(near, together, all))
                .average()
                .orElseThrow();
        double leading = nearest.stream()
                .limit(3)
                .mapToDouble(near -> covered(near, asked, all, typical))
                .average()
                .orElseThrow();
        double alike = likeness(document, together, all) / standard * Math.min(1, leading / 0.7);
        double doublings = Math.log(1 + document.suggested) / Math.log(2);
        double likelihood = -5.5 + 1.3 * covered(document, asked, all, typical) + 4.5 * alike + 0.7 * doublings;
        double relevance = 1 / (1 + Math.exp(-likelihood));
        return all.size() <= 20 ? Math.max(of(document, asked, all, typical), relevance) : relevance;
    }

    private static double covered(Document document, Collection<String> asked, List<Document> all, double typical) {
        return coverage(document, asked, all) / ((document.selfSum + 3 * typical) / (document.selfCount + 3));
    }

    private static double likeness(Document document, Map<String, Double> together, List<Document> all) {
        Map<String, Double> weights = weights(document, all);
        double sum = 0;
        for (Map.Entry<String, Double> term : weights.entrySet()) {
            sum += term.getValue() * together.getOrDefault(term.getKey(), 0.0);
        }
        return sum / length(weights);
    }

    private static double length(Map<String, Double> weights) {
        return Math.sqrt(
                weights.values().stream().mapToDouble(weight -> weight * weight).sum() + 1e-18);
    }

    private static Map<String, Double> weights(Document document, List<Document> all) {
        Map<String, Double> weights = new TreeMap<>();
        Set<String> terms = new TreeSet<>(document.text.keySet());
        terms.addAll(document.contexts.keySet());
        for (String term : terms) {
            double idf = idf(term, all);
            double rare = term.startsWith("#") ? 1.5 * Math.max(1, idf) : idf >= 0.25 || all.size() <= 20 ? idf : 0;
            double frequency = document.text.getOrDefault(term, 0)
                    + document.contexts.getOrDefault(term, 0) / (document.suggested + 1.0);
            weights.put(term, rare * 2.2 * frequency / (frequency + 1.2));
        }
        return weights;
    }

    private static double idf(String term, List<Document> all) {
        long having = all.stream().filter(one -> one.holds(term)).count();
        return Math.log(1 + (all.size() - having + 0.5) / (having + 0.5));
    }
}
