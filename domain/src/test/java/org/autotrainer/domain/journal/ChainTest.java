package org.autotrainer.domain.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.autotrainer.domain.text.RandomTexts;
import org.junit.jupiter.api.Test;

/** The chain of hashes over the facts of an agent. */
class ChainTest {
    /** All that a link covers, and the bytes that may be erased. */
    private record Link(
            long position,
            FactKind kind,
            String id,
            int revision,
            boolean rewrites,
            Instant at,
            String answer,
            String payload) {
        byte[] after(byte[] previous) {
            return Chain.link(
                    previous,
                    position,
                    kind,
                    id,
                    revision,
                    rewrites,
                    at,
                    answer.getBytes(UTF_8),
                    Chain.hash(payload.getBytes(UTF_8)));
        }
    }

    private static final Link LINK = new Link(
            1, FactKind.LESSON, "e1", 0, false, Instant.ofEpochMilli(1_763_883_000_123L), "aap 7 9", "payload");

    @Test
    void links_are_those_of_the_first_release() {
        assertThat(HexFormat.of().formatHex(LINK.after(Chain.start())))
                .isEqualTo("49f254aaec3ae99dc35515bdf3129885bdb60800e370cf178eb4507b4bd1c7bb");
    }

    @Test
    void a_change_of_any_part_is_another_link() {
        byte[] other = Chain.start();
        other[31] = 1;
        List<byte[]> links = new ArrayList<>(List.of(LINK.after(Chain.start()), LINK.after(other)));
        for (Link changed : List.of(
                new Link(2, LINK.kind, LINK.id, 0, false, LINK.at, LINK.answer, LINK.payload),
                new Link(1, FactKind.EVALUATION, LINK.id, 0, false, LINK.at, LINK.answer, LINK.payload),
                new Link(1, LINK.kind, "e2", 0, false, LINK.at, LINK.answer, LINK.payload),
                new Link(1, LINK.kind, LINK.id, 1, false, LINK.at, LINK.answer, LINK.payload),
                new Link(1, LINK.kind, LINK.id, 0, true, LINK.at, LINK.answer, LINK.payload),
                new Link(1, LINK.kind, LINK.id, 0, false, LINK.at.plusNanos(1), LINK.answer, LINK.payload),
                new Link(1, LINK.kind, LINK.id, 0, false, LINK.at.plusSeconds(1), LINK.answer, LINK.payload),
                new Link(1, LINK.kind, LINK.id, 0, false, LINK.at, "aap 7 8", LINK.payload),
                new Link(1, LINK.kind, LINK.id, 0, false, LINK.at, LINK.answer, "other payload"))) {
            links.add(changed.after(Chain.start()));
        }

        assertThat(links.stream().map(HexFormat.of()::formatHex)).doesNotHaveDuplicates();
    }

    @Test
    void parts_are_not_mixed_up_with_their_neighbours() {
        long seed = 31;
        Random random = new Random(seed);
        Map<String, Link> links = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            Link link = new Link(
                    random.nextInt(3),
                    FactKind.values()[random.nextInt(2)],
                    few(random),
                    random.nextInt(3),
                    random.nextBoolean(),
                    Instant.ofEpochSecond(random.nextInt(2), random.nextInt(2)),
                    few(random),
                    few(random));
            Link known = links.putIfAbsent(HexFormat.of().formatHex(link.after(Chain.start())), link);

            assertThat(known == null || known.equals(link))
                    .as("seed %d: %s and %s", seed, known, link)
                    .isTrue();
        }
    }

    @Test
    void a_changed_fact_breaks_the_chain_where_it_stands() {
        long seed = 32;
        Random random = new Random(seed);
        List<Link> facts = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            facts.add(new Link(
                    i, FactKind.EVALUATION, "e" + i, 0, false, Instant.EPOCH, "a", RandomTexts.sentence(random, 5)));
        }
        List<byte[]> chain = chain(facts);
        for (int i = 0; i < facts.size(); i++) {
            List<Link> changed = new ArrayList<>(facts);
            changed.set(i, new Link(i + 1, FactKind.EVALUATION, "e", 0, false, Instant.EPOCH, "a", "changed"));

            assertThat(broken(chain, chain(changed))).as("seed %d", seed).isEqualTo(i);
        }
    }

    @Test
    void swapped_facts_break_the_chain() {
        List<Link> facts = List.of(
                new Link(1, FactKind.LESSON, "e1", 0, false, Instant.EPOCH, "", "one"),
                new Link(2, FactKind.LESSON, "e2", 0, false, Instant.EPOCH, "", "two"));
        List<Link> swapped = List.of(
                new Link(1, FactKind.LESSON, "e2", 0, false, Instant.EPOCH, "", "two"),
                new Link(2, FactKind.LESSON, "e1", 0, false, Instant.EPOCH, "", "one"));

        assertThat(broken(chain(facts), chain(swapped))).isZero();
    }

    @Test
    void an_erased_text_leaves_the_chain_whole() {
        byte[] payloadHash = Chain.hash("secret".getBytes(UTF_8));
        byte[] written =
                Chain.link(Chain.start(), 1, FactKind.LESSON, "e1", 0, false, Instant.EPOCH, new byte[0], payloadHash);

        byte[] keptHash = payloadHash.clone();
        byte[] verified =
                Chain.link(Chain.start(), 1, FactKind.LESSON, "e1", 0, false, Instant.EPOCH, new byte[0], keptHash);

        assertThat(verified).isEqualTo(written);
    }

    @Test
    void any_answer_of_bytes_counts() {
        byte[] answer = new byte[256];
        for (int i = 0; i < answer.length; i++) {
            answer[i] = (byte) i;
        }
        byte[] link = link(answer);
        for (int i = 0; i < answer.length; i++) {
            byte[] changed = answer.clone();
            changed[i] ^= (byte) 0x80;

            assertThat(link(changed)).as("byte %d", i).isNotEqualTo(link);
        }
    }

    @Test
    void the_start_is_fresh_each_time() {
        Chain.start()[0] = 1;

        assertThat(Chain.start()).hasSize(Chain.LENGTH).containsOnly(0);
    }

    private static byte[] link(byte[] answer) {
        return Chain.link(
                Chain.start(), 1, FactKind.LESSON, "", 0, false, Instant.EPOCH, answer, Chain.hash(new byte[0]));
    }

    private static String few(Random random) {
        return "ab1\u0000".repeat(2).substring(random.nextInt(4)).substring(0, random.nextInt(4));
    }

    private static List<byte[]> chain(List<Link> facts) {
        List<byte[]> chain = new ArrayList<>();
        byte[] head = Chain.start();
        for (Link fact : facts) {
            head = fact.after(head);
            chain.add(head);
        }
        return chain;
    }

    private static int broken(List<byte[]> chain, List<byte[]> other) {
        int i = 0;
        while (i < chain.size() && Arrays.equals(chain.get(i), other.get(i))) {
            i++;
        }
        return i;
    }
}
