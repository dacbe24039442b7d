package org.autotrainer.adapters.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Many connections, on one thread, that each send a request as slowly as they can and wait to be closed. */
final class Dripping implements AutoCloseable {
    private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Selector selector;
    private final List<Drip> drips = new ArrayList<>();

    /** One connection, and how it ended. */
    private static final class Drip {
        private final SocketChannel channel;
        private final long begun = System.nanoTime();
        private final byte[] rest;
        private final ByteBuffer answer = ByteBuffer.allocate(4_096);
        private int sent;
        private long ended;

        Drip(SocketChannel channel, byte[] rest) {
            this.channel = channel;
            this.rest = rest;
        }

        boolean isOpen() {
            return ended == 0;
        }

        boolean isAnswered(int status) {
            return new String(answer.array(), 0, answer.position(), StandardCharsets.US_ASCII)
                    .contains("HTTP/1.1 " + status);
        }

        void end() throws IOException {
            ended = System.nanoTime();
            channel.close();
        }
    }

    /**
     * Opens connections that send {@code at once}, and then the bytes of {@code slowly} over and over, one each half second.
     *
     * @param waits whether each waits for some bytes of an answer before it drips
     */
    Dripping(int connections, int port, byte[] atOnce, boolean waits, byte[] slowly) throws IOException {
        selector = Selector.open();
        for (int i = 0; i < connections; i++) {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.write(ByteBuffer.wrap(atOnce));
            Drip drip = new Drip(channel, slowly);
            if (waits) {
                channel.read(drip.answer);
            }
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, drip);
            drips.add(drip);
        }
    }

    /** Drips until all are closed or refused, or until the time is over. */
    void run(long millis) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        long next = System.nanoTime();
        try {
            while (open() > 0 && System.nanoTime() < end) {
                if (System.nanoTime() >= next) {
                    next += EVERY_NANOS;
                    drip();
                }
                selector.select(Math.max(1, TimeUnit.NANOSECONDS.toMillis(next - System.nanoTime())));
                for (SelectionKey key : selector.selectedKeys()) {
                    read((Drip) key.attachment());
                }
                selector.selectedKeys().clear();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void drip() throws IOException {
        for (Drip drip : drips) {
            if (drip.isOpen()) {
                try {
                    drip.channel.write(ByteBuffer.wrap(drip.rest, drip.sent++ % drip.rest.length, 1));
                } catch (IOException closed) {
                    drip.end();
                }
            }
        }
    }

    private static void read(Drip drip) throws IOException {
        try {
            if (drip.isOpen() && (drip.channel.read(drip.answer) < 0 || drip.isAnswered(408))) {
                drip.end();
            }
        } catch (IOException reset) {
            drip.end();
        }
    }

    /** How many are neither closed nor refused. */
    long open() {
        return drips.stream().filter(Drip::isOpen).count();
    }

    /** How many were answered with a status before they were closed. */
    long answered(int status) {
        return drips.stream().filter(drip -> drip.isAnswered(status)).count();
    }

    /** How long the last took to be closed or answered. */
    long slowestMillis() {
        return TimeUnit.NANOSECONDS.toMillis(drips.stream()
                .filter(drip -> !drip.isOpen())
                .mapToLong(drip -> drip.ended - drip.begun)
                .max()
                .orElse(0));
    }

    @Override
    public void close() throws IOException {
        for (Drip drip : drips) {
            drip.channel.close();
        }
        selector.close();
    }
}
