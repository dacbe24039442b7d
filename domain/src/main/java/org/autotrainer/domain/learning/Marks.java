package org.autotrainer.domain.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The marks of the critics of one agent, and what they say about quality: one factor, one loading a critic. */
final class Marks implements InParts {
    private static final String NAME = "marks";
    private static final String CRITIC = "critic:";
    private static final double PACE = .002;
    private static final double HORIZON = 4;

    private final Consumer<String> touch;
    private final SortedMap<String, MarkCritic> critics = new TreeMap<>();
    private double told;
    private double information;

    Marks(Consumer<String> touch) {
        this.touch = touch;
    }

    /** The marks of one critic on one heuristic: sums of mark times relevance, of relevance, of its square, and a count. */
    static final class Sums {
        private double marks;
        private double relevance;
        private double squares;
        private double count;

        void write(Numbers to) {
            to.add(marks).add(relevance).add(squares).add(count);
        }

        static Sums read(Numbers from) {
            Sums sums = new Sums();
            sums.marks = from.next();
            sums.relevance = from.next();
            sums.squares = from.next();
            sums.count = from.next();
            return sums;
        }
    }

    /** What marks say about a heuristic: a standardised quality, and how much is known (1: nothing). */
    record Quality(double mean, double precision) {}

    /** The quality of a heuristic, given all marks on it. */
    Quality quality(SortedMap<String, Sums> sums) {
        return quality(sums, 0);
    }

    private Quality quality(SortedMap<String, Sums> all, double leastLoading) {
        double a = 0;
        double b = 1;
        for (var entry : all.entrySet()) {
            MarkCritic critic = critic(entry.getKey());
            double loading = Math.copySign(Math.max(Math.abs(critic.loading()), leastLoading), critic.loading());
            Sums sums = entry.getValue();
            a += loading * (sums.marks - sums.relevance * critic.bias()) / critic.noise();
            b += loading * loading * sums.squares / critic.noise();
        }
        return new Quality(a / b, b);
    }

    /** How far the next few marks on a heuristic would move its quality: what showing it would teach. */
    double curiosity(double precision) {
        return told == 0
                ? 0
                : StrictMath.sqrt(Math.max(0, 1 / precision - 1 / (precision + HORIZON * information / told)));
    }

    boolean isEmpty() {
        return told == 0;
    }

    /** Takes in a mark: 1 helped, −1 hurt, 0 shown and not marked. */
    void add(String name, SortedMap<String, Sums> all, double mark, double relevance) {
        MarkCritic critic = critic(name);
        double before = all.values().stream().mapToDouble(sums -> sums.count).sum();
        if (before > 0) {
            critic.agree(
                    mark, relevance * quality(all, MarkCritic.LEAST_LOADING).mean());
        }
        Sums sums = all.computeIfAbsent(name, any -> new Sums());
        sums.marks += relevance * mark;
        sums.relevance += relevance;
        sums.squares += relevance * relevance;
        sums.count++;
        told += 1 - told * PACE;
        information +=
                critic.loading() * critic.loading() / critic.noise() * relevance * relevance - information * PACE;
        critic.count(mark, before);
        touch.accept(NAME);
        touch.accept(CRITIC + name);
    }

    private MarkCritic critic(String name) {
        return critics.computeIfAbsent(name, any -> new MarkCritic());
    }

    /** How far each critic's marks are about quality. */
    SortedMap<String, Double> loadings() {
        SortedMap<String, Double> loadings = new TreeMap<>();
        critics.forEach((critic, known) -> loadings.put(critic, known.loading()));
        return loadings;
    }

    @Override
    public boolean has(String name) {
        return name.equals(NAME) || name.startsWith(CRITIC);
    }

    @Override
    public List<String> names() {
        List<String> names = new ArrayList<>(List.of(NAME));
        critics.keySet().forEach(critic -> names.add(CRITIC + critic));
        return names;
    }

    @Override
    public Part part(String name) {
        double[] numbers = name.equals(NAME)
                ? new double[] {told, information}
                : Optional.ofNullable(critics.get(name.substring(CRITIC.length())))
                        .orElseThrow()
                        .numbers();
        return new Part(name, "", numbers);
    }

    @Override
    public void restore(Part part) {
        if (part.name().equals(NAME)) {
            told = part.numbers()[0];
            information = part.numbers()[1];
        } else {
            critics.put(part.name().substring(CRITIC.length()), MarkCritic.of(part.numbers()));
        }
    }
}
