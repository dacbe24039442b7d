package org.autotrainer.adapters.cli;

/** Something to do if the program is stopped from outside; closing takes it back. */
final class Interruption implements AutoCloseable {
    private final Thread hook;
    private volatile boolean over;

    Interruption(Runnable then) {
        hook = new Thread(() -> {
            if (!over) {
                then.run();
            }
        });
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void close() {
        over = true;
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The program is ending already; the hook sees that it has nothing to do any more.
            over = true;
        }
    }
}
