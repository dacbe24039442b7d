package org.autotrainer.domain.sim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The picture of docs/learning.md: what is believed and what is measured of one heuristic, task by task, beside the truth.
 *
 * <p>The command prints an SVG. It is the heuristic that was shown most, in the world {@code small} with one seed.
 */
final class LearningPicture {
    private static final int TASKS = 4_000;
    private static final int EVERY = 50;
    private static final int WIDTH = 720;
    private static final int HEIGHT = 330;
    private static final int LEFT = 56;
    private static final int TOP = 20;
    private static final int BOTTOM = 40;
    private static final double MOST = .40;

    private record Look(int task, Optional<Interval> believed, Optional<Interval> measured) {}

    private final World world = new World(WorldSpec.parse("small"), 4);
    private final Map<String, Integer> shows = new HashMap<>();
    private final Map<String, Double> effects = new HashMap<>();
    private final Map<String, List<Look>> looks = new HashMap<>();

    public static void main(String[] args) {
        System.out.print(new LearningPicture().draw());
    }

    private String draw() {
        AutoTrainerRule rule = new AutoTrainerRule(world.seed(), true);
        Simulation.run(world, rule, TASKS, (situation, shown) -> after(rule, situation, shown));
        String most = shows.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
        return svg(most);
    }

    private void after(AutoTrainerRule rule, Situation situation, List<Integer> shown) {
        double with = world.success(situation, shown, Map.of());
        for (int advice : shown) {
            List<Integer> others = new ArrayList<>(shown);
            others.remove(Integer.valueOf(advice));
            String text = world.lore().get(advice).wordings().get(0);
            shows.merge(text, 1, Integer::sum);
            effects.merge(text, with - world.success(situation, others, Map.of()), Double::sum);
        }
        int task = situation.task().time() + 1;
        if (task % EVERY == 0) {
            for (Belief belief : rule.report()) {
                world.lore().find(belief.text()).ifPresent(advice -> {
                    String text = world.lore().get(advice).wordings().get(0);
                    looks.computeIfAbsent(text, any -> new ArrayList<>())
                            .add(new Look(task, belief.believed(), belief.measured()));
                });
            }
        }
    }

    private String svg(String text) {
        List<Look> seen = looks.getOrDefault(text, List.of());
        double truth = effects.getOrDefault(text, 0.0) / shows.getOrDefault(text, 1);
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                        + " font-size=\"12\" role=\"img\"><title>Believed and measured effect of one heuristic</title>\n"
                        + "<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>\n",
                WIDTH,
                HEIGHT,
                WIDTH,
                HEIGHT));
        for (int points = -40; points <= 40; points += 20) {
            line(svg, points / 100.0, points == 0 ? "#444444" : "#dddddd", points + " points");
        }
        band(svg, seen.stream().filter(look -> look.measured().isPresent()).toList(), true, "#9ecae1");
        band(svg, seen.stream().filter(look -> look.believed().isPresent()).toList(), false, "#2171b5");
        svg.append(String.format(
                Locale.ROOT,
                "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#d94801\" stroke-width=\"2\""
                        + " stroke-dasharray=\"6 4\"/>\n",
                LEFT,
                WIDTH - 10,
                y(truth),
                y(truth)));
        for (int task = 0; task <= TASKS; task += 1_000) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"" + (task == TASKS ? "end" : "middle")
                            + "\" fill=\"#444444\">%,d%s</text>\n",
                    x(task),
                    HEIGHT - 20,
                    task,
                    task == 0 ? " tasks" : ""));
        }
        label(svg, 0, "#9ecae1", "measured by the coins alone: holds at every look");
        label(svg, 1, "#2171b5", "believed: what decides");
        label(svg, 2, "#d94801", String.format(Locale.ROOT, "the truth: %+.1f points", 100 * truth));
        return svg.append("</svg>\n").toString();
    }

    private static void line(StringBuilder svg, double value, String color, String text) {
        svg.append(String.format(
                Locale.ROOT,
                "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>"
                        + "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\" fill=\"#444444\">%s</text>\n",
                LEFT,
                WIDTH - 10,
                y(value),
                y(value),
                color,
                LEFT - 6,
                y(value) + 4,
                text.replace(" points", "")));
    }

    private static void band(StringBuilder svg, List<Look> looks, boolean measured, String color) {
        StringBuilder upper = new StringBuilder();
        List<String> lower = new ArrayList<>();
        for (Look look : looks) {
            Interval interval = (measured ? look.measured() : look.believed()).orElseThrow();
            upper.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(look.task()), y(interval.high())));
            lower.add(0, String.format(Locale.ROOT, "%.1f,%.1f ", x(look.task()), y(interval.low())));
        }
        svg.append("<polygon fill=\"")
                .append(color)
                .append("\" fill-opacity=\"0.55\" points=\"")
                .append(upper)
                .append(String.join("", lower).strip())
                .append("\"/>\n");
    }

    private static void label(StringBuilder svg, int row, String color, String text) {
        int y = TOP + 8 + 18 * row;
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"12\" height=\"12\" fill=\"%s\"/>"
                        + "<text x=\"%d\" y=\"%d\" fill=\"#222222\">%s</text>\n",
                WIDTH - 330,
                y,
                color,
                WIDTH - 312,
                y + 10,
                text));
    }

    private static double x(int task) {
        return LEFT + (double) (WIDTH - LEFT - 10) * task / TASKS;
    }

    private static double y(double value) {
        double clipped = Math.max(-MOST, Math.min(MOST, value));
        return TOP + (HEIGHT - TOP - BOTTOM) * (MOST - clipped) / (2 * MOST);
    }
}
