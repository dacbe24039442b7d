package org.autotrainer.adapters.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.autotrainer.application.format.OtlpJudgement;
import org.autotrainer.application.format.OtlpSpan;
import org.autotrainer.application.format.OtlpTrace;
import org.autotrainer.domain.journal.Source;

/**
 * The traces of which more may come, each under a key: its id, or for judgements without one the response that they are
 * about. Not thread-safe.
 */
final class WaitingTraces {
    private static final String RESPONSE = "response ";

    private final Map<String, WaitingTrace> byKey = new LinkedHashMap<>();
    private final Map<String, String> responses = new LinkedHashMap<>();
    private final Set<String> pending = new LinkedHashSet<>();
    private long bytes;

    /** Which trace a judgement belongs to: one without goes by the response, or stands alone. */
    String key(OtlpJudgement judgement) {
        if (!judgement.trace().isEmpty()) {
            return judgement.trace();
        }
        return judgement.response().isEmpty()
                ? judgement.id()
                : responses.getOrDefault(judgement.response(), RESPONSE + judgement.response());
    }

    /** A trace, if anything of it is held. */
    Optional<OtlpTrace> known(String key) {
        return Optional.ofNullable(byKey.get(key)).map(WaitingTrace::trace);
    }

    /** A trace, which is empty if nothing of it is held. */
    WaitingTrace get(String key) {
        return byKey.computeIfAbsent(key, any -> new WaitingTrace());
    }

    /** All of them. */
    Map<String, WaitingTrace> all() {
        return Collections.unmodifiableMap(byKey);
    }

    /** The keys of those that are to be looked at; the caller takes out those that were. */
    Set<String> pending() {
        return pending;
    }

    /** About how many bytes they take. */
    long bytes() {
        return bytes;
    }

    /** Adds a span, and what came before it about its response. */
    void add(OtlpSpan span, Source sender, long at, int length) {
        WaitingTrace trace = get(span.trace());
        trace.cameFrom(sender);
        bytes += trace.add(span, at, length);
        Object response = span.attributes().get("gen_ai.response.id");
        if (response instanceof String id && !id.isEmpty() && responses.putIfAbsent(id, span.trace()) == null) {
            Optional.ofNullable(byKey.remove(RESPONSE + id)).ifPresent(trace::addAll);
            pending.remove(RESPONSE + id);
        }
        pending.add(span.trace());
    }

    /** Adds a judgement. */
    void add(OtlpJudgement judgement, Source sender, long at, int length) {
        String key = key(judgement);
        get(key).cameFrom(sender);
        bytes += get(key).add(judgement, at, length);
        pending.add(key);
    }

    /** The keys of those that are too old, and of the oldest until no more than so many bytes are left; first those without agents. */
    List<String> going(long now, long most, TraceBuffer.Patience patience) {
        List<String> going = new ArrayList<>();
        long left = bytes;
        for (boolean other : new boolean[] {true, false}) {
            long keep = other ? patience.waitMillis() : patience.keepMillis();
            List<Map.Entry<String, WaitingTrace>> oldest = byKey.entrySet().stream()
                    .filter(entry -> entry.getValue().tellsOfAgents() != other)
                    .sorted(Comparator.comparing(entry -> entry.getValue().lastAt()))
                    .toList();
            for (Map.Entry<String, WaitingTrace> entry : oldest) {
                if (left > most || now - entry.getValue().lastAt() > keep) {
                    left -= entry.getValue().bytes();
                    going.add(entry.getKey());
                }
            }
        }
        return going;
    }

    /** Forgets some of them. */
    void remove(List<String> keys) {
        for (String key : keys) {
            bytes -= get(key).bytes();
            byKey.remove(key);
            pending.remove(key);
        }
        responses.values().removeIf(trace -> !byKey.containsKey(trace));
    }
}
