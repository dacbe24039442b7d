package org.autotrainer.domain.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.autotrainer.domain.evaluation.Conversation;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.EvaluationBuilder;
import org.autotrainer.domain.evaluation.Tool;
import org.junit.jupiter.api.Test;

/** The id of an evaluation that brings none. */
class ContentIdTest {
    @Test
    void it_is_that_of_the_first_release() {
        assertThat(FactCodec.contentId(Evaluation.of("a", "t").build())).isEqualTo("fecc92e80ef97bf54c9a13b5e4a657cb");
        assertThat(FactCodec.contentId(evaluation(List.of("a", "b", "c")).build()))
                .isEqualTo("63df44d3bf8d23f88e80b3833277407a");
    }

    @Test
    void id_and_time_make_no_difference() {
        EvaluationBuilder evaluation = Evaluation.of("a", "t").suggest("s");
        String id = FactCodec.contentId(evaluation.build());

        assertThat(FactCodec.contentId(evaluation.id("e").revision(3).build())).isEqualTo(id);
        assertThat(FactCodec.contentId(evaluation.occurredAt(Instant.EPOCH).build()))
                .isEqualTo(id);
    }

    @Test
    void the_order_of_names_in_free_form_objects_makes_no_difference() {
        List<String> names = new ArrayList<>(List.of("a", "b", "c", "d", "é", "👍"));
        Evaluation evaluation = evaluation(names).build();
        Collections.reverse(names);
        Evaluation turned = evaluation(names).build();

        assertThat(turned).isEqualTo(evaluation);
        assertThat(FactCodec.contentId(turned)).isEqualTo(FactCodec.contentId(evaluation));
        assertThat(FactCodec.encode(new LessonKept(turned, Source.LOCAL)))
                .as("what is kept keeps the order")
                .isNotEqualTo(FactCodec.encode(new LessonKept(evaluation, Source.LOCAL)));
    }

    @Test
    void other_content_gives_another_id() {
        long seed = 21;
        RandomFacts facts = new RandomFacts(new Random(seed));
        Set<Evaluation> evaluations = new HashSet<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 2_000; i++) {
            Evaluation evaluation = facts.evaluation();
            Evaluation bare = Evaluation.of(evaluation.attempt())
                    .suggest(evaluation.suggestions())
                    .context(evaluation.context())
                    .score(evaluation.score())
                    .metadata(evaluation.metadata())
                    .parameters(evaluation.parameters())
                    .build();
            evaluations.add(bare);
            ids.add(FactCodec.contentId(bare));
        }

        assertThat(ids).as("seed %d", seed).hasSameSizeAs(evaluations);
    }

    @Test
    void agents_do_not_share_ids() {
        assertThat(FactCodec.contentId(Evaluation.of("a", "t").build()))
                .isNotEqualTo(FactCodec.contentId(Evaluation.of("b", "t").build()));
    }

    private static EvaluationBuilder evaluation(List<String> names) {
        Map<String, Object> inner = new LinkedHashMap<>();
        Map<String, Object> numbers = new LinkedHashMap<>();
        names.forEach(name -> {
            inner.put(name, Collections.singletonList(null));
            numbers.put(name, name.length() + 0.5);
        });
        Map<String, Object> outer = new LinkedHashMap<>();
        names.forEach(name -> outer.put(name, List.of(inner)));
        return Evaluation.of("a", "t")
                .parameters(numbers)
                .metadata(outer)
                .conversation(new Conversation(List.of(), List.of(new Tool("f", "", outer))));
    }
}
