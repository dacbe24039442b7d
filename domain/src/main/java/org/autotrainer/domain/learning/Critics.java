package org.autotrainer.domain.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** How the critics of an agent judge, and how far they agree on attempts that several of them judged. Working state. */
final class Critics implements InParts {
    private static final String JUDGE = "judge:";
    private static final String PAIR = "pair:";
    private static final int PAIRS = 1_000;

    private final Consumer<String> touch;
    private final Map<String, double[]> judges = new TreeMap<>();
    private final Map<String, double[]> pairs = new TreeMap<>();

    Critics(Consumer<String> touch) {
        this.touch = touch;
    }

    /** Counts a judgement. */
    void count(String critic, boolean success, double score, double expected) {
        double[] sums = judges.computeIfAbsent(critic, any -> new double[5]);
        sums[0]++;
        sums[1] += success ? 1 : 0;
        sums[2] += score;
        sums[3] += score * score;
        sums[4] += expected;
        touch.accept(JUDGE + critic);
    }

    /** Counts an attempt that two critics judged; a thousand pairs are told apart. */
    void agree(String first, boolean said, String second, boolean saidToo) {
        boolean ordered = first.compareTo(second) <= 0;
        String name = ordered ? first + "\n" + second : second + "\n" + first;
        if (!pairs.containsKey(name) && pairs.size() == PAIRS) {
            return;
        }
        double[] cells = pairs.computeIfAbsent(name, any -> new double[4]);
        boolean a = ordered ? said : saidToo;
        boolean b = ordered ? saidToo : said;
        cells[(a ? 2 : 0) + (b ? 1 : 0)]++;
        touch.accept(PAIR + name);
    }

    List<CriticRecord> records() {
        List<CriticRecord> records = new ArrayList<>();
        judges.forEach((critic, sums) -> {
            double mean = sums[2] / sums[0];
            double spread = Math.max(0, sums[3] / sums[0] - mean * mean);
            boolean constant = sums[0] >= CriticRecord.ENOUGH && spread < 1e-9 && (sums[1] == 0 || sums[1] == sums[0]);
            records.add(new CriticRecord(
                    critic,
                    (int) sums[0],
                    sums[1] / sums[0],
                    mean,
                    sums[1] / sums[0] - sums[4] / sums[0],
                    constant,
                    agreement(critic)));
        });
        return records;
    }

    private Map<String, CriticRecord.Agreement> agreement(String critic) {
        Map<String, CriticRecord.Agreement> found = new TreeMap<>();
        pairs.forEach((name, cells) -> {
            String[] both = name.split("\n", 2);
            if (both[0].equals(critic) || both[1].equals(critic)) {
                found.put(both[0].equals(critic) ? both[1] : both[0], kappa(cells));
            }
        });
        return found;
    }

    /** Cohen's kappa: agreement beyond what chance gives. */
    private static CriticRecord.Agreement kappa(double[] cells) {
        double all = cells[0] + cells[1] + cells[2] + cells[3];
        double same = (cells[0] + cells[3]) / all;
        double first = (cells[2] + cells[3]) / all;
        double second = (cells[1] + cells[3]) / all;
        double chance = first * second + (1 - first) * (1 - second);
        return new CriticRecord.Agreement((int) all, same, chance == 1 ? 1 : (same - chance) / (1 - chance));
    }

    @Override
    public boolean has(String name) {
        return name.startsWith(JUDGE) || name.startsWith(PAIR);
    }

    @Override
    public List<String> names() {
        List<String> names = new ArrayList<>();
        judges.keySet().forEach(critic -> names.add(JUDGE + critic));
        pairs.keySet().forEach(pair -> names.add(PAIR + pair));
        return names;
    }

    @Override
    public Part part(String name) {
        boolean isJudge = name.startsWith(JUDGE);
        Map<String, double[]> all = isJudge ? judges : pairs;
        double[] numbers = all.getOrDefault(name.substring((isJudge ? JUDGE : PAIR).length()), new double[0]);
        return new Part(name, "", numbers.clone());
    }

    @Override
    public void restore(Part part) {
        if (part.name().startsWith(JUDGE)) {
            judges.put(part.name().substring(JUDGE.length()), part.numbers().clone());
        } else {
            pairs.put(part.name().substring(PAIR.length()), part.numbers().clone());
        }
    }
}
