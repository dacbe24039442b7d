package org.autotrainer.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A client as it should be: a recall every 20 ms on a connection that it keeps, and a fresh one now and then. */
final class GoodTraffic implements AutoCloseable {
    private static final long EVERY_MILLIS = 20;
    private static final int FRESH = 10;

    private final RunningServer server;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final List<Long> nanos = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private RawConnection connection;

    private GoodTraffic(RunningServer server) throws IOException {
        this.server = server;
        this.connection = server.connect();
    }

    static GoodTraffic begin(RunningServer server) throws IOException {
        GoodTraffic traffic = new GoodTraffic(server);
        for (int i = 0; i < 500; i++) {
            traffic.recall();
        }
        traffic.nanos.clear();
        traffic.clock.scheduleAtFixedRate(traffic::recall, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        return traffic;
    }

    private synchronized void recall() {
        long begin = System.nanoTime();
        try {
            if (nanos.size() % FRESH == 0) {
                connection.close();
                connection = server.connect();
            }
            connection.send(server.recall());
            int status = connection.read(false).map(RawAnswer::status).orElse(0);
            if (status != 200) {
                failures.add("status " + status);
            }
        } catch (IOException | AssertionError failed) {
            failures.add(failed.toString());
        }
        nanos.add(System.nanoTime() - begin);
    }

    /** The time in which 99 of 100 recalls were answered; none may have failed. */
    synchronized long p99Millis() {
        assertThat(failures).isEmpty();
        assertThat(nanos).hasSizeGreaterThan(100);
        List<Long> sorted = nanos.stream().sorted().toList();
        return TimeUnit.NANOSECONDS.toMillis(sorted.get(sorted.size() * 99 / 100));
    }

    synchronized int recalls() {
        return nanos.size();
    }

    @Override
    public void close() throws IOException {
        clock.shutdownNow();
        synchronized (this) {
            connection.close();
        }
    }
}
