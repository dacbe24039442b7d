package org.autotrainer.bench;

import java.util.Random;

/** Advice and topics by number, of words whose frequencies fall as those of a language do. */
final class Words {
    private static final int WORDS = 4_000;
    private static final int COMMON = 30;

    private Words() {}

    /** A piece of advice: a sentence of eight to fourteen words. */
    static String advice(int number) {
        return sentence(new Random(number), 8, 14);
    }

    /** What a task is about: a sentence of six to twelve words. */
    static String topic(int number) {
        return sentence(new Random(-1L - number), 6, 12);
    }

    private static String sentence(Random random, int least, int most) {
        StringBuilder sentence = new StringBuilder();
        for (int i = least + random.nextInt(most - least + 1); i > 0; i--) {
            sentence.append(sentence.isEmpty() ? "" : " ").append(word(random));
        }
        return sentence.toString();
    }

    /** The n-th word comes as often as 1/(n + 30) says: the commonest is one of 150, as in English without stop words. */
    private static String word(Random random) {
        int number = (int) (COMMON * Math.pow(1.0 * WORDS / COMMON + 1, random.nextDouble())) - COMMON;
        StringBuilder word = new StringBuilder();
        for (int rest = number + 26; rest > 0; rest /= 26) {
            word.append((char) ('a' + rest % 26)).append("aeiou".charAt(rest % 5));
        }
        return word.toString();
    }
}
