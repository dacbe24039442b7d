package org.autotrainer.domain.relevance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.autotrainer.domain.relevance.PlainRelevance.Document;
import org.junit.jupiter.api.Test;

class NeighbourhoodTest {
    private static final double TYPICAL = 0.3;

    @Test
    void relevance_is_that_of_a_plain_look_at_every_document() {
        for (long seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            List<Document> all = TermIndexTest.documents(random, 1 + random.nextInt(40));
            TermIndex index = TermIndexTest.indexed(all, random);
            double typical = 0.1 + 0.5 * random.nextDouble();
            for (int i = 0; i < 3; i++) {
                Set<String> asked = TermIndexTest.asked(random);
                relevances(index, all, asked, typical)
                        .forEach((document, relevance) -> assertThat(relevance)
                                .as("%s for %s", document.id(), asked)
                                .isCloseTo(
                                        PlainRelevance.amongNeighbours(document, asked, all, typical), within(1e-7)));
            }
        }
    }

    @Test
    void the_order_in_which_documents_came_changes_no_bit() {
        for (long seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            List<Document> all = TermIndexTest.documents(random, 1 + random.nextInt(120));
            List<Document> turned = new ArrayList<>(all);
            Collections.shuffle(turned, random);
            Set<String> asked = TermIndexTest.asked(random);

            assertThat(relevances(TermIndexTest.indexed(turned, random), turned, asked, TYPICAL))
                    .as("seed %d", seed)
                    .isEqualTo(relevances(TermIndexTest.indexed(all, random), all, asked, TYPICAL));
        }
    }

    @Test
    void of_two_that_share_one_common_word_with_the_question_the_one_like_its_neighbours_is_more_relevant() {
        List<Document> all = new ArrayList<>(world());
        Document akin = advice("akin", Map.of("detail", 1), Map.of("visa", 1, "layover", 1, "detail", 1));
        Document foreign = advice("foreign", Map.of("detail", 1), Map.of("sink", 1, "oven", 1, "detail", 1));
        all.add(akin);
        all.add(foreign);
        TermIndex index = TermIndexTest.indexed(all, new Random(1));

        Map<Document, Double> relevances = relevances(index, all, Set.of("fare", "gate", "cabin", "detail"), TYPICAL);

        assertThat(relevances.get(akin)).isGreaterThan(2 * relevances.get(foreign));
    }

    @Test
    void a_question_of_which_only_a_word_is_known_makes_hardly_anything_relevant() {
        List<Document> all = world();
        TermIndex index = TermIndexTest.indexed(all, new Random(1));
        Set<String> asked = Set.of("plaintiff", "clause", "verdict", "statute", "detail");

        assertThat(relevances(index, all, asked, TYPICAL).values())
                .isNotEmpty()
                .allSatisfy(relevance -> assertThat(relevance).isLessThan(0.2));
    }

    @Test
    void where_nothing_is_near_relevance_stays_as_it_was_found() {
        List<Document> all = world();
        TermIndex index = TermIndexTest.indexed(all, new Random(1));
        Neighbourhood nobody =
                index.neighbourhood(index.query(List.of()), List.of(), TYPICAL, terms(all, new HashMap<>()));

        assertThat(index.hasContext(0)).isTrue();
        assertThat(nobody.relevance(new Found.Hit(0, 0.5, 0))).isEqualTo(0.5);
        nobody.letGo();
    }

    /** Advice on flights, where words go together in twos and threes, and as much on kitchens. */
    private static List<Document> world() {
        List<String> flights = List.of("fare", "gate", "visa", "layover", "baggage", "cabin");
        List<String> kitchens = List.of("sink", "oven", "shelf", "kettle", "stove", "mug");
        List<Document> all = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            all.add(about("flight-" + i, flights, i));
            all.add(about("kitchen-" + i, kitchens, i));
        }
        return all;
    }

    private static Document about(String id, List<String> words, int i) {
        Map<String, Integer> contexts = new HashMap<>();
        IntStream.of(0, 1, 2, 3).forEach(step -> contexts.put(words.get((i * (i + 1) / 2 + step) % words.size()), 1));
        if (i < 2) {
            contexts.put("detail", 1);
        }
        return advice(id, Map.of(words.get(i % words.size()), 1), contexts);
    }

    private static Document advice(String id, Map<String, Integer> text, Map<String, Integer> contexts) {
        return new Document(id, text, contexts, 1, 1, 0, 0);
    }

    /** The relevance of all that is found, in the neighbourhood of the question. */
    private static Map<Document, Double> relevances(
            TermIndex index, List<Document> all, Set<String> asked, double typical) {
        Query query = index.query(asked);
        Found found = index.search(query, typical);
        Map<Integer, long[]> texts = new HashMap<>();
        Neighbourhood neighbourhood = index.neighbourhood(query, found.nearest(), typical, terms(all, texts));
        Map<Document, Double> relevances = new HashMap<>();
        found.hits().forEach(hit -> relevances.put(all.get(hit.document()), neighbourhood.relevance(hit)));
        neighbourhood.letGo();
        return relevances;
    }

    private static Documents terms(List<Document> all, Map<Integer, long[]> texts) {
        return new Documents() {
            @Override
            public long[] text(int document) {
                return texts.computeIfAbsent(
                        document, one -> counted(all.get(one).text()));
            }

            @Override
            public long[] contexts(int document) {
                return counted(all.get(document).contexts());
            }
        };
    }

    private static long[] counted(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .mapToLong(one -> (long) one.getKey().hashCode() << Integer.SIZE | one.getValue())
                .sorted()
                .toArray();
    }
}
