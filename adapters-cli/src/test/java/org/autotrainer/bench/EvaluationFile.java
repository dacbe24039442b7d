package org.autotrainer.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.StringJoiner;

/**
 * Writes evaluations of a help desk whose critic repeats itself: 500 pieces of advice, the n-th of them 1/n as often as
 * the first, one to three an evaluation; each of a task of its own, a third of them failed; about 420 bytes a line.
 *
 * <p>The k-th evaluation is the same in every file but for the id of its task: either ids ascend, as those of a ticket
 * system do, or they come in no order, as random ones do.
 */
final class EvaluationFile {
    /** How many pieces of advice there are. */
    static final int ADVICE = 500;

    private static final String[] DEEDS = {
        "Check", "Confirm", "Look up", "Quote", "Read out", "Write down", "Ask for", "Repeat", "Compare", "Verify"
    };
    private static final String[] THINGS = {
        "the order number", "the refund policy", "the fare rules", "the delivery address", "the customer's name",
        "the payment method", "the date of purchase", "the warranty terms", "the open invoice", "the loyalty level"
    };
    private static final String[] MOMENTS = {
        "before you promise anything",
        "before calling a tool",
        "once the customer agrees",
        "when two records differ",
        "at the end of the conversation"
    };
    private static final String[] TOPICS = {
        "refund", "shipping", "invoice", "warranty", "booking", "baggage", "upgrade", "account", "payment", "exchange"
    };
    private static final String[] WISHES = {
        "wants the money back for", "asks when to expect", "was charged twice for", "cannot find the invoice of",
        "wants to change the date of", "complains about a damaged", "asks for a discount on", "has lost the receipt of"
    };
    private static final String[] GOODS = {
        "a copper saucepan", "two train tickets", "the winter coat", "an annual subscription", "a folding bicycle",
        "the return flight", "a set of knives", "the hotel room", "a pair of running shoes", "the desk lamp"
    };
    private static final String[] DETAILS = {
        "bought last month in the shop",
        "ordered as a gift",
        "paid by voucher",
        "booked through a partner",
        "after a move to another country",
        "with express delivery",
        "shortly before the deadline"
    };
    private static final double[] CUMULATED = cumulated();

    private EvaluationFile() {}

    /** How the ids of tasks follow each other. */
    enum Ids {
        /** Each is greater than the one before. */
        ASCENDING,
        /** They are spread over all that are possible. */
        RANDOM;

        /** Multiplication by an odd number gives each k another id. */
        String task(int k) {
            return "ticket-" + HexFormat.of().toHexDigits(this == ASCENDING ? k : k * 0x9E3779B1);
        }
    }

    /** Writes {@code COUNT} evaluations from the k-th on: {@code FILE FIRST COUNT IDS}. */
    public static void main(String[] args) throws IOException {
        write(
                Path.of(args[0]),
                Integer.parseInt(args[1]),
                Integer.parseInt(args[2]),
                Ids.valueOf(args[3].toUpperCase(Locale.ROOT)));
    }

    /** Writes evaluations from the k-th on. */
    static void write(Path file, int first, int count, Ids ids) throws IOException {
        try (BufferedWriter lines = Files.newBufferedWriter(file, UTF_8)) {
            for (int k = first; k < first + count; k++) {
                lines.write(line(k, ids.task(k)));
                lines.write('\n');
            }
        }
    }

    private static String line(int k, String task) {
        SplittableRandom random = new SplittableRandom(k);
        boolean success = random.nextInt(3) > 0;
        int score = success ? 55 + random.nextInt(46) : random.nextInt(60);
        StringJoiner advice = new StringJoiner(",", "[", "]");
        for (int left = 1 + random.nextInt(3); left > 0; left--) {
            advice.add('"' + advice(random.nextDouble()) + '"');
        }
        String topic = pick(TOPICS, random);
        return "{\"run\":\"desk-" + k / 10_000 + "\",\"task_id\":\"" + task
                + "\",\"critic\":{\"id\":\"policy-check\",\"version\":\"2.1\"},\"success\":" + success
                + ",\"score\":" + score / 100.0
                + ",\"suggestions\":" + advice
                + ",\"context\":{\"text\":\"A customer " + pick(WISHES, random) + " " + pick(GOODS, random) + ", "
                + pick(DETAILS, random) + "\",\"tags\":[\"" + topic + "\",\"" + pick(TOPICS, random)
                + "\"]},\"model\":\"qwen3-32b\",\"occurred_at\":\"" + time(k) + "\"}";
    }

    private static String time(int k) {
        return Instant.ofEpochSecond(1_767_225_600L + 7L * k).toString();
    }

    private static String advice(double chance) {
        int found = Arrays.binarySearch(CUMULATED, chance);
        int n = Math.min(found < 0 ? -found - 1 : found, ADVICE - 1);
        return DEEDS[n % 10] + " " + THINGS[n / 10 % 10] + " " + MOMENTS[n / 100] + ".";
    }

    private static double[] cumulated() {
        double[] sums = new double[ADVICE];
        double sum = 0;
        for (int n = 0; n < ADVICE; n++) {
            sum += 1.0 / (n + 1);
            sums[n] = sum;
        }
        double whole = sum;
        return Arrays.stream(sums).map(part -> part / whole).toArray();
    }

    private static String pick(String[] words, SplittableRandom random) {
        return words[random.nextInt(words.length)];
    }
}
