package org.autotrainer.adapters.cli.console;

import java.util.concurrent.TimeUnit;
import org.autotrainer.adapters.cli.console.Surroundings.Stream;

/** A line on standard error that follows long work, when a person watches; it leaves nothing behind. */
public final class Progress implements AutoCloseable {
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int BAR = 24;

    private final Console console;
    private final boolean watched;
    private long next = System.nanoTime() + PAUSE;

    /** A line that is shown once the work has taken a moment. */
    public Progress(Console console) {
        this.console = console;
        this.watched = console.isTerminal(Stream.ERR);
    }

    /** Shows how much of a known amount is done, and what was found. */
    public void update(long done, long total, String found) {
        if (isDue()) {
            String bar = Bars.of(done, total, BAR);
            console.passing(bar + "·".repeat(BAR - bar.length()) + " " + Math.min(100, 100 * done / Math.max(1, total))
                    + "%  " + found);
        }
    }

    /** Shows what was found so far, of an amount that nobody knows. */
    public void update(String found) {
        if (isDue()) {
            console.passing(found);
        }
    }

    private boolean isDue() {
        if (!watched || System.nanoTime() - next < 0) {
            return false;
        }
        next = System.nanoTime() + PAUSE;
        return true;
    }

    /** Wipes the line. */
    @Override
    public void close() {
        console.wipe();
    }
}
