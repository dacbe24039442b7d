package org.autotrainer.application;

import java.util.List;
import org.autotrainer.application.memory.History;
import org.autotrainer.application.memory.Memories;
import org.autotrainer.domain.evaluation.CleanText;
import org.autotrainer.domain.evaluation.Limits;

/** Tells how success went over time: with memory, in control tasks, and without a recall. */
public final class ReportSuccess {
    /** So many of the newest facts are read: the cost of a look does not grow with the journal. */
    static final int FACTS = 20_000;

    private final Memories memories;

    ReportSuccess(Memories memories) {
        this.memories = memories;
    }

    /**
     * How many attempts of some kind succeeded.
     *
     * @param judged how many were judged
     * @param success the mean outcome, 0 to 1; absent when none was judged, as are the others
     * @param low the lower end of its interval of 95 % (Wilson's)
     * @param high the upper end
     */
    public record Share(int judged, Double success, Double low, Double high) {}

    /**
     * Attempts that were judged one after the other.
     *
     * @param from when the first of them happened
     * @param to when the last of them happened
     * @param controlSoFar all control tasks up to here: of those few, a step alone tells nothing
     */
    public record Step(
            String from, String to, Share withMemory, Share control, Share withoutRecall, Share controlSoFar) {}

    /**
     * Success over time.
     *
     * @param facts how many facts were read
     * @param complete whether these are all; older ones are left out otherwise
     * @param withMemory attempts that a recall was made for
     * @param control those of them that got nothing on purpose; they are not counted as with memory
     * @param withoutRecall attempts that no recall was made for: they are other tasks, so the difference is no effect
     * @param steps oldest first, about as many attempts in each; 40 at most
     */
    public record Response(
            String agent,
            int facts,
            boolean complete,
            Share withMemory,
            Share control,
            Share withoutRecall,
            List<Step> steps) {}

    /**
     * Reports on an agent; one without facts has no steps.
     *
     * <p>An attempt counts once, by the critic who judged it first, and by the setting {@code outcome} as it is now. Receipts that
     * no evaluation answered, and evaluations whose receipt is not among what was read, are left out.
     */
    public Response report(String agent) {
        CleanText.required("agent", agent, Limits.AGENT);
        boolean byScore = memories.read(
                agent, (snapshot, memory) -> memory.memory().settings().isByScore());
        return memories.readAlone(agent, snapshot -> {
            long head = snapshot.head(agent).position();
            long after = Math.max(0, head - FACTS);
            SuccessSeries series = new SuccessSeries(byScore);
            History history = History.after(snapshot, agent, after);
            while (history.hasNext()) {
                History.Event event = history.next();
                series.add(event.entry().fact(agent), event.entry().recordedAt());
            }
            return series.response(agent, (int) (head - after), after == 0);
        });
    }
}
