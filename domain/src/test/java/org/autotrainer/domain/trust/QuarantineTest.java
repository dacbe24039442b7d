package org.autotrainer.domain.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.autotrainer.domain.trust.HostileCorpus.Family;
import org.autotrainer.domain.trust.HostileCorpus.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What waits for a person: by where it comes from, and by its flags. */
class QuarantineTest {
    private static final long SEED = 20_240_501;

    @ParameterizedTest
    @EnumSource(value = Trust.class, mode = Mode.EXCLUDE, names = "TRUSTED")
    void of_a_source_that_is_not_trusted_everything_is_held(Trust trust) {
        assertThat(HostileCorpus.items(SEED))
                .hasSize(1_200)
                .allMatch(item -> Quarantine.holds(trust, Flags.of(item.text())));
        assertThat(Quarantine.holds(trust, Set.of())).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Flag.class)
    void of_a_trusted_source_only_what_a_person_cannot_see_as_the_agent_does_is_held(Flag flag) {
        boolean isHeld = flag == Flag.HIDDEN_CHARACTERS || flag == Flag.ROLE_MARKER;

        assertThat(Quarantine.holds(Trust.TRUSTED, Set.of(flag))).isEqualTo(isHeld);
        assertThat(Quarantine.holds(Trust.TRUSTED, EnumSet.of(flag, Flag.LONG))).isEqualTo(isHeld);
        assertThat(Quarantine.holds(Trust.TRUSTED, Set.of())).isFalse();
    }

    @Test
    void of_a_trusted_sources_good_advice_at_most_one_in_fifty_is_held() {
        List<String> advice = HarmlessAdvice.texts();

        List<String> held = advice.stream()
                .filter(text -> Quarantine.holds(Trust.TRUSTED, Flags.of(text)))
                .toList();

        assertThat(advice).hasSizeGreaterThanOrEqualTo(300).doesNotHaveDuplicates();
        assertThat(held.size() * 50).as("held of %s: %s", advice.size(), held).isLessThanOrEqualTo(advice.size());
    }

    /**
     * The flags help a reviewer and are no gate: of what is worded like a policy they see nothing.
     *
     * <p>The corpus and the scanners are by the same hand, so that of attacks by others less is seen.
     */
    @Test
    void what_flags_see_of_each_kind_of_attack_is_known() {
        Map<Family, int[]> counts = new EnumMap<>(Family.class);
        for (Item item : HostileCorpus.items(SEED)) {
            Set<Flag> flags = Flags.of(item.text());
            int[] count = counts.computeIfAbsent(item.family(), family -> new int[3]);
            count[0]++;
            count[1] += flags.isEmpty() ? 0 : 1;
            count[2] += Quarantine.holds(Trust.TRUSTED, flags) ? 1 : 0;
        }
        StringBuilder table = new StringBuilder("family | items | flagged | held even if trusted\n");
        counts.forEach((family, count) ->
                table.append(family + " | " + count[0] + " | " + count[1] + " | " + count[2] + "\n"));

        assertThat(table.toString()).isEqualTo("""
                family | items | flagged | held even if trusted
                PLAIN_OVERRIDE | 86 | 76 | 0
                POLICY_SHAPED | 86 | 0 | 0
                ROLE_MARKER | 86 | 86 | 86
                CHAT_TEMPLATE | 86 | 86 | 86
                FENCE_BREAK | 86 | 79 | 71
                HIDDEN_CHARACTERS | 86 | 86 | 86
                HOMOGLYPHS | 86 | 82 | 41
                ENCODED_PAYLOAD | 86 | 66 | 0
                EXFILTRATION | 86 | 74 | 0
                COMMAND | 86 | 77 | 0
                MARKUP | 85 | 85 | 32
                MULTILINGUAL_OVERRIDE | 85 | 76 | 0
                LONG_COPIES | 85 | 80 | 0
                TOOL_CALL | 85 | 77 | 77
                """);
    }
}
