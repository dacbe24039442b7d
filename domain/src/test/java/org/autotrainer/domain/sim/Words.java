package org.autotrainer.domain.sim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The vocabulary that contexts and advice are written in. */
final class Words {
    /** What a task can be about: a name, which is its tag, and the words that belong to it. */
    record Topic(String name, List<String> words) {}

    /** Words that occur whatever the topic. */
    static final List<String> COMMON = split(
            "answer request detail number entry amount list summary message person form "
                    + "value text line date status type group part note source target setting result option version limit");

    private static final List<Topic> ALL = List.of(
            topic(
                    "database query index column join rowcount schema trigger cursor deadlock view replica backup constraint "
                            + "partition transaction migration"),
            topic(
                    "travel airline luggage seat layover passport refund itinerary gate fare hotel upgrade visa delay voucher "
                            + "stopover passenger"),
            topic(
                    "browser cookie iframe dropdown popup scroll viewport captcha tab link checkbox login redirect screenshot "
                            + "selector banner download"),
            topic(
                    "python decorator traceback import fixture wheel generator coroutine linter package dataclass exception "
                            + "iterator docstring virtualenv stub mypy"),
            topic(
                    "shop basket coupon parcel warehouse invoice sku discount shipment exchange receipt courier stock carton "
                            + "label payment catalogue"),
            topic(
                    "algebra equation matrix fraction polynomial root vector integral prime modulus proof lemma exponent angle "
                            + "determinant series logarithm"),
            topic(
                    "contract clause plaintiff exhibit statute affidavit notary deposition tenant liability settlement appeal "
                            + "verdict jurisdiction motion indemnity warranty"),
            topic(
                    "clinic dosage allergy symptom referral vaccine triage chart diagnosis prescription lab nurse ward vitals "
                            + "consent imaging discharge"),
            topic(
                    "cluster pod ingress rollout secret manifest volume canary probe namespace pipeline container artifact node "
                            + "autoscaler certificate alert"),
            topic(
                    "mail inbox attachment recipient draft signature newsletter spam folder subject thread calendar reminder "
                            + "archive forward mailbox invitation"),
            topic(
                    "ledger dividend bond tax audit accrual payroll margin hedge quarter forecast balance expense currency "
                            + "depreciation creditor cashflow"),
            topic("kitchen oven fridge drawer spatula kettle pan sink mug plate recipe stove cupboard knife whisk tray "
                    + "colander"),
            topic(
                    "library citation abstract corpus footnote journal keyword snippet bibliography chapter edition excerpt "
                            + "glossary preface archive shelf catalogue"),
            topic(
                    "puzzle board tile opponent dice hint sequence riddle clue grid score round card token maze piece level"),
            topic(
                    "garage brake tyre gearbox battery mileage clutch bumper exhaust ignition radiator torque axle filter "
                            + "odometer windscreen pedal"),
            topic(
                    "garden soil seed hedge compost pruning blossom fertiliser greenhouse lawn bulb trellis mulch sapling weed "
                            + "watering harvest"));

    /** How many topics there are. */
    static final int TOPICS = ALL.size();

    private static final List<List<String>> VERBS = pairs(
            "check verify",
            "confirm validate",
            "list enumerate",
            "compare contrast",
            "record log",
            "sort order",
            "restrict limit",
            "fetch retrieve",
            "condense summarise",
            "split divide",
            "inspect examine",
            "clear reset",
            "cite quote",
            "count tally",
            "mention state",
            "round truncate");

    private static final List<String> ACTIONS = split("changing closing reading submitting creating deleting ranking "
            + "merging loading sending copying renaming answering printing");

    private Words() {}

    /** Some topics, others for another seed. */
    static List<Topic> topics(Chance chance, int count) {
        if (count < 1 || count > TOPICS) {
            throw new IllegalArgumentException("A world has 1 to " + TOPICS + " topics, not " + count);
        }
        List<Topic> topics = new ArrayList<>(ALL);
        chance.shuffle(topics);
        return List.copyOf(topics.subList(0, count));
    }

    /**
     * One piece of advice about the given words, in several wordings.
     *
     * <p>The second has the normal form of the first; the third has its words in another order, the fourth more of them, and the
     * fifth synonyms.
     */
    static List<String> advice(Chance chance, List<String> words) {
        List<String> verbs = chance.pick(VERBS);
        String owner = chance.pick(words);
        String thing = chance.pick(words);
        String when = chance.happens(.5) ? "before" : "after";
        String action = chance.pick(ACTIONS) + " the " + chance.pick(chance.happens(.7) ? words : COMMON);
        String verb = verbs.get(0);
        return List.of(
                capital(verb) + " the " + owner + " " + thing + " " + when + " " + action + ".",
                verb + " the " + owner + " " + thing + ", " + when + " " + action,
                capital(when) + " " + action + ", " + verb + " the " + owner + " " + thing + ".",
                "Always " + verb + " the " + owner + " " + thing + " " + when + " you start " + action + ".",
                capital(verbs.get(1)) + " the " + thing + " of the " + owner + " " + when + " " + action + ".");
    }

    /** A text about a topic: five of its words among six common ones, and one of another topic. */
    static String context(Chance chance, Topic topic, Topic other) {
        List<String> words = new ArrayList<>();
        IntStream.range(0, 5).forEach(i -> words.add(chance.pick(topic.words())));
        IntStream.range(0, 6).forEach(i -> words.add(chance.pick(COMMON)));
        words.add(chance.pick(other.words()));
        chance.shuffle(words);
        return "The customer asks about the " + String.join(" ", words.subList(0, 4)) + ", mentions "
                + String.join(" ", words.subList(4, 8)) + " and needs the " + String.join(" ", words.subList(8, 12));
    }

    private static Topic topic(String nameAndWords) {
        List<String> words = split(nameAndWords);
        return new Topic(words.get(0), words.subList(1, words.size()));
    }

    private static List<List<String>> pairs(String... lines) {
        return Arrays.stream(lines).map(Words::split).toList();
    }

    private static List<String> split(String words) {
        return List.of(words.split(" ", -1));
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
