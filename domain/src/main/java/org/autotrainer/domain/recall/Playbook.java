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
        long items = 0;
        for (Match match : matches) {
            String line = line(match.heuristic().text());
            int alone = counter.count(match.heuristic().text());
            long needed = format == Format.BLOCK ? counter.count(block + line) : items + alone;
            if (needed <= budget) {
                taken.add(match);
                block.append(line);
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
        String oneLine = text.replace('\u2028', '\n')
                .replace('\u2029', '\n')
                .lines()
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return "- " + oneLine + "\n";
    }
}
