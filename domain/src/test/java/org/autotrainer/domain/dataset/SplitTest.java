package org.autotrainer.domain.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.autotrainer.domain.dataset.Talk.agent;
import static org.autotrainer.domain.dataset.Talk.system;
import static org.autotrainer.domain.dataset.Talk.talk;
import static org.autotrainer.domain.dataset.Talk.user;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.autotrainer.domain.evaluation.Attempt;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.junit.jupiter.api.Test;

class SplitTest {
    private final List<Evaluation> evaluations = new ArrayList<>();
    private final Map<String, List<String>> files = new HashMap<>();

    @Test
    void about_the_share_of_tasks_is_kept_back_and_another_seed_keeps_others() {
        Split split = new Split(0.2, "s");
        Split other = new Split(0.2, "t");
        int kept = 0;
        int both = 0;
        for (int task = 0; task < 10_000; task++) {
            boolean back = split.side("task " + task) == Side.VALIDATION;
            kept += back ? 1 : 0;
            both += back && other.side("task " + task) == Side.VALIDATION ? 1 : 0;
        }
        assertThat(kept).isBetween(1_850, 2_150);
        assertThat(both).isBetween(300, 500);
    }

    @Test
    void a_higher_share_only_moves_tasks_into_validation() {
        for (int task = 0; task < 1_000; task++) {
            if (new Split(0.1, "s").side("task " + task) == Side.VALIDATION) {
                assertThat(new Split(0.3, "s").side("task " + task)).isEqualTo(Side.VALIDATION);
            }
        }
    }

    @Test
    void a_share_beyond_a_half_is_refused() {
        assertThatThrownBy(() -> new Split(0.51, "")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new Split(Double.NaN, "")).isInstanceOf(InvalidValueException.class);
        assertThat(new Split(0.5, "").sides()).hasSize(2);
        assertThat(Split.NONE.sides()).containsExactly(Side.TRAIN);
    }

    @Test
    void all_attempts_at_a_task_are_on_one_side_and_stay_there_as_the_journal_grows() {
        Random random = new Random(1);
        for (int i = 0; i < 300; i++) {
            said("task " + i % 60, i, words(random, 40));
        }
        export("trl-kto", 0.3);
        List<String> before = files.get("validation.jsonl");
        Set<String> first = Set.copyOf(before);
        assertThat(before).hasSizeBetween(40, 150).doesNotContainAnyElementsOf(files.get("train.jsonl"));
        for (int i = 300; i < 900; i++) {
            said("task " + i % 200, i, words(random, 40));
        }
        export("trl-kto", 0.3);
        assertThat(files.get("validation.jsonl")).containsAll(first);
    }

    @Test
    void what_is_almost_the_same_is_not_on_both_sides() {
        Random random = new Random(2);
        Split split = new Split(0.3, "");
        String text = words(random, 300);
        for (int i = 0; i < 50; i++) {
            said("unlike " + i, 0, words(random, 300));
        }
        int kept = 0;
        for (int i = 0; i < 10; i++) {
            said("alike " + i, 0, text + (i % 2 == 0 ? "!" : " now."), "Tell me");
            kept += split.side("alike " + i) == Side.VALIDATION ? 1 : 0;
        }
        assertThat(kept).isPositive();
        DatasetReport report = export("trl-sft", 0.3);
        assertThat(report.rejected()).isEqualTo(Map.of("near_duplicate", (long) kept));
        assertThat(files.get("validation.jsonl")).noneMatch(line -> line.contains(text.substring(0, 200)));
    }

    @Test
    void instructions_that_stand_in_every_task_make_no_near_duplicates() {
        Random random = new Random(3);
        String instructions = words(random, 2_000);
        for (int i = 0; i < 60; i++) {
            said("task " + i, 0, "fine " + i, instructions + "\nQuestion: " + words(random, 20));
        }
        assertThat(export("trl-sft", 0.3).rejected()).isEmpty();
        assertThat(files.get("validation.jsonl")).hasSizeBetween(8, 30);
    }

    @Test
    void fingerprints_tell_texts_apart_and_know_almost_equal_ones_again() {
        Random random = new Random(4);
        NearDuplicates seen = new NearDuplicates();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            texts.add(words(random, 100));
            seen.add(bits(texts.get(i)));
        }
        for (int i = 0; i < 200; i++) {
            assertThat(seen.hasNear(bits(texts.get(i).toUpperCase(Locale.ROOT) + "  ")))
                    .isTrue();
            assertThat(seen.hasNear(bits(words(random, 100)))).isFalse();
            long near = bits(texts.get(i)) ^ (7L << random.nextInt(60)) ^ (3L << random.nextInt(60));
            assertThat(seen.hasNear(near)).isTrue();
        }
    }

    private static long bits(String text) {
        return Fingerprint.of(talk(user(text)).messages(), new CommonLines()).bits();
    }

    private static String words(Random random, int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append(Integer.toString(random.nextInt(5_000), 36)).append(' ');
        }
        return words.toString();
    }

    private void said(String task, int attempt, String answer) {
        said(task, attempt, answer, "Tell me about " + task);
    }

    private void said(String task, int attempt, String answer, String question) {
        evaluations.add(Evaluation.of(new Attempt("a", "", task, attempt))
                .success(true)
                .conversation(talk(system("S"), user(question), agent(answer)))
                .build());
    }

    private DatasetReport export(String format, double share) {
        files.clear();
        DatasetSink sink = new DatasetSink() {
            @Override
            public void row(String file, String line) {
                files.computeIfAbsent(file, any -> new ArrayList<>()).add(line);
            }

            @Override
            public void note(DatasetNote note) {}
        };
        DatasetOptions options = new DatasetOptions(TaskChoice.ALL, new Split(share, ""), Personal.REDACT);
        return DatasetExport.write(Formats.named(format), options, Recorded.of(evaluations), sink)
                .parts()
                .get(0);
    }
}
