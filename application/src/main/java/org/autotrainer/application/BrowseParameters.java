package org.autotrainer.application;

import java.util.List;
import java.util.Map;
import org.autotrainer.application.memory.History;
import org.autotrainer.application.memory.Memories;
import org.autotrainer.domain.evaluation.CleanText;
import org.autotrainer.domain.evaluation.Limits;
import org.autotrainer.domain.journal.Recalled;
import org.autotrainer.domain.learning.ParameterBelief;

/** Shows what is known about strategy parameters. */
public final class BrowseParameters {
    private static final int NEWEST = 10_000;

    private final Memories memories;

    BrowseParameters(Memories memories) {
        this.memories = memories;
    }

    /**
     * A value of a parameter.
     *
     * @param used in how many judged attempts it was in force
     * @param believed its effect against the default, with its interval
     * @param measured the same by the coins alone; absent without evidence
     * @param verdict {@code better} when it is proven to be better than the default, else {@code unknown}
     */
    public record Value(
            Object value, int used, Map<String, Object> believed, Map<String, Object> measured, String verdict) {}

    /**
     * A parameter.
     *
     * @param recommended the value that is believed to be best
     * @param values those that were offered, the default first
     */
    public record Item(String name, Object recommended, List<Value> values) {}

    /** All parameters of an agent, by name and values. */
    public record Response(List<Item> items) {}

    /** Lists the strategy parameters that recalls of an agent were ever asked to choose. */
    public Response list(String agent) {
        return memories.read(
                agent,
                (snapshot, memory) -> new Response(memory.memory().learner().parameters().stream()
                        .map(BrowseParameters::item)
                        .toList()));
    }

    /** Whether a recall among the newest facts chose a value, be it judged or not; older ones are not read again. */
    public boolean areChosen(String agent) {
        CleanText.required("agent", agent, Limits.AGENT);
        return memories.readAlone(agent, snapshot -> {
            long older = Math.max(0, snapshot.head(agent).position() - NEWEST);
            for (History newest = History.after(snapshot, agent, older); newest.hasNext(); ) {
                boolean chose = newest.next().fact() instanceof Recalled recalled
                        && !recalled.receipt().choices().isEmpty();
                if (chose) {
                    return true;
                }
            }
            return false;
        });
    }

    private static Item item(ParameterBelief belief) {
        List<Object> offered = belief.space().values();
        return new Item(
                belief.space().name(),
                offered.get(belief.recommended()),
                belief.known().stream().map(BrowseParameters::value).toList());
    }

    @SuppressWarnings("NullAway") // absent is null on the wire
    private static Value value(ParameterBelief.Known known) {
        return new Value(
                known.value(),
                known.used(),
                EvidenceBody.body(known.believed()),
                known.measured().map(EvidenceBody::body).orElse(null),
                known.better() ? "better" : "unknown");
    }
}
