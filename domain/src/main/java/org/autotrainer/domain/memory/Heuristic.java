package org.autotrainer.domain.memory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.autotrainer.domain.evaluation.Identity;
import org.autotrainer.domain.learning.Support;
import org.autotrainer.domain.text.NormalForm;

/**
 * One piece of advice in memory, with where it came from.
 *
 * <p>Texts of the same normal form are one heuristic; the first text stays the one that is shown. Immutable.
 *
 * @param id hash of the agent and the normal form of the founding text
 * @param text the founding text
 * @param support how many distinct tasks suggested it
 * @param suggested how many evaluations from trusted sources suggested it, other than those that repeat what they were shown
 * @param critics who suggested it in evaluations from trusted sources, and how often, by name; the first {@link #CRITICS} of them
 * @param strangers the sources below trusted that it came from, and how often; they add no support
 * @param contexts terms of the tasks that it was suggested for, with their counts
 * @param keys the last {@link #KEYS} keys that it was set under, oldest first; a key may have moved on since
 * @param firstSeen when it was first suggested or set
 * @param lastSeen when it was last suggested or set
 */
public record Heuristic(
        String id,
        String text,
        Support support,
        int suggested,
        Map<String, Integer> critics,
        Map<String, Integer> strangers,
        ContextTerms contexts,
        List<String> keys,
        Optional<Instant> firstSeen,
        Optional<Instant> lastSeen) {
    /** How many keys are remembered with a heuristic. */
    public static final int KEYS = 20;
    /** How many critics are told apart. */
    public static final int CRITICS = 50;

    /** Keeps copies of the collections. */
    public Heuristic {
        critics = Counts.of(critics);
        strangers = Counts.of(strangers);
        keys = List.copyOf(keys);
    }

    /** A heuristic that nobody has suggested yet. */
    static Heuristic founded(String id, String text) {
        return new Heuristic(
                id,
                text,
                Support.NONE,
                0,
                Map.of(),
                Map.of(),
                ContextTerms.NONE,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** The id that a text's heuristic has: equal for texts of one normal form. */
    public static String idOf(String agent, String text) {
        String normal = NormalForm.of(text);
        return Identity.of("heuristic")
                .text(agent)
                .text(normal.isEmpty() ? text.strip() : normal)
                .id();
    }

    /** The same with the support of a task whose critic is not known any more. */
    Heuristic supportedBy(Support newSupport) {
        return new Heuristic(
                id, text, newSupport, suggested + 1, critics, strangers, contexts, keys, firstSeen, lastSeen);
    }

    Heuristic suggestedBy(String critic, Support newSupport, ContextTerms newContexts) {
        Map<String, Integer> more = Counts.of(critics).with(critic, CRITICS);
        return new Heuristic(
                id, text, newSupport, suggested + 1, more, strangers, newContexts, keys, firstSeen, lastSeen);
    }

    /** How often it was suggested in all, by sources of any trust. */
    public int suggestedInAll() {
        return suggested
                + strangers.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The same, suggested by a source below trusted. */
    Heuristic suggestedByStranger(String source, ContextTerms newContexts) {
        return new Heuristic(
                id,
                text,
                support,
                suggested,
                critics,
                Counts.of(strangers).with(source, CRITICS),
                newContexts,
                keys,
                firstSeen,
                lastSeen);
    }

    /** Whether only sources below trusted have suggested it. */
    public boolean isForeign() {
        return critics.isEmpty() && !strangers.isEmpty();
    }

    Heuristic setUnder(String key, Instant at) {
        Optional<Instant> now = Optional.of(at);
        Optional<Instant> first = firstSeen.filter(seen -> !seen.isAfter(at)).isPresent() ? firstSeen : now;
        Optional<Instant> last = lastSeen.filter(seen -> !seen.isBefore(at)).isPresent() ? lastSeen : now;
        List<String> newKeys = remembers(key) ? keys : withKey(key);
        return new Heuristic(id, text, support, suggested, critics, strangers, contexts, newKeys, first, last);
    }

    private List<String> withKey(String key) {
        int dropped = keys.size() == KEYS ? 1 : 0;
        String[] newKeys = keys.subList(dropped, keys.size()).toArray(new String[keys.size() - dropped + 1]);
        newKeys[newKeys.length - 1] = key;
        return List.of(newKeys);
    }

    /** Whether the key is among the last ones; most are not, and hashes tell so without reading the texts. */
    private boolean remembers(String key) {
        int hash = key.hashCode();
        for (String known : keys) {
            if (known.hashCode() == hash && known.equals(key)) {
                return true;
            }
        }
        return false;
    }
}
