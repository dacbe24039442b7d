package org.autotrainer.domain.recall;

import java.util.ArrayList;
import java.util.List;
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
        int items = 0;
        for (Match match : matches) {
            String line = line(match.heuristic().text());
            int alone = counter.count(match.heuristic().text());
            int needed = format == Format.BLOCK ? counter.count(block + line) : items + alone;
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
        return new Playbook(taken, text, format == Format.BLOCK ? counter.count(text) : items);
    }

    /** One line for one heuristic, whatever line breaks its text has. */
    private static String line(String text) {
        return "- " + text.strip().replaceAll("\\s*[\\n\\u000b\\u000c\\r\\u0085\\u2028\\u2029]\\s*", " ") + "\n";
    }
}
