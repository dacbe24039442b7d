package org.autotrainer.domain.recall;

import java.util.List;
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

    /** Whether there is room for a text. */
    boolean fits(String text, int alone) {
        if (question.format() == Question.Format.ITEMS) {
            return items + alone <= question.budget();
        }
        if (estimated) {
            boolean surely = text.length() / 2 + points > 4L * question.budget();
            return !surely && TokenCounter.estimate(points + fence.points(text)) <= question.budget();
        }
        return question.counter().count(fence.open() + lines + fence.line(text) + fence.close()) <= question.budget();
    }

    /** Takes a text that fits. */
    void take(String text, int alone) {
        items += alone;
        points += fence.points(text);
        if (!estimated) {
            lines.append(fence.line(text));
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
