package org.autotrainer.adapters.http;

import java.util.Optional;
import org.autotrainer.application.format.OtlpJudgement;
import org.autotrainer.application.format.OtlpSpan;
import org.autotrainer.application.format.OtlpTrace;
import org.autotrainer.domain.journal.Source;

/** A trace of which more may come. Not thread-safe. */
final class WaitingTrace {
    /** About what a span or a judgement takes beside its text. */
    private static final int OVERHEAD = 500;

    private final OtlpTrace trace = new OtlpTrace();
    private long bytes;
    private long lastAt;
    private boolean changed;
    private boolean tellsOfAgents;
    private Optional<Source> source = Optional.empty();

    /** Who sent it: of several the one that is trusted least, and of equals the first. */
    Source source() {
        return source.orElse(Source.LOCAL);
    }

    /** Notes who sent some of it. */
    void cameFrom(Source sender) {
        boolean isLess =
                source.isEmpty() || sender.trust().compareTo(source.get().trust()) < 0;
        source = isLess ? Optional.of(sender) : source;
    }

    OtlpTrace trace() {
        return trace;
    }

    /** About how many bytes it takes. */
    long bytes() {
        return bytes;
    }

    /** When the last of it came. */
    long lastAt() {
        return lastAt;
    }

    /** Whether something came since it was read last. */
    boolean isChanged() {
        return changed;
    }

    /** Notes that it was read. */
    void wasRead() {
        changed = false;
    }

    /** Whether it holds anything but spans of other libraries. */
    boolean tellsOfAgents() {
        return tellsOfAgents;
    }

    /** Adds a span; says how many bytes more that takes. */
    long add(OtlpSpan span, long at, int length) {
        tellsOfAgents |= !span.attributes().isEmpty();
        return came(trace.add(span), at, length);
    }

    /** Adds a judgement; says how many bytes more that takes. */
    long add(OtlpJudgement judgement, long at, int length) {
        tellsOfAgents = true;
        return came(trace.add(judgement), at, length);
    }

    /** Adds all of another one, whose bytes are counted already. */
    void addAll(WaitingTrace other) {
        trace.addAll(other.trace);
        other.source.ifPresent(this::cameFrom);
        bytes += other.bytes;
        tellsOfAgents |= other.tellsOfAgents;
        changed = true;
    }

    private long came(boolean isNew, long at, int length) {
        long more = isNew ? length + OVERHEAD : 0;
        bytes += more;
        lastAt = Math.max(lastAt, at);
        changed |= isNew;
        return more;
    }
}
