package org.autotrainer.domain.sim;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class SimulatorTableTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream progress = new ByteArrayOutputStream();

    @Test
    void worlds_and_rules_stand_in_a_table_and_progress_elsewhere() {
        run("small,null", "200", "1-2,5", "none,oracle");

        assertThat(out.toString(UTF_8).lines())
                .contains(
                        "| world | none | oracle |",
                        "| --- | ---: | ---: |",
                        "| small | 0.0 | 100.0 |",
                        "| null | 0.0 pt | 0.0 pt |",
                        "| **mean** | **0.0** | **100.0** |")
                .allMatch(line -> line.isEmpty() || line.startsWith("| ") || line.startsWith("Captured"));
        assertThat(progress.toString(UTF_8).lines()).containsExactly("small", "null");
    }

    @Test
    void a_table_is_the_same_each_time() {
        run("poison", "200", "1-4", "all");
        String once = out.toString(UTF_8);
        out.reset();

        run("poison", "200", "1-4", "all");

        assertThat(out.toString(UTF_8)).isEqualTo(once);
    }

    @Test
    void worlds_have_their_own_luck_but_variants_of_one_share_it() {
        long seed = Comparison.seedIn(WorldSpec.parse("base"), 1);

        assertThat(Comparison.seedIn(WorldSpec.parse("base+topics=4"), 1)).isEqualTo(seed);
        assertThat(Comparison.seedIn(WorldSpec.parse("base"), 2)).isNotEqualTo(seed);
        assertThat(Comparison.seedIn(WorldSpec.parse("lone"), 1)).isNotEqualTo(seed);
    }

    @Test
    void what_does_not_exist_is_named() {
        assertThatThrownBy(() -> run("nowhere")).hasMessageContaining("No world is named \"nowhere\"");
        assertThatThrownBy(() -> run("base", "1", "1", "luck")).hasMessageContaining("No rule is named \"luck\"");
    }

    private void run(String... args) {
        SimulatorTable.print(
                new PrintStream(out, true, UTF_8),
                SimulatorTable.compare(new PrintStream(progress, true, UTF_8), args));
    }
}
