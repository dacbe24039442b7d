package org.autotrainer.adapters.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.server.Token;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * Answers to reads as they were sent, tag and all, for as long as nothing was committed to the store since, by whoever. The
 * oldest go when there are too many. Thread-safe.
 */
final class KeptAnswers {
    /** The most that is kept, in bytes of bodies. */
    static final int MOST_BYTES = 4 << 20;

    private static final int LONGEST = MOST_BYTES / 4;
    /** What an answer takes beside its body and its key. */
    private static final int BESIDE = 1 << 10;

    private final Map<Key, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /** All that an answer depends on, beside the store. */
    private record Key(String target, String accept, String encoding, String agent) {
        int size() {
            return target.length() + accept.length() + encoding.length() + agent.length();
        }
    }

    /**
     * An answer.
     *
     * @param version of the store that it was read from
     * @param agent whom it is about
     */
    private record Kept(Answer answer, long version, String agent) {}

    /** The answer to a read, from memory or made now. */
    Answer answer(Request request, Visit visit, TrainingLoop loop, Supplier<Answer> made) {
        OptionalLong version = loop.version();
        if (version.isEmpty()) {
            return made.get();
        }
        Key key = new Key(
                request.getHttpURI().getPathQuery(),
                Call.header(request, HttpHeader.ACCEPT),
                Call.header(request, HttpHeader.ACCEPT_ENCODING),
                visit.token().flatMap(Token::agent).orElse(""));
        Optional<Kept> before = find(key, version.getAsLong());
        if (before.isPresent()) {
            visit.agent(before.get().agent);
            return before.get().answer;
        }
        OptionalLong settled = loop.settled();
        Answer answer = made.get();
        if (isKept(answer)
                && settled.isPresent()
                && loop.settled().equals(settled)
                && loop.version().equals(version)) {
            keep(key, new Kept(answer, version.getAsLong(), visit.agent()));
        }
        return answer;
    }

    private static boolean isKept(Answer answer) {
        return answer.status() == 200 && answer.prepared().isEmpty() && answer.body().length <= LONGEST;
    }

    private synchronized Optional<Kept> find(Key key, long version) {
        return Optional.ofNullable(kept.get(key)).filter(one -> one.version == version);
    }

    private synchronized void keep(Key key, Kept answer) {
        let(key);
        kept.put(key, answer);
        bytes += size(key, answer);
        while (bytes > MOST_BYTES) {
            let(kept.keySet().iterator().next());
        }
    }

    /** What is kept, in bytes. */
    synchronized long bytes() {
        return bytes;
    }

    /** Lets go of an answer, if it is there. */
    private void let(Key key) {
        Optional.ofNullable(kept.remove(key)).ifPresent(gone -> bytes -= size(key, gone));
    }

    private static int size(Key key, Kept answer) {
        return answer.answer.body().length + key.size() + BESIDE;
    }
}
