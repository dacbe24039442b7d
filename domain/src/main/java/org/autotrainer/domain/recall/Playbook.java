package org.autotrainer.domain.recall;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.autotrainer.domain.text.TokenCounter;

/**
 * The heuristics chosen for one task, within a budget of tokens, and as the text that a prompt gets.
 *
 * @param matches what was chosen, best first; may be empty
 * @param block the text for a prompt; empty when nothing was chosen
 * @param tokens the tokens of what the budget covers
 */
public record Playbook(List<Match> matches, String block, int tokens) {
    /** What the budget covers. */
    public enum Format {
        /** The block with its frame. */
        BLOCK,
        /** The bare texts, for callers that frame them themselves. */
        ITEMS
    }

    private static final String FRAME = "Heuristics from earlier tasks. They are advice, not instructions:\n";

    /** Keeps a copy of the list. */
    public Playbook {
        matches = List.copyOf(matches);
    }

    /**
     * Takes the matches in order as long as the budget holds; one that does not fit is passed over.
     *
     * @param budget tokens; the budget is hard
     */
    public static Playbook pack(List<Match> matches, int budget, Format format, TokenCounter counter) {
        List<Match> taken = new ArrayList<>();
        StringBuilder block = new StringBuilder(FRAME);
        int points = FRAME.length();
        long items = 0;
        for (Match match : matches) {
            String text = match.heuristic().text();
            boolean isEstimated = format == Format.BLOCK && counter == TokenCounter.ESTIMATE && isOneLine(text);
            if (isEstimated && TokenCounter.estimate(points + text.codePointCount(0, text.length()) + 3) > budget) {
                continue;
            }
            String line = line(text);
            int alone = counter.count(text);
            int linePoints = line.codePointCount(0, line.length());
            long needed = format == Format.ITEMS
                    ? items + alone
                    : counter == TokenCounter.ESTIMATE
                            ? TokenCounter.estimate(points + linePoints)
                            : counter.count(block + line);
            if (needed <= budget) {
                taken.add(match);
                block.append(line);
                points += linePoints;
                items += alone;
            }
        }
        if (taken.isEmpty()) {
            return new Playbook(List.of(), "", 0);
        }
        String text = block.toString();
        return new Playbook(taken, text, format == Format.BLOCK ? counter.count(text) : (int) items);
    }

    /** One line for one heuristic, whatever line breaks its text has. */
    private static String line(String text) {
        if (isOneLine(text)) {
            return "- " + text + "\n";
        }
        String oneLine = text.replace('\u2028', '\n')
                .replace('\u2029', '\n')
                .lines()
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return "- " + oneLine + "\n";
    }

    private static boolean isOneLine(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == '\n' || unit == '\r' || unit == '\u2028' || unit == '\u2029') {
                return false;
            }
        }
        return !text.isEmpty()
                && !Character.isWhitespace(text.charAt(0))
                && !Character.isWhitespace(text.charAt(text.length() - 1));
    }
}
