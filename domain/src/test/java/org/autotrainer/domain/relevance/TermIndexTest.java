package org.autotrainer.domain.relevance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.autotrainer.domain.relevance.PlainRelevance.Document;
import org.junit.jupiter.api.Test;

/** The index finds what a plain look at every document finds. */
class TermIndexTest {
    private static final double TYPICAL = 0.3;

    @Test
    void the_most_supported_of_many_are_known_however_they_grew() {
        Random random = new Random(11);
        TermIndex index = new TermIndex();
        int[] support = new int[3 * TermIndex.POOL];
        for (int document = 0; document < support.length; document++) {
            index.add("id-" + (1_000 + document), Map.of("word", 1));
        }
        for (int round = 0; round < 5_000; round++) {
            int document = random.nextInt(support.length);
            support[document] += 1 + random.nextInt(3);
            index.support(document, support[document]);
        }
        List<Integer> expected = IntStream.range(0, support.length)
                .boxed()
                .sorted(Comparator.comparing((Integer document) -> -support[document])
                        .thenComparing(document -> document))
                .limit(TermIndex.POOL)
                .toList();
        assertThat(index.mostSupported().hits().stream().map(Found.Hit::document))
                .containsExactlyElementsOf(expected);
    }

    @Test
    void hits_are_those_of_a_plain_look_at_every_document() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<Document> all = documents(random, random.nextInt(120));
            TermIndex index = indexed(all, random);
            double typical = 0.1 + 0.5 * random.nextDouble();
            for (int i = 0; i < 10; i++) {
                Set<String> asked = asked(random);
                Map<String, Double> expected = new HashMap<>();
                for (Document one : all) {
                    double relevance = PlainRelevance.of(one, asked, all, typical);
                    if (relevance >= 0.05) {
                        expected.put(one.id(), relevance);
                    }
                }
                Map<String, Double> found = new HashMap<>();
                index.search(index.query(asked), typical)
                        .hits()
                        .forEach(hit -> found.put(all.get(hit.document()).id(), hit.relevance()));

                assertThat(found.keySet()).as("seed %d, %s", seed, asked).isEqualTo(expected.keySet());
                found.forEach((id, relevance) ->
                        assertThat(relevance).as("%s for %s", id, asked).isCloseTo(expected.get(id), within(1e-7)));
            }
        }
    }

    @Test
    void coverage_of_a_document_is_that_of_a_plain_sum() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<Document> all = documents(random, 1 + random.nextInt(60));
            TermIndex index = indexed(all, random);
            Set<String> asked = asked(random);
            for (int i = 0; i < all.size(); i++) {
                assertThat(index.coverage(index.query(asked), i))
                        .as("seed %d, document %d", seed, i)
                        .isCloseTo(PlainRelevance.coverage(all.get(i), asked, all), within(1e-8));
            }
        }
    }

    @Test
    void the_nearest_are_those_that_share_most_before_any_calibration() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<Document> all = documents(random, 1 + random.nextInt(60));
            TermIndex index = indexed(all, random);
            Set<String> asked = asked(random);
            List<Found.Near> nearest = index.search(index.query(asked), TYPICAL).nearest();
            List<Double> covered = all.stream()
                    .map(one -> PlainRelevance.coverage(one, asked, all))
                    .filter(one -> one > 0)
                    .sorted(Comparator.reverseOrder())
                    .limit(TermIndex.NEAREST)
                    .toList();

            assertThat(nearest).as("seed %d", seed).hasSize(covered.size());
            for (int i = 0; i < covered.size(); i++) {
                assertThat(nearest.get(i).closeness())
                        .as("seed %d, place %d", seed, i)
                        .isCloseTo(covered.get(i) / covered.get(0), within(1e-9));
            }
        }
    }

    @Test
    void of_more_than_the_pool_the_most_relevant_are_kept() {
        for (long seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            List<Document> all = documents(random, 600);
            TermIndex index = indexed(all, random);
            Set<String> asked = Set.of("t0", "t1", "t2", "#a");
            List<Double> best = all.stream()
                    .filter(one -> !one.contexts().isEmpty())
                    .map(one -> PlainRelevance.of(one, asked, all, TYPICAL))
                    .sorted(Comparator.reverseOrder())
                    .toList();
            double least = best.get(TermIndex.POOL);
            List<Double> found = index.search(index.query(asked), TYPICAL).hits().stream()
                    .filter(hit -> !all.get(hit.document()).contexts().isEmpty())
                    .map(Found.Hit::relevance)
                    .toList();

            assertThat(found).as("seed %d", seed).allMatch(one -> one >= least - 1e-9);
        }
    }

    @Test
    void advice_for_any_task_is_not_lost_because_it_shares_a_word() {
        TermIndex index = new TermIndex();
        for (int i = 0; i < 2 * TermIndex.POOL; i++) {
            int document = index.add("near" + i, Map.of("parcel", 1, "late", 1));
            index.context(document, "parcel", 1);
            index.support(document, 1);
            index.suggested(document, 1);
        }
        for (int i = 0; i < 100; i++) {
            index.context(index.add("other" + i, Map.of("x" + i, 1)), "y", 1);
        }
        int free = index.add("free", Map.of("parcel", 1));

        Found found = index.search(index.query(List.of("parcel", "late")), TYPICAL);

        assertThat(found.hits()).contains(new Found.Hit(free, 0.5, 0));
    }

    @Test
    void what_covers_little_of_its_own_tasks_needs_to_cover_little_of_others() {
        TermIndex index = new TermIndex();
        int terse = index.add("terse", Map.of("parcel", 1));
        int wordy = index.add("wordy", Map.of("parcel", 1));
        for (int document : new int[] {terse, wordy}) {
            index.context(document, "parcel", 1);
            index.support(document, 4);
            index.suggested(document, 4);
        }
        index.self(terse, 4 * 0.05, 4);
        index.self(wordy, 4 * 0.9, 4);
        List<Found.Hit> hits = index.search(index.query(List.of("parcel", "late", "cup")), TYPICAL)
                .hits();

        assertThat(hits).extracting(Found.Hit::document).startsWith(terse);
        assertThat(hits.get(0).relevance())
                .isGreaterThan(hits.size() < 2 ? 0 : hits.get(1).relevance());
    }

    @Test
    void the_order_in_which_documents_came_makes_no_difference() {
        for (long seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            List<Document> all = documents(random, 300);
            List<Document> turned = new ArrayList<>(all);
            java.util.Collections.shuffle(turned, random);
            TermIndex one = indexed(all, random);
            TermIndex other = indexed(turned, random);
            Set<String> asked = asked(random);

            assertThat(told(other.search(other.query(asked), TYPICAL), turned))
                    .as("seed %d", seed)
                    .isEqualTo(told(one.search(one.query(asked), TYPICAL), all));
            assertThat(told(other.mostSupported(), turned))
                    .as("seed %d, without a question", seed)
                    .isEqualTo(told(one.mostSupported(), all));
            assertThat(ids(other.alike(asked, 8), turned))
                    .as("seed %d, alike", seed)
                    .isEqualTo(ids(one.alike(asked, 8), all));
        }
    }

    @Test
    void the_most_alike_are_those_whose_shared_terms_weigh_most() {
        for (long seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            int words = 5 + random.nextInt(200);
            List<Set<String>> texts = new ArrayList<>();
            TermIndex index = new TermIndex();
            for (int i = 0; i < 400; i++) {
                texts.add(words(random, words));
                index.add(id(i), texts.get(i).stream().collect(Collectors.toMap(word -> word, word -> 1)));
            }
            Set<String> asked = words(random, words);

            Map<Integer, Double> shared = new HashMap<>();
            for (String term : index.query(asked).terms()) {
                long holding =
                        texts.stream().filter(text -> text.contains(term)).count();
                double weight = StrictMath.log(1 + (texts.size() - holding + 0.5) / (holding + 0.5));
                for (int i = 0; i < texts.size(); i++) {
                    if (texts.get(i).contains(term)) {
                        shared.merge(i, weight, Double::sum);
                    }
                }
            }
            List<Integer> expected = new ArrayList<>(shared.keySet());
            expected.sort(Comparator.comparingDouble((Integer document) -> -shared.get(document))
                    .thenComparing(TermIndexTest::id));
            assertThat(index.alike(asked, 8))
                    .as("seed %d", seed)
                    .containsExactly(expected.stream()
                            .limit(8)
                            .mapToInt(Integer::intValue)
                            .toArray());
        }
    }

    /** Some words, the first ones much oftener than the last. */
    private static Set<String> words(Random random, int words) {
        Set<String> some = new TreeSet<>();
        for (int i = 0; i < 10; i++) {
            double spread = random.nextDouble();
            some.add("w" + (int) (words * spread * spread * spread));
        }
        return some;
    }

    private static String id(int document) {
        return Integer.toHexString(document * 0x9E3779B1);
    }

    @Test
    void a_question_leaves_no_trace_in_the_next() {
        Random random = new Random(5);
        List<Document> all = documents(random, 100);
        TermIndex index = indexed(all, random);
        List<Set<String>> questions = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            questions.add(asked(random));
        }
        List<Found> once = questions.stream()
                .map(asked -> index.search(index.query(asked), TYPICAL))
                .toList();

        assertThat(questions.stream().map(asked -> index.search(index.query(asked), TYPICAL)))
                .containsExactlyElementsOf(once);
    }

    @Test
    void very_common_terms_are_read_up_to_a_limit_and_rare_ones_decide() {
        TermIndex index = new TermIndex();
        int documents = 60_000;
        for (int i = 0; i < documents; i++) {
            int document = index.add(String.format("%06d", i), Map.of());
            index.context(document, i % 2 == 0 ? "even" : "odd", 1);
            index.context(document, i % 3 == 0 ? "third" : "w" + i, 1);
            index.support(document, 1);
            index.suggested(document, 1);
        }
        int rare = index.add("rare", Map.of("zanzibar", 1));
        index.context(rare, "even", 1);

        Found found = index.search(index.query(List.of("even", "third", "zanzibar")), TYPICAL);

        assertThat(found.hits().get(0).document()).isEqualTo(rare);
        assertThat(found.hits()).hasSize(TermIndex.POOL);
    }

    @Test
    void what_most_texts_share_hardly_makes_two_of_them_be_about_the_same() {
        TermIndex index = new TermIndex();
        for (int i = 0; i < 50; i++) {
            index.add("id-" + i, Map.of("check", 1, "twice", 1, "word" + i, 1, "thing" + i, 1));
        }
        Set<String> one = Set.of("check", "twice", "word1", "thing1");

        assertThat(index.cosine(one, Set.of("check", "twice", "word2", "thing2")))
                .as("the form alone")
                .isLessThan(.05);
        assertThat(index.cosine(one, Set.of("look", "again", "word1", "thing1")))
                .as("the subject alone")
                .isGreaterThan(.6);
        assertThat(index.cosine(one, one)).isCloseTo(1, within(1e-12));
        assertThat(index.cosine(one, Set.of())).isZero();
        assertThat(index.cosine(Set.of(), one)).isZero();
    }

    @Test
    void the_cosine_is_the_same_both_ways() {
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            TermIndex index = indexed(documents(random, random.nextInt(60)), random);
            Set<String> one = asked(random);
            Set<String> other = asked(random);

            assertThat(index.cosine(one, other))
                    .as("seed %d", seed)
                    .isCloseTo(index.cosine(other, one), within(1e-12))
                    .isBetween(0.0, 1 + 1e-12);
        }
    }

    @Test
    void an_empty_index_finds_nothing() {
        TermIndex index = new TermIndex();

        assertThat(index.search(index.query(List.of("parcel", "#late")), TYPICAL))
                .isEqualTo(Found.NOTHING);
        assertThat(index.mostSupported()).isEqualTo(Found.NOTHING);
        assertThat(index.alike(List.of("parcel"), 8)).isEmpty();
    }

    private static List<String> told(Found found, List<Document> all) {
        List<String> told = new ArrayList<>();
        found.hits().forEach(hit -> told.add(all.get(hit.document()).id() + " " + hit.relevance()));
        found.nearest().forEach(near -> told.add(all.get(near.document()).id() + " " + near.closeness()));
        return told;
    }

    private static List<String> ids(int[] documents, List<Document> all) {
        List<String> ids = new ArrayList<>();
        for (int document : documents) {
            ids.add(all.get(document).id());
        }
        return ids;
    }

    static List<Document> documents(Random random, int count) {
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean free = random.nextInt(10) == 0;
            int support = free ? 0 : 1 + random.nextInt(6);
            int suggested = free ? 0 : support + random.nextInt(4);
            int seen = Math.max(0, support - 1);
            documents.add(new Document(
                    Integer.toHexString(random.nextInt()) + "-" + i,
                    counts(random, 4, 1),
                    free ? Map.of() : nonEmpty(counts(random, 6, suggested)),
                    support,
                    suggested,
                    seen * random.nextDouble(),
                    seen));
        }
        return documents;
    }

    private static Map<String, Integer> nonEmpty(Map<String, Integer> counts) {
        return counts.isEmpty() ? Map.of("t0", 1) : counts;
    }

    private static Map<String, Integer> counts(Random random, int most, int times) {
        Map<String, Integer> counts = new HashMap<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            counts.merge(term(random), 1 + random.nextInt(times), Integer::sum);
        }
        return counts;
    }

    /** Some terms are common and some are rare. */
    private static String term(Random random) {
        double where = random.nextDouble();
        return random.nextInt(6) == 0
                ? "#" + "abc".charAt(random.nextInt(3))
                : "t" + (int) (40 * where * where * where);
    }

    static Set<String> asked(Random random) {
        Set<String> asked = new LinkedHashSet<>();
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            asked.add(random.nextInt(8) == 0 ? "unknown" : term(random));
        }
        return asked;
    }

    /** The index over documents, brought up to date in a random order. */
    static TermIndex indexed(Collection<Document> documents, Random random) {
        TermIndex index = new TermIndex();
        int number = 0;
        for (Document one : documents) {
            index.add(one.id(), one.text());
            List<Runnable> changes = new ArrayList<>();
            int document = number;
            for (int i = 1; i <= one.support(); i++) {
                int tasks = i;
                changes.add(() -> index.support(document, tasks));
            }
            one.contexts().forEach((term, count) -> {
                index.context(document, term, 1);
                changes.add(() -> index.context(document, term, count));
            });
            java.util.Collections.shuffle(changes, random);
            changes.forEach(Runnable::run);
            index.support(document, one.support());
            index.suggested(document, one.suggested());
            index.self(document, one.selfSum(), one.selfCount());
            number++;
        }
        return index;
    }
}
