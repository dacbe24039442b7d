package org.autotrainer.domain.memory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Bytes of many things that live long and go one by one, one behind the other in few large arrays, found by numbers. An array of
 * which nothing is needed any more is filled again: things that come and go make no garbage that has grown old, which costs
 * long pauses.
 */
final class Bodies {
    /** The number of no bytes. */
    static final long NONE = -1;

    /** The first array is small, for agents with few things; each next one twice as large, up to the largest. */
    private static final int SMALLEST = 1 << 12;

    private static final int LARGEST = 1 << 18;
    private static final int MOST_SPARE = 2;

    private final List<Page> pages = new ArrayList<>();
    /** Pages to fill again, and places in the list whose pages were let go of. */
    private final Deque<Page> spare = new ArrayDeque<>();

    private final Deque<Integer> free = new ArrayDeque<>();
    private Page filling = new Page(NONE, 0);
    private long made;

    /** A large array, up to where it is filled, and how many things in it are needed. */
    private static final class Page {
        private final long number;
        private final byte[] bytes;
        private int end;
        private int needed;

        Page(long number, int size) {
            this.number = number;
            bytes = new byte[size];
        }

        /** The length of the bytes that begin in a place, which stands before them. */
        int length(int begin) {
            int length = 0;
            for (int i = begin - Integer.BYTES; i < begin; i++) {
                length = length << Byte.SIZE | (bytes[i] & 0xff);
            }
            return length;
        }

        /** Puts bytes behind all others, with their length before them; answers where they begin. */
        int put(byte[] more) {
            for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
                bytes[end++] = (byte) (more.length >>> shift);
            }
            int begin = end;
            System.arraycopy(more, 0, bytes, begin, more.length);
            end += more.length;
            needed++;
            return begin;
        }
    }

    /** Keeps a copy of bytes; answers their number. */
    long add(byte[] bytes) {
        if (bytes.length == 0) {
            return NONE;
        }
        int takes = Integer.BYTES + bytes.length;
        if (takes > filling.bytes.length - filling.end) {
            turn(takes);
        }
        return filling.number << Integer.SIZE | filling.put(bytes);
    }

    /** The bytes of a number, as the caller's own. */
    byte[] bytes(long number) {
        if (number == NONE) {
            return Slot.NOTHING;
        }
        Page page = page(number);
        int begin = (int) number;
        return Arrays.copyOfRange(page.bytes, begin, begin + page.length(begin));
    }

    /** Whether the bytes of a number are these. */
    boolean holds(long number, byte[] bytes) {
        if (number == NONE) {
            return bytes.length == 0;
        }
        Page page = page(number);
        int begin = (int) number;
        return Arrays.equals(page.bytes, begin, begin + page.length(begin), bytes, 0, bytes.length);
    }

    private Page page(long number) {
        return pages.get((int) (number >>> Integer.SIZE));
    }

    /** Lets go of bytes, once; they are not asked for again. */
    void remove(long number) {
        if (number == NONE) {
            return;
        }
        Page page = page(number);
        page.needed--;
        if (page.needed == 0) {
            page.end = 0;
            if (page != filling) {
                letGo(page);
            }
        }
    }

    private void letGo(Page page) {
        if (page.bytes.length == LARGEST && spare.size() < MOST_SPARE) {
            spare.add(page);
        } else {
            int place = (int) page.number;
            pages.set(place, new Page(place, 0));
            free.add(place);
        }
    }

    /** How many bytes all arrays took that were ever made. */
    long made() {
        return made;
    }

    private void turn(int least) {
        Page full = filling;
        int size = Math.max(least, Math.min(LARGEST, Math.max(SMALLEST, 2 * full.bytes.length)));
        if (size == LARGEST && !spare.isEmpty()) {
            filling = spare.remove();
        } else {
            int place = free.isEmpty() ? pages.size() : free.remove();
            filling = new Page(place, size);
            if (place == pages.size()) {
                pages.add(filling);
            } else {
                pages.set(place, filling);
            }
            made += size;
        }
        if (full.number >= 0 && full.needed == 0) {
            letGo(full);
        }
    }
}
