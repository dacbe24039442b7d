package org.autotrainer.domain.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The documents that hold a term, whatever the order in which they come. */
class PostingsTest {
    @Test
    void documents_are_those_of_a_plain_map() {
        for (long seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            int documents = 1 + random.nextInt(2_000);
            Postings postings = new Postings("term");
            Map<Integer, Integer> inContexts = new TreeMap<>();
            Map<Integer, Integer> inTexts = new TreeMap<>();
            for (int i = 0; i < 4_000; i++) {
                int document = random.nextInt(documents);
                if (random.nextInt(4) == 0 && !inTexts.containsKey(document)) {
                    postings.putInText(document, 1 + i % 9);
                    inTexts.put(document, 1 + i % 9);
                } else {
                    postings.putInContexts(document, i + 1);
                    inContexts.put(document, i + 1);
                }
            }

            Map<Integer, Integer> found = new TreeMap<>();
            Map<Integer, Integer> foundInTexts = new TreeMap<>();
            for (int i = 0; i < postings.size(); i++) {
                int document = postings.document(i);
                assertThat(postings.find(document)).as("seed %d", seed).isEqualTo(i);
                if (postings.inContexts(i) > 0) {
                    found.put(document, postings.inContexts(i));
                }
                if (postings.inText(i) > 0) {
                    foundInTexts.put(document, postings.inText(i));
                }
            }
            assertThat(found).as("seed %d", seed).isEqualTo(inContexts);
            assertThat(foundInTexts).as("seed %d", seed).isEqualTo(inTexts);
            for (int document = 0; document <= documents; document++) {
                assertThat(postings.find(document) >= 0)
                        .as("seed %d, document %d", seed, document)
                        .isEqualTo(inTexts.containsKey(document) || inContexts.containsKey(document));
            }
        }
    }

    @Test
    void counts_may_be_large() {
        Postings postings = new Postings("term");
        postings.putInText(7, 300);
        postings.putInContexts(7, 10_000_000);
        postings.putInContexts(3, 1);

        int index = postings.find(7);
        assertThat(postings.document(index)).isEqualTo(7);
        assertThat(postings.inText(index)).as("at most what is kept").isEqualTo(255);
        assertThat(postings.inContexts(index)).isEqualTo(10_000_000);
    }
}
