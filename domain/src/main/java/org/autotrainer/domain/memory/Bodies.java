package org.autotrainer.domain.memory;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Bytes of many things that live long and go one by one, one behind the other in few large arrays. An array of which nothing is
 * needed any more is filled again: things that come and go make no garbage that has grown old, which costs long pauses.
 */
final class Bodies {
    /** The first array is small, for agents with few things; each next one twice as large, up to the largest. */
    private static final int SMALLEST = 1 << 12;

    private static final int LARGEST = 1 << 18;
    private static final int MOST_SPARE = 2;

    private final Deque<Page> spare = new ArrayDeque<>();
    private Page filling = new Page(0);
    private long made;

    /** A large array, up to where it is filled, and how many things in it are needed. */
    private static final class Page {
        private final byte[] bytes;
        private int end;
        private int needed;

        Page(int size) {
            bytes = new byte[size];
        }

        boolean takes(int more) {
            return more <= bytes.length - end;
        }
    }

    /** Where the bytes of a thing are. */
    static final class Body {
        /** No bytes. */
        static final Body NONE = new Body(new Page(0), 0, 0);

        private final Page page;
        private final int begin;
        private final int length;

        private Body(Page page, int begin, int length) {
            this.page = page;
            this.begin = begin;
            this.length = length;
        }

        boolean isEmpty() {
            return length == 0;
        }

        /** The bytes, as the caller's own. */
        byte[] bytes() {
            return Arrays.copyOfRange(page.bytes, begin, begin + length);
        }
    }

    /** Keeps a copy of bytes. */
    Body add(byte[] bytes) {
        if (bytes.length == 0) {
            return Body.NONE;
        }
        if (!filling.takes(bytes.length)) {
            turn(bytes.length);
        }
        Body body = new Body(filling, filling.end, bytes.length);
        System.arraycopy(bytes, 0, filling.bytes, filling.end, bytes.length);
        filling.end += bytes.length;
        filling.needed++;
        return body;
    }

    /** Lets go of bytes, once; they are not asked for again. */
    void remove(Body body) {
        if (body.isEmpty()) {
            return;
        }
        Page page = body.page;
        page.needed--;
        if (page.needed == 0) {
            page.end = 0;
            if (page != filling && page.bytes.length == LARGEST && spare.size() < MOST_SPARE) {
                spare.add(page);
            }
        }
    }

    /** How many bytes all arrays took that were ever made. */
    long made() {
        return made;
    }

    private void turn(int least) {
        int size = Math.max(least, Math.min(LARGEST, Math.max(SMALLEST, 2 * filling.bytes.length)));
        if (size == LARGEST && !spare.isEmpty()) {
            filling = spare.remove();
        } else {
            filling = new Page(size);
            made += size;
        }
    }
}
