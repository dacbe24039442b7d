package org.autotrainer.domain.memory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.autotrainer.domain.learning.Evidence;
import org.autotrainer.domain.learning.Standing;
import org.autotrainer.domain.relevance.Documents;
import org.autotrainer.domain.relevance.TermIndex;
import org.autotrainer.domain.text.PlainText;
import org.autotrainer.domain.text.Terms;
import org.autotrainer.domain.text.Wording;

/**
 * The heuristics of one agent, each under a number of this process, with the evidence on them and the index over them.
 *
 * <p>Several wordings of the same advice are members of one heuristic. Several threads may read at once, while nobody changes
 * it.
 */
public final class Heuristics implements Documents {
    private static final int NEARBY = 8;
    private static final int ITEM_DIGITS = 16;
    /** From this cosine of their telling terms on, two texts that look alike are about the same. */
    private static final double SAME_SUBJECT = 0.6;
    /** Among so few texts nothing tells the form that they are written in from their subject: more has to be shared. */
    private static final int FEW = 20;

    private static final double SAME_SUBJECT_AMONG_FEW = 0.8;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Heuristic> heuristics = new ArrayList<>();
    private final List<Evidence> evidence = new ArrayList<>();
    private final TermIndex index = new TermIndex();
    private final Map<String, String> labels;
    private final Map<String, Integer> labelled = new HashMap<>();
    private final Map<String, Integer> foreign = new HashMap<>();
    private Wording[] wordings = new Wording[16];
    private long[] items = new long[16];
    private int[] plainLengths = new int[16];
    private long[][] texts = new long[16][];

    /**
     * No heuristics yet.
     *
     * @param labels what a person said of wordings: those with one label are one heuristic, by the ids of their normal forms
     */
    Heuristics(Map<String, String> labels) {
        this.labels = Map.copyOf(labels);
    }

    /** How many there are. */
    public int size() {
        return heuristics.size();
    }

    /** All of them, by number. */
    public List<Heuristic> all() {
        return Collections.unmodifiableList(heuristics);
    }

    /** The number of the heuristic with the given id, or that has the given member; below 0 when there is none. */
    public int find(String id) {
        return numbers.getOrDefault(id, -1);
    }

    /** The heuristic with the given id, or that has the given member. */
    public Optional<Heuristic> get(String id) {
        int number = find(id);
        return number < 0 ? Optional.empty() : Optional.of(heuristics.get(number));
    }

    /** The heuristic of a number. */
    public Heuristic get(int number) {
        return heuristics.get(number);
    }

    /** The evidence on the heuristic of a number. */
    public Evidence evidence(int number) {
        return evidence.get(number);
    }

    private static long item(String id) {
        long item = 0;
        for (int i = 0; i < Math.min(ITEM_DIGITS, id.length()); i++) {
            item = item << 4 | Character.digit(id.charAt(i), 16);
        }
        return item;
    }

    /** The item that stands for a heuristic in throws of chance: the beginning of its id. */
    public long item(int number) {
        return items[number];
    }

    /** How many evaluations suggested a heuristic: as {@link Heuristic#suggested}, without a look at it. */
    public int suggested(int number) {
        return index.suggested(number);
    }

    /** The length of the text of a heuristic, told without a look at it, if it is plain; below 0 if it is not. */
    public int plainLength(int number) {
        return plainLengths[number];
    }

    /** The index over texts and contexts; documents have the numbers of heuristics. */
    public TermIndex index() {
        return index;
    }

    @Override
    public long[] text(int number) {
        return texts[number];
    }

    @Override
    public long[] contexts(int number) {
        return heuristics.get(number).contexts().counted();
    }

    /** How a heuristic is worded; worked out when it is first asked for. */
    public Wording wording(int number) {
        Wording known = wordings[number];
        if (known == null) {
            known = Wording.of(heuristics.get(number).text());
            wordings[number] = known;
        }
        return known;
    }

    /** How many heuristics nobody but sources below trusted suggested, this source among them. */
    int foreign(String source) {
        return foreign.getOrDefault(source, 0);
    }

    /**
     * The number of the heuristic that a new wording belongs to: by a person's word, or else by likeness; below 0 for none.
     *
     * @param trusted whether a trusted source says it: then likeness to a text that is held back is no reason to let that in
     */
    int home(String member, String text, boolean trusted) {
        String label = labels.get(member);
        return label == null ? near(text, trusted) : labelled.getOrDefault(label, -1);
    }

    private int near(String text, boolean trusted) {
        Wording wording = Wording.of(text);
        Set<String> terms = new LinkedHashSet<>(Terms.of(text));
        int nearest = -1;
        double most = 0;
        for (int number : index.alike(terms, NEARBY)) {
            Wording other = wording(number);
            double likeness = wording.likeness(other);
            boolean heldBack = trusted && evidence.get(number).standing() == Standing.QUARANTINED;
            if (likeness >= Wording.SAME
                    && likeness > most
                    && !heldBack
                    && !wording.contradicts(other)
                    && isAboutTheSame(terms, number)) {
                most = likeness;
                nearest = number;
            }
        }
        return nearest;
    }

    /** Whether a text shares more with a heuristic's than the form that many texts here are written in. */
    private boolean isAboutTheSame(Set<String> terms, int number) {
        Set<String> its = new LinkedHashSet<>(Terms.of(heuristics.get(number).text()));
        return index.cosine(terms, its) >= (size() > FEW ? SAME_SUBJECT : SAME_SUBJECT_AMONG_FEW);
    }

    /** The heuristic of each other wording, by the id of its normal form, in order. */
    public SortedMap<String, String> members() {
        SortedMap<String, String> members = new TreeMap<>();
        numbers.forEach((id, number) -> {
            String heuristic = heuristics.get(number).id();
            if (!heuristic.equals(id)) {
                members.put(id, heuristic);
            }
        });
        return members;
    }

    /** Makes another wording a member of a heuristic. */
    void join(String member, int number) {
        numbers.put(member, number);
        label(member, number);
    }

    private void label(String member, int number) {
        String label = labels.get(member);
        if (label != null) {
            labelled.putIfAbsent(label, number);
        }
    }

    private void count(Heuristic heuristic, int by) {
        if (heuristic.isForeign()) {
            heuristic.strangers().keySet().forEach(source -> foreign.merge(source, by, Integer::sum));
        }
    }

    /** Takes in a heuristic that is new; answers its number. */
    int add(Heuristic heuristic, Evidence its) {
        Map<String, Integer> text = new HashMap<>();
        Terms.of(heuristic.text()).forEach(term -> text.merge(term, 1, Integer::sum));
        int number = index.add(heuristic.id(), text);
        if (number == wordings.length) {
            wordings = Arrays.copyOf(wordings, 2 * number);
            items = Arrays.copyOf(items, 2 * number);
            plainLengths = Arrays.copyOf(plainLengths, 2 * number);
            texts = Arrays.copyOf(texts, 2 * number);
        }
        texts[number] = ContextTerms.of(text).counted();
        items[number] = item(heuristic.id());
        plainLengths[number] = PlainText.is(heuristic.text()) ? heuristic.text().length() : -1;
        numbers.put(heuristic.id(), number);
        label(heuristic.id(), number);
        count(heuristic, 1);
        heuristics.add(heuristic);
        evidence.add(its);
        index.support(number, heuristic.support().tasks());
        index.suggested(number, heuristic.suggested());
        index.self(number, its.selfSum(), its.selfCount());
        heuristic.contexts().forEach((term, count) -> index.context(number, term, count));
        return number;
    }

    /** Puts a heuristic that has changed in the place of the older version; its counts only grow. */
    void put(int number, Heuristic now) {
        Heuristic before = heuristics.set(number, now);
        count(before, -1);
        count(now, 1);
        if (before.support().tasks() != now.support().tasks()) {
            index.support(number, now.support().tasks());
        }
        index.suggested(number, now.suggested());
        now.contexts().forEachNew(before.contexts(), (term, count) -> index.context(number, term, count));
    }
}
