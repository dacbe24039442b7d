package org.autotrainer.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.autotrainer.domain.evaluation.Context;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.memory.AgentMemory;
import org.autotrainer.domain.memory.Learned;
import org.autotrainer.domain.recall.Recall;
import org.junit.jupiter.api.Test;

/** The domain without any other jar: train and recall in memory. */
class DomainAloneTest {
    @Test
    void the_domain_trains_and_recalls_in_memory() {
        AgentMemory memory = new AgentMemory("support", Learned.NOWHERE);

        for (String task : List.of("refund-17", "refund-18")) {
            Evaluation evaluation = Evaluation.of("support", task)
                    .critic("policy-check", "2")
                    .success(false)
                    .score(0.3)
                    .suggest("Look up the order before promising a refund")
                    .context("A customer wants money back for a late parcel", "refund")
                    .build();
            memory.train(evaluation, Instant.parse("2026-05-21T09:30:00Z"));
        }

        String block = Recall.look(memory, new Context("refund for a broken cup", List.of("refund")), 200)
                .block();
        assertThat(block.lines()).hasSize(3).contains("- Look up the order before promising a refund");
    }
}
