package org.autotrainer.application.wire;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Guesses which word was meant, and says so. */
public final class Spelling {
    private Spelling() {}

    /**
     * Says that a field is not known, which one may be meant, and which there are.
     *
     * @param shown the field as it is shown, perhaps with where it stands
     * @param written its name
     * @param known the names of those that there are, in the order in which they are told
     */
    public static String unknownField(String shown, String written, Collection<String> known) {
        String meant = nearest(written, List.copyOf(known))
                .map(near -> "; did you mean " + near + "?")
                .orElse(";");
        return "unknown field " + shown + meant + " allowed are " + String.join(", ", known);
    }

    /** The word that is nearest to what was written, if any is near enough to be meant. */
    public static Optional<String> nearest(String written, List<String> words) {
        int furthest = Math.max(1, Math.min(3, written.length() / 3));
        return words.stream()
                .filter(word -> distance(written, word) <= furthest)
                .min(Comparator.comparing((String word) -> distance(written, word))
                        .thenComparing(word -> word));
    }

    /** The words, those first that are nearest to what was written. */
    public static List<String> nearestFirst(String written, List<String> words) {
        return words.stream()
                .sorted(Comparator.comparing((String word) -> distance(written, word))
                        .thenComparing(word -> word))
                .toList();
    }

    /** How many letters to add, take away, change, or swap with their neighbour. */
    private static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 3) {
            return Integer.MAX_VALUE;
        }
        int[][] steps = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                steps[i][j] = i == 0 || j == 0 ? i + j : step(a, b, i, j, steps);
            }
        }
        return steps[a.length()][b.length()];
    }

    private static int step(String a, String b, int i, int j, int[][] steps) {
        int changed = steps[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(changed, 1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, steps[i - 2][j - 2] + 1) : best;
    }
}
