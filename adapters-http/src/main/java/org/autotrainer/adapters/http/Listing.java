package org.autotrainer.adapters.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import org.autotrainer.application.wire.Page;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.eclipse.jetty.http.HttpHeader;

/**
 * Answers requests for lists: a page as JSON, or all of it as lines for who asks for them. Of a list that is sent as lines
 * one page at a time is in memory, and no slow reader holds the store. Thread-safe.
 */
final class Listing {
    /** How many lists are sent as lines at once: each takes a thread. */
    static final int AT_ONCE = 32;

    private static final int PAGE = 500;

    private final Semaphore room = new Semaphore(AT_ONCE);

    /** A list in pages. */
    @FunctionalInterface
    interface Pages {
        /** The page after a cursor, of so many items at most. */
        Page<?> page(String cursor, int limit);
    }

    Answer of(Call call, Pages pages) {
        if (!Quality.prefersLines(call.header(HttpHeader.ACCEPT))) {
            return Answer.of(200, pages.page(call.cursor(), call.limit())).varying("Accept");
        }
        for (String name : List.of("limit", "cursor")) {
            if (!call.text(name).isEmpty()) {
                throw new InvalidValueException(
                        "the parameter " + name + " is for pages of JSON; lines hold the whole list");
            }
        }
        if (!room.tryAcquire()) {
            return Answer.problem(ProblemDetails.of(503, "too many lists are sent as lines; try again"));
        }
        boolean begun = false;
        try {
            Answer answer = Answer.prepared(new Lines(pages, pages.page("", PAGE), room))
                    .varying("Accept");
            begun = true;
            return answer;
        } finally {
            if (!begun) {
                room.release();
            }
        }
    }

    /** A list as lines; its first page is there, so that what is wrong was told. */
    private record Lines(Pages pages, Page<?> first, Semaphore room) implements Answer.Prepared {
        @Override
        public String mediaType() {
            return Answer.LINES;
        }

        @Override
        public OptionalLong length() {
            return OptionalLong.empty();
        }

        @Override
        public Optional<String> tag() {
            return Optional.empty();
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            Page<?> page = first;
            while (true) {
                for (Object item : page.items()) {
                    out.write(Json.bytes(item));
                    out.write('\n');
                }
                Optional<String> next = page.following();
                if (next.isEmpty()) {
                    return;
                }
                page = pages.page(next.get(), PAGE);
            }
        }

        @Override
        public void close() {
            room.release();
        }
    }
}
