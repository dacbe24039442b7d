package org.autotrainer.domain.relevance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An inverted index over documents that have a text and contexts: finds those that are relevant to a question.
 *
 * <p>Weighed by BM25 (Robertson and Zaragoza, 2009) with k1 = 1.2 and no length normalisation; a document's relevance is
 * calibrated by how much it covers of the tasks that it was itself suggested for. A change costs as much as the terms that it
 * brings; a question as much as the postings of its terms, up to {@link #READ}. Several threads may ask at once, while nobody
 * changes it.
 */
public final class TermIndex {
    /** How many of the most relevant documents are looked at. */
    public static final int POOL = 160;
    /** How many of the nearest documents are told. */
    public static final int NEAREST = 12;

    /** What is less relevant than this is not to be shown. */
    public static final double LEAST_RELEVANCE = 0.05;

    private static final double WITHOUT_CONTEXT = 0.5;
    private static final double HALF_WAY = 0.70;
    private static final double SLOPE = 0.20;
    /** Less than a document of the least relevance covers; which of those near it count, its relevance says. */
    private static final double LEAST_COVERAGE = 0.11;

    private static final double SATURATION = 1.2;
    private static final double COMMON = 0.25;
    private static final int FEW = 20;
    private static final double TAG_WEIGHT = 1.5;
    private static final int READ = 40_000;
    private static final int READ_TEXTS = 20_000;
    private static final double[] SHARES = shares();
    private static final int SMALL_TEXT = 1 << 2;
    private static final int SMALL_CONTEXTS = 1 << 3;
    private static final int SMALL_TIMES = 1 << 5;
    private static final double[] SATURATED = saturated();
    private static final Postings NONE = new Postings("");

    private final List<String> ids = new ArrayList<>();
    private final Map<String, Postings> postings = new HashMap<>();
    private final Traits traits = new Traits();
    private final Rarity rarity = new Rarity();
    private double logarithm;
    private final BySupport bySupport = new BySupport(traits, POOL, this::compareIds);

    /** An index over nothing. */
    public TermIndex() {}

    /** How many documents there are. */
    public int size() {
        return ids.size();
    }

    /** Takes in a document with how often its text holds each term; answers its number. */
    public int add(String id, Map<String, Integer> text) {
        int number = ids.size();
        ids.add(id);
        logarithm = StrictMath.log(ids.size() + 1);
        traits.add(number, id);
        bySupport.add(number);
        text.forEach((term, count) -> {
            postings(term).putInText(number, count);
            rarity.add(term);
        });
        return number;
    }

    /** The one copy of a term that all share. */
    public String shared(String term) {
        return postings(term).term();
    }

    /** Says how often the contexts of a document hold a term. */
    public void context(int document, String term, int count) {
        bySupport.hasContext(document);
        Postings found = postings(term);
        int before = found.size();
        found.putInContexts(document, count);
        if (found.size() > before) {
            rarity.add(term);
        }
    }

    /**
     * Says how many tasks suggested a document.
     *
     * @param tasks not less than before
     */
    public void support(int document, int tasks) {
        bySupport.support(document, tasks);
    }

    /** Says how often a document was suggested: as often as it was given the terms of a context. */
    public void suggested(int document, int times) {
        traits.suggested(document, times);
    }

    /** How often a document was suggested. */
    public int suggested(int document) {
        return traits.suggested(document);
    }

    /** Says how much a document covered of the tasks that it was suggested for again. */
    public void self(int document, double sum, double count) {
        traits.self(document, sum, count);
    }

    /** A question by its terms; tags begin with {@code #}. Each term counts once; common words are left out. */
    public Query query(Collection<String> terms) {
        record Weighted(String term, Postings postings, double weight) {}
        List<Weighted> weighted = new ArrayList<>(terms.size());
        for (String term : terms) {
            Postings found = postings.getOrDefault(term, NONE);
            double idf = StrictMath.log(1 + (ids.size() - found.size() + 0.5) / (found.size() + 0.5));
            if (term.startsWith("#")) {
                weighted.add(new Weighted(term, found, TAG_WEIGHT * Math.max(1, idf)));
            } else if (idf >= COMMON || isSmall()) {
                weighted.add(new Weighted(term, found, idf));
            }
        }
        weighted.sort(Comparator.comparingDouble((Weighted one) -> -one.weight).thenComparing(Weighted::term));
        return new Query(
                weighted.stream().map(Weighted::term).toList(),
                weighted.stream().mapToDouble(Weighted::weight).toArray(),
                weighted.stream().map(Weighted::postings).toArray(Postings[]::new));
    }

    /**
     * The documents that are relevant to a question, and those that are nearest to it.
     *
     * @param typical what a typical suggestion covers of the task that it comes from
     */
    public Found search(Query query, double typical) {
        Scores scores = score(query);
        Shortlist best = scores.shortlist();
        Best near = new Best(NEAREST, this::compareIds);
        double unknown = Traits.unknown(typical);
        double floor = LEAST_COVERAGE * query.total();
        for (int i = 0; i < scores.size(); i++) {
            int document = scores.document(i);
            double score = scores.score(document);
            if (score >= near.least()) {
                near.offer(document, score);
            }
            double calibrated = score / (traits.hasSelf(document) ? traits.self(document, typical) : unknown);
            if (calibrated >= best.least() && (calibrated >= floor || !traits.hasContext(document))) {
                best.add(document, calibrated);
            }
        }
        int[] nearest = near.ranked();
        List<Found.Near> nears = new ArrayList<>(nearest.length);
        for (int document : nearest) {
            nears.add(new Found.Near(document, scores.score(document) / scores.score(nearest[0])));
        }
        int[] ranked = best.ranked(traits, this::compareIds);
        List<Found.Hit> hits = new ArrayList<>(ranked.length);
        Set<Integer> forAny = new HashSet<>();
        double covered = 0;
        double relevanceOfCovered = relevance(0);
        for (int document : ranked) {
            double its = scores.score(document) / query.total() / traits.self(document, typical);
            if (its != covered) { // many cover as much as the one before
                covered = its;
                relevanceOfCovered = relevance(its);
            }
            double relevance = relevanceOfCovered;
            if (!traits.hasContext(document)) {
                forAny.add(document);
                relevance = Math.max(WITHOUT_CONTEXT, relevance);
            }
            if (relevance >= LEAST_RELEVANCE) {
                hits.add(new Found.Hit(document, relevance, its));
            }
        }
        int free = 0;
        for (int document : bySupport.withoutContext()) {
            if (free == POOL) {
                break;
            }
            if (!forAny.contains(document)) {
                hits.add(new Found.Hit(document, WITHOUT_CONTEXT, 0));
                free++;
            }
        }
        scores.letGo();
        return new Found(hits, nears);
    }

    /** What is relevant when nothing is known of the task: the documents with the most support. */
    public Found mostSupported() {
        return new Found(
                bySupport.first().stream()
                        .map(document -> new Found.Hit(document, WITHOUT_CONTEXT, 0))
                        .toList(),
                List.of());
    }

    /**
     * What the documents nearest to a question have in common.
     *
     * @param nearest as found for this question
     * @param typical what a typical suggestion covers of the task that it comes from
     * @param documents the terms of the documents here
     */
    public Neighbourhood neighbourhood(Query query, List<Found.Near> nearest, double typical, Documents documents) {
        return new Neighbourhood(this, documents, query, nearest, typical);
    }

    /** Whether there are so few documents that words of all kinds are common among them. */
    boolean isSmall() {
        return ids.size() <= FEW;
    }

    boolean hasContext(int document) {
        return traits.hasContext(document);
    }

    /** What a document covers of a question, in shares of what it covers of its own tasks. */
    double covered(Query query, int document, double typical) {
        return coverage(query, document) / traits.self(document, typical);
    }

    /** How often a document was suggested, in doublings of once more than never. */
    double doublings(int document) {
        return StrictMath.log(1 + traits.suggested(document)) / StrictMath.log(2);
    }

    /** What a term says about a document, by the hash code of the term and how often text and contexts hold it. */
    double weight(int hash, int inText, int inContexts, int document) {
        int holders = rarity.documents(hash);
        double idf = logarithm - Rarity.logarithm(Math.abs(holders));
        double rare = holders < 0 ? TAG_WEIGHT * Math.max(1, idf) : idf >= COMMON || isSmall() ? idf : 0;
        return rare == 0 ? 0 : rare * saturated(inText, inContexts, document);
    }

    /** How much of a question's weight one document covers. */
    public double coverage(Query query, int document) {
        double covered = 0;
        for (int i = 0; i < query.size(); i++) {
            Postings found = query.postings(i);
            int index = found.find(document);
            covered += index < 0 ? 0 : query.weight(i) * saturated(found, index, document);
        }
        return covered / query.total();
    }

    /** The terms of a question that a document holds, those that tell most first. */
    public List<String> shared(Query query, int document, int limit) {
        List<String> shared = new ArrayList<>();
        for (int i = 0; i < query.size() && shared.size() < limit; i++) {
            if (query.postings(i).find(document) >= 0) {
                shared.add(query.terms().get(i));
            }
        }
        return shared;
    }

    /** The documents whose texts share most, by weight, with the terms of a text; the most alike first. */
    public int[] alike(Collection<String> textTerms, int limit) {
        Query query = query(textTerms);
        Scores scores = Scores.take(ids.size());
        int read = 0;
        double rest = query.total();
        double enough = 0; // what as many documents share as are asked for
        for (int i = 0; i < query.size(); i++) {
            Postings found = query.postings(i);
            boolean inFull = (read == 0 || read + found.texts() <= READ_TEXTS) && rest >= enough;
            read += inFull ? found.texts() : 0;
            scores.expect(inFull ? found.texts() : 0);
            for (int j = 0; j < found.texts(); j++) {
                if (inFull || scores.has(found.text(j))) {
                    scores.add(found.text(j), query.weight(i));
                }
            }
            rest -= query.weight(i);
            if (enough == 0 && scores.size() >= limit) {
                enough = query.weight(i);
            }
        }
        Best best = new Best(limit, this::compareIds);
        for (int i = 0; i < scores.size(); i++) {
            int document = scores.document(i);
            double score = scores.score(document);
            if (score >= best.least()) {
                best.offer(document, score);
            }
        }
        scores.letGo();
        return best.ranked();
    }

    /**
     * How far two texts are about the same, 0 to 1: the cosine of their terms, each weighed by how few of the texts here hold it. What
     * most texts have in common, the form that they are written in, hardly counts.
     */
    public double cosine(Set<String> textTerms, Set<String> otherTerms) {
        double shared = 0;
        double one = 0;
        for (String term : textTerms) {
            double weight = rarity(term);
            one += weight;
            shared += otherTerms.contains(term) ? weight : 0;
        }
        double other = 0;
        for (String term : otherTerms) {
            other += rarity(term);
        }
        return one == 0 || other == 0 ? 0 : shared / StrictMath.sqrt(one * other);
    }

    /** The square of a term's idf among texts; a term that no text holds counts as if one did. */
    private double rarity(String term) {
        int texts = Math.max(1, postings.getOrDefault(term, NONE).texts());
        double idf = StrictMath.log(1 + Math.max(0, ids.size() - texts + 0.5) / (texts + 0.5));
        return idf * idf;
    }

    /** Scores the documents that hold a term of the question, the terms that tell most first. */
    private Scores score(Query query) {
        Scores scores = Scores.take(ids.size());
        int read = 0;
        for (int i = 0; i < query.size(); i++) {
            double weight = query.weight(i);
            Postings found = query.postings(i);
            int size = found.size();
            boolean inFull = read == 0 || read + size <= READ;
            read += inFull ? size : 0;
            scores.expect(inFull ? size : 0);
            for (int j = 0; j < size; j++) {
                int document = found.document(j);
                if (inFull || scores.has(document)) {
                    scores.add(document, weight * saturated(found, j, document));
                }
            }
        }
        return scores;
    }

    private double saturated(Postings found, int index, int document) {
        return saturated(found.inText(index), found.inContexts(index), document);
    }

    private double saturated(int inText, int inContexts, int document) {
        int times = traits.suggested(document);
        return inText < SMALL_TEXT && inContexts < SMALL_CONTEXTS && times < SMALL_TIMES
                ? SATURATED[(times * SMALL_CONTEXTS + inContexts) * SMALL_TEXT + inText]
                : saturation(inText, inContexts, times);
    }

    private static double saturation(int inText, int inContexts, int times) {
        double frequency = inText + inContexts * SHARES[Math.min(SHARES.length - 1, times)];
        return (1 + SATURATION) * frequency / (frequency + SATURATION);
    }

    /** Of small counts, which are most: by times, in contexts, in the text. */
    private static double[] saturated() {
        double[] saturated = new double[SMALL_TIMES * SMALL_CONTEXTS * SMALL_TEXT];
        for (int i = 0; i < saturated.length; i++) {
            int contexts = i / SMALL_TEXT;
            saturated[i] = saturation(i % SMALL_TEXT, contexts % SMALL_CONTEXTS, contexts / SMALL_CONTEXTS);
        }
        return saturated;
    }

    /** By how often it was suggested: what one of its contexts counts. More than the table has counts as its end. */
    private static double[] shares() {
        double[] shares = new double[4096];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = 1 / (i + 1.0);
        }
        return shares;
    }

    private int compareIds(int number, int other) {
        int byHead = traits.compareHeads(number, other);
        return byHead != 0 ? byHead : ids.get(number).compareTo(ids.get(other));
    }

    private Postings postings(String term) {
        Postings found = postings.get(term);
        if (found == null) {
            found = new Postings(term);
            postings.put(term, found);
        }
        return found;
    }

    private static double relevance(double covered) {
        return 1 / (1 + StrictMath.exp(-(covered - HALF_WAY) / SLOPE));
    }
}
