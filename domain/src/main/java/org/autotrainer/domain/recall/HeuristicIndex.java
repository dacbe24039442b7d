package org.autotrainer.domain.recall;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.autotrainer.domain.evaluation.Context;
import org.autotrainer.domain.memory.AgentMemory;
import org.autotrainer.domain.memory.ContextTerms;
import org.autotrainer.domain.memory.Heuristic;
import org.autotrainer.domain.text.Terms;
import org.autotrainer.domain.text.TokenCounter;

/**
 * An inverted index over the heuristics of one memory: finds those that are relevant to a context.
 *
 * <p>A heuristic's document is its text together with the contexts that it was suggested for; a document is weighed
 * against a context by BM25 (Robertson and Zaragoza, 2009) with k1 = 1.2 and no length normalisation. The index follows
 * the memory as it changes; a change costs as much as the terms that it brings. Not thread-safe.
 */
public final class HeuristicIndex implements Consumer<Heuristic> {
    /** How many of the most relevant heuristics are looked at. */
    public static final int POOL = 160;

    private static final double LEAST_RELEVANCE = 0.05;
    private static final double WITHOUT_CONTEXT = 0.5;
    private static final double TYPICAL_COVERAGE = 0.3;
    private static final double COMMON = 0.25;
    private static final int FEW = 20;
    private static final double TAG_WEIGHT = 1.5;
    private static final int TERMS_TOLD = 5;
    private static final Comparator<Match> BY_WORTH = Comparator.comparingDouble(Match::worth)
            .reversed()
            .thenComparing(match -> match.heuristic().id());
    /** How many postings are read in full; then the commonest terms only add to what was found already. */
    private static final int READ = 60_000;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Heuristic> documents = new ArrayList<>();
    private final Map<String, Postings> postings = new HashMap<>();
    private final Scores scores = new Scores();
    private final Traits traits = new Traits();
    private final Comparator<Integer> mostSupportFirst = Comparator.comparingInt(
                    (Integer number) -> -traits.support(number))
            .thenComparing(number -> documents.get(number).id());
    private final TreeSet<Integer> bySupport = new TreeSet<>(mostSupportFirst);
    private final TreeSet<Integer> withoutContext = new TreeSet<>(mostSupportFirst);

    private HeuristicIndex() {}

    /** An index that holds what the memory holds, now and later. */
    public static HeuristicIndex over(AgentMemory memory) {
        HeuristicIndex index = new HeuristicIndex();
        memory.watch(index);
        return index;
    }

    /** Takes in a heuristic that is new or has changed; costs next to nothing when it was only shown once more. */
    @Override
    public void accept(Heuristic heuristic) {
        if (heuristic.text().isBlank()) {
            return;
        }
        Integer known = numbers.get(heuristic.id());
        if (known == null) {
            add(heuristic);
        } else {
            replace(known, heuristic);
        }
    }

    private void add(Heuristic heuristic) {
        int number = documents.size();
        numbers.put(heuristic.id(), number);
        documents.add(heuristic);
        enter(number, heuristic);
        Map<String, Integer> text = new HashMap<>();
        Terms.of(heuristic.text()).forEach(term -> text.merge(term, 1, Integer::sum));
        text.forEach((term, count) -> postings(term).putInText(number, count));
        countContexts(number, ContextTerms.NONE, heuristic.contexts());
    }

    private void replace(int number, Heuristic heuristic) {
        Heuristic before = documents.set(number, heuristic);
        if (before.support().tasks() != heuristic.support().tasks()
                || !before.contexts().equals(heuristic.contexts())) {
            bySupport.remove(number);
            withoutContext.remove(number);
            enter(number, heuristic);
            countContexts(number, before.contexts(), heuristic.contexts());
        }
    }

    /** Puts a heuristic where its support and its contexts say. */
    private void enter(int number, Heuristic heuristic) {
        traits.put(number, heuristic);
        bySupport.add(number);
        if (heuristic.contexts().isEmpty()) {
            withoutContext.add(number);
        }
    }

    /** Takes over the counts that are new; counts of a memory only grow. */
    private void countContexts(int number, ContextTerms before, ContextTerms now) {
        now.forEach((term, count) -> {
            if (before.count(term) != count) {
                postings(term).putInContexts(number, count);
            }
        });
    }

    /**
     * The heuristics that are relevant to a context, best first, at most {@link #POOL}.
     *
     * <p>Advice that was never suggested for a context is relevant to any, at 0.5. Without any context all heuristics
     * are, those with the most support first.
     */
    public List<Match> relevant(Context context) {
        if (context.isEmpty()) {
            return mostSupported();
        }
        Map<String, Double> query = query(context);
        return ranked(query).stream()
                .map(match -> explained(match, query.keySet()))
                .toList();
    }

    /** The relevant heuristics that fit a budget of tokens, as a text for a prompt; see {@link Playbook#pack}. */
    public Playbook recall(Context context, int budget) {
        return recall(context, budget, Playbook.Format.BLOCK, TokenCounter.ESTIMATE);
    }

    /** The relevant heuristics that fit a budget of tokens; see {@link Playbook#pack}. */
    public Playbook recall(Context context, int budget, Playbook.Format format, TokenCounter counter) {
        if (context.isEmpty()) {
            return Playbook.pack(mostSupported(), budget, format, counter);
        }
        Map<String, Double> query = query(context);
        Playbook playbook = Playbook.pack(ranked(query), budget, format, counter);
        List<Match> explained = playbook.matches().stream()
                .map(match -> explained(match, query.keySet()))
                .toList();
        return new Playbook(explained, playbook.block(), playbook.tokens());
    }

    /**
     * The heuristics that are relevant to a query, best first, not yet explained. Those of one support are ordered by what
     * they cover alone, so that only the best of each need be weighed.
     */
    private List<Match> ranked(Map<String, Double> query) {
        score(query);
        Best[] bySupports = new Best[2 * Match.MOST_TASKS + 2];
        scores.forEach((number, coverage) -> {
            int kind = 2 * Math.min(Match.MOST_TASKS, traits.support(number)) + (traits.fitsAny(number) ? 1 : 0);
            if (bySupports[kind] == null) {
                bySupports[kind] = new Best(POOL, this::compareIds);
            }
            bySupports[kind].offer(number, coverage);
        });
        List<Match> found = new ArrayList<>();
        for (Best best : bySupports) {
            if (best != null) {
                best.forEach((number, coverage) -> {
                    double least = traits.fitsAny(number) ? WITHOUT_CONTEXT : 0;
                    add(number, Math.max(least, relevance(coverage)), found);
                });
            }
        }
        withoutContext.stream()
                .filter(number -> !scores.has(number))
                .limit(POOL)
                .forEach(number -> add(number, WITHOUT_CONTEXT, found));
        scores.clear();
        found.sort(BY_WORTH);
        return found.subList(0, Math.min(POOL, found.size()));
    }

    private int compareIds(int number, int other) {
        int byHead = traits.compareIdHeads(number, other);
        return byHead != 0
                ? byHead
                : documents.get(number).id().compareTo(documents.get(other).id());
    }

    private void add(int number, double relevance, List<Match> found) {
        if (relevance >= LEAST_RELEVANCE) {
            found.add(new Match(documents.get(number), relevance, List.of()));
        }
    }

    private List<Match> mostSupported() {
        return bySupport.stream()
                .limit(POOL)
                .map(number -> new Match(documents.get(number), WITHOUT_CONTEXT, List.of()))
                .toList();
    }

    private int number(Heuristic heuristic) {
        return numbers.getOrDefault(heuristic.id(), -1);
    }

    private Postings postings(String term) {
        return postings.computeIfAbsent(term, any -> new Postings());
    }

    /** The terms of a context with their weights, those that tell most first. */
    private Map<String, Double> query(Context context) {
        Map<String, Double> weights = new TreeMap<>();
        ContextTerms.weighted(context, List.of()).keySet().forEach(term -> {
            double idf = idf(term);
            if (term.startsWith("#")) {
                weights.put(term, TAG_WEIGHT * Math.max(1, idf));
            } else if (idf >= COMMON || documents.size() <= FEW) {
                weights.put(term, idf);
            }
        });
        Map<String, Double> ordered = new LinkedHashMap<>();
        weights.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return ordered;
    }

    private double idf(String term) {
        Postings found = postings.get(term);
        int having = found == null ? 0 : found.size();
        return StrictMath.log(1 + (documents.size() - having + 0.5) / (having + 0.5));
    }

    /** Scores the documents that hold a term of the query, the terms that tell most first. */
    private void score(Map<String, Double> query) {
        scores.begin(documents.size());
        int read = 0;
        for (Map.Entry<String, Double> entry : query.entrySet()) {
            double weight = entry.getValue();
            scores.ask(weight);
            Postings found = postings.get(entry.getKey());
            if (found == null) {
                continue;
            }
            boolean inFull = read + found.size() <= READ || read == 0;
            read += inFull ? found.size() : 0;
            for (int i = 0; i < found.size(); i++) {
                int document = found.document(i);
                if (inFull || scores.has(document)) {
                    double frequency = found.inText(i) + found.inContexts(i) / (traits.support(document) + 1.0);
                    scores.add(document, weight * 2.2 * frequency / (frequency + 1.2));
                }
            }
        }
    }

    /** A share of the context's weight that is covered, made a number between 0 and 1. */
    private static double relevance(double coverage) {
        return 1 / (1 + StrictMath.exp(-(coverage / TYPICAL_COVERAGE - 0.70) / 0.20));
    }

    /** A heuristic as a match for a context, whatever its rank: the same reasons as when it was found. */
    public Match explained(Heuristic heuristic, Context context) {
        Match match = new Match(heuristic, 1, List.of());
        return context.isEmpty() ? match : explained(match, query(context).keySet());
    }

    private Match explained(Match match, Collection<String> queryTerms) {
        int number = number(match.heuristic());
        List<String> shared = new ArrayList<>();
        for (String term : queryTerms) {
            Postings found = postings.get(term);
            if (found != null && found.holds(number)) {
                shared.add(term);
                if (shared.size() == TERMS_TOLD) {
                    break;
                }
            }
        }
        return new Match(match.heuristic(), match.relevance(), shared);
    }
}
