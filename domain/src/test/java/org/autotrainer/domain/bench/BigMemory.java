package org.autotrainer.domain.bench;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.autotrainer.domain.evaluation.Attempt;
import org.autotrainer.domain.evaluation.Context;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.EvaluationBuilder;
import org.autotrainer.domain.journal.Evaluated;
import org.autotrainer.domain.journal.Recalled;
import org.autotrainer.domain.journal.Source;
import org.autotrainer.domain.learning.Chance;
import org.autotrainer.domain.memory.AgentMemory;
import org.autotrainer.domain.memory.Answer;
import org.autotrainer.domain.memory.Learned;
import org.autotrainer.domain.memory.Prepared;
import org.autotrainer.domain.recall.Playbook;
import org.autotrainer.domain.recall.Question;
import org.autotrainer.domain.recall.Recall;
import org.autotrainer.domain.text.TokenCounter;

/** A memory of many heuristics, each suggested by a task of its own, and what is done to it. */
final class BigMemory {
    private static final String AGENT = "default";
    private static final int WORDS = 20_000;
    private static final int COMMON = 100;
    private static final int TAGS = 20;
    private static final int BUDGET = 500;
    private static final byte[] KEY = Chance.openKey();

    private final AgentMemory memory = new AgentMemory(AGENT, Learned.NOWHERE);
    private final Random random = new Random(1);
    private final int taught;
    private long position;

    /** A memory that was taught so many pieces of advice, most of which become heuristics of their own. */
    BigMemory(int taught) {
        this.taught = taught;
        for (int number = 0; number < taught; number++) {
            fold(evaluation("lesson-" + number, advice(number)));
        }
    }

    /** Bytes of heap that a heuristic takes, with its keys and the hash of its task: {@code COUNT}. */
    public static void main(String[] args) {
        long before = used();
        BigMemory memory = new BigMemory(Integer.parseInt(args[0]));
        System.out.println((used() - before) / memory.size());
    }

    private static long used() {
        for (int i = 0; i < 5; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    int size() {
        return memory.heuristics().size();
    }

    /** A question about a task that was not seen before. */
    Playbook recall(String task) {
        return Recall.of(
                memory,
                new Question(
                        context(),
                        BUDGET,
                        Question.Format.BLOCK,
                        TokenCounter.ESTIMATE,
                        Optional.of(Chance.of(KEY, Attempt.at(AGENT, task), 0, "")),
                        List.of()));
    }

    /** Recalls for a task and takes the receipt in, under the task's name. */
    void handOut(String task) {
        Playbook playbook = recall(task);
        fold(Prepared.of(
                AGENT, new Recalled(playbook.receipt(task, Attempt.at(AGENT, task), 0, context(), "model", BUDGET))));
    }

    /** An evaluation that brings advice the memory has. */
    Prepared known(String task) {
        return evaluation(task, advice(random.nextInt(taught)), advice(random.nextInt(taught)));
    }

    /** An evaluation that brings advice the memory has not. */
    Prepared unknown(int number) {
        return evaluation("new-" + number, advice(taught + number));
    }

    Answer fold(Prepared fact) {
        return memory.fold(++position, Instant.EPOCH, fact);
    }

    private Prepared evaluation(String task, String... advice) {
        EvaluationBuilder evaluation = Evaluation.of(AGENT, task)
                .id(task)
                .critic("critic", "")
                .model("model")
                .success(random.nextBoolean())
                .receipt(task)
                .context(context());
        for (String text : advice) {
            evaluation.suggest(text);
        }
        return Prepared.of(AGENT, new Evaluated(evaluation.build(), Source.LOCAL, false, true));
    }

    private Context context() {
        return new Context(sentence(random, 6, 12), List.of("tag" + (char) ('a' + random.nextInt(TAGS))));
    }

    private static String advice(int number) {
        return sentence(new Random(number), 8, 14);
    }

    private static String sentence(Random random, int least, int most) {
        StringBuilder sentence = new StringBuilder();
        for (int i = least + random.nextInt(most - least + 1); i > 0; i--) {
            sentence.append(sentence.isEmpty() ? "" : " ").append(word(random));
        }
        return sentence.toString();
    }

    /** The n-th word comes as often as 1/(n + 100) says: the commonest is one of 500. */
    private static String word(Random random) {
        int number = (int) (COMMON * StrictMath.pow(1.0 * WORDS / COMMON + 1, random.nextDouble())) - COMMON;
        StringBuilder word = new StringBuilder();
        for (int rest = number + 26; rest > 0; rest /= 26) {
            word.append((char) ('a' + rest % 26)).append("aeiou".charAt(rest % 5));
        }
        return word.toString();
    }
}
