package org.autotrainer.domain.recall;

import java.util.List;
import org.autotrainer.domain.memory.Heuristic;
import org.autotrainer.domain.text.TokenCounter;

/** Counts tokens against a hard budget, one text after another. */
final class Packing {
    private final Question question;
    private final Fence fence;
    private final boolean estimated;
    private final StringBuilder lines = new StringBuilder();
    private int points;
    private long items;

    Packing(Question question, Fence fence) {
        this.question = question;
        this.fence = fence;
        estimated = question.counter() == TokenCounter.ESTIMATE;
        points = fence.points();
    }

    /**
     * The tokens of a text by itself.
     *
     * @param plain its length if it is plain, which tells the estimate without a look at it; below 0 if it is not
     */
    int alone(Heuristic heuristic, int plain) {
        return estimated && plain >= 0
                ? TokenCounter.estimate(plain)
                : question.counter().count(heuristic.text());
    }

    /** Whether there is room for a text; see {@link #alone}. */
    boolean fits(Heuristic heuristic, int plain, int alone) {
        if (question.format() == Question.Format.ITEMS) {
            return items + alone <= question.budget();
        }
        if (!estimated) {
            String line = fence.line(heuristic.text());
            return question.counter().count(fence.open() + lines + line + fence.close()) <= question.budget();
        }
        boolean surelyNot = plain < 0 && heuristic.text().length() / 2 + points > 4L * question.budget();
        return !surelyNot && TokenCounter.estimate(points + points(heuristic, plain)) <= question.budget();
    }

    private int points(Heuristic heuristic, int plain) {
        return plain >= 0 ? Fence.pointsOfPlain(plain) : fence.points(heuristic.text());
    }

    /** Takes a text that fits; see {@link #alone}. */
    void take(Heuristic heuristic, int plain, int alone) {
        items += alone;
        points += points(heuristic, plain);
        if (!estimated) {
            lines.append(fence.line(heuristic.text()));
        }
    }

    /** The framed texts; empty for none. */
    String block(List<Pick> shown) {
        if (shown.isEmpty()) {
            return "";
        }
        StringBuilder block = new StringBuilder(points).append(fence.open());
        shown.forEach(pick -> block.append(fence.line(pick.heuristic().text())));
        return block.append(fence.close()).toString();
    }

    /** The tokens of what the budget covers. */
    int tokens(List<Pick> shown, String block) {
        return question.format() == Question.Format.BLOCK
                ? question.counter().count(block)
                : shown.stream()
                        .mapToInt(pick ->
                                question.counter().count(pick.heuristic().text()))
                        .sum();
    }
}
