package org.autotrainer.application.memory;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import org.autotrainer.application.port.Entry;
import org.autotrainer.application.port.Snapshot;
import org.autotrainer.domain.journal.Fact;

/**
 * The facts of an agent as they count today, in order: a corrected one stands in the place of the original, and any set
 * of facts can be left out.
 *
 * <p>Reads page by page; the costs of holding it do not grow with the journal.
 */
public final class History implements Iterator<History.Event> {
    private static final int PAGE = 1_000;

    /**
     * A fact that counts.
     *
     * @param position where it stands: that of the original, for a corrected one
     * @param entry how the journal keeps it, in its highest revision
     * @param fact the fact itself
     */
    public record Event(long position, Entry entry, Fact fact) {}

    private final Snapshot snapshot;
    private final String agent;
    private final Amendments amendments;
    private final Predicate<Event> counts;
    private final long end;
    private Iterator<Entry> page = List.<Entry>of().iterator();
    private long reached;
    private Optional<Event> next;

    private History(
            Snapshot snapshot, String agent, Amendments amendments, long after, long end, Predicate<Event> counts) {
        this.snapshot = snapshot;
        this.agent = agent;
        this.amendments = amendments;
        this.counts = counts;
        this.reached = after;
        this.end = end;
        next = advance();
    }

    /** All facts that count, from the first. */
    public static History of(Snapshot snapshot, String agent) {
        return after(snapshot, agent, 0);
    }

    /** The facts that count and stand after a position. */
    public static History after(Snapshot snapshot, String agent, long position) {
        Amendments amendments = Amendments.upTo(snapshot, agent, Long.MAX_VALUE);
        return new History(snapshot, agent, amendments, position, Long.MAX_VALUE, amendments::counts);
    }

    /** All facts that count by the given amendments. */
    static History amended(Snapshot snapshot, String agent, Amendments amendments) {
        return new History(snapshot, agent, amendments, 0, Long.MAX_VALUE, amendments::counts);
    }

    /** All facts as they stand corrected, those as well that no longer count. */
    static History corrected(Snapshot snapshot, String agent, Amendments amendments) {
        return new History(snapshot, agent, amendments, 0, Long.MAX_VALUE, any -> true);
    }

    /** The facts up to a position, as they counted when it was the last. */
    public static History upTo(Snapshot snapshot, String agent, long position) {
        Amendments amendments = Amendments.upTo(snapshot, agent, position);
        return new History(snapshot, agent, amendments, 0, position, amendments::counts);
    }

    /** All facts that can be retracted, as they stand corrected; those as well that no longer count. */
    public static History retractable(Snapshot snapshot, String agent) {
        return new History(
                snapshot,
                agent,
                Amendments.upTo(snapshot, agent, Long.MAX_VALUE),
                0,
                Long.MAX_VALUE,
                event -> Amendments.isRetractable(event.fact().kind()));
    }

    /** All facts that count but those at the given positions. */
    public static History without(Snapshot snapshot, String agent, LongPredicate leftOut) {
        List<Entry> rewrites = snapshot.rewrites(agent).stream()
                .filter(entry -> !leftOut.test(entry.position()))
                .toList();
        Amendments amendments = Amendments.of(agent, rewrites);
        return new History(
                snapshot,
                agent,
                amendments,
                0,
                Long.MAX_VALUE,
                event -> !leftOut.test(event.position()) && amendments.counts(event));
    }

    /** What a person said of wordings. */
    Map<String, String> labels() {
        return amendments.labels();
    }

    @Override
    public boolean hasNext() {
        return next.isPresent();
    }

    @Override
    public Event next() {
        Event event = next.orElseThrow(NoSuchElementException::new);
        next = advance();
        return event;
    }

    private Optional<Event> advance() {
        while (true) {
            if (!page.hasNext()) {
                List<Entry> more = snapshot.entries(agent, reached, PAGE);
                if (more.isEmpty()) {
                    return Optional.empty();
                }
                page = more.iterator();
            }
            Entry entry = page.next();
            if (entry.position() > end) {
                return Optional.empty();
            }
            reached = entry.position();
            if (!entry.rewrites()) {
                Entry counting = amendments.counting(entry);
                Event event = new Event(entry.position(), counting, counting.fact(agent));
                if (counts.test(event)) {
                    return Optional.of(event);
                }
            }
        }
    }
}
