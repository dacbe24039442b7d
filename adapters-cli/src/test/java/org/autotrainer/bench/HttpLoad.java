package org.autotrainer.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends requests over many connections at once, each the next when it has its answer, and tells how many were answered in a
 * second and how long they took: {@code URL TOKEN KIND CONNECTIONS SECONDS}.
 *
 * <p>Kinds are {@code evaluations}, {@code recalls} and {@code constant}, which sends recalls too. As much time comes before as
 * a warm-up. Prints answers a second, then the median and the 99th percentile in milliseconds.
 */
final class HttpLoad {
    private static final int ADVICE = 10_000;

    private final URI url;
    private final String token;
    private final String kind;
    private final AtomicLong number = new AtomicLong(System.nanoTime());

    private HttpLoad(URI url, String token, String kind) {
        this.url = url;
        this.token = token;
        this.kind = kind;
    }

    public static void main(String[] args) throws InterruptedException {
        HttpLoad load = new HttpLoad(URI.create(args[0]), args[1], args[2]);
        long nanos = (long) (Double.parseDouble(args[4]) * 1e9);
        load.run(Integer.parseInt(args[3]), nanos);
        long[] times = load.run(Integer.parseInt(args[3]), nanos);
        Arrays.sort(times);
        System.out.printf(
                "%.0f %.3f %.3f%n",
                times.length / (nanos / 1e9), times[times.length / 2] / 1e6, times[(int) (times.length * 0.99)] / 1e6);
    }

    /** Runs for a while; the nanoseconds of each request. */
    private long[] run(int connections, long nanos) throws InterruptedException {
        long end = System.nanoTime() + nanos;
        List<Caller> callers = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            Caller caller = new Caller(end, i);
            callers.add(caller);
            threads.add(new Thread(caller));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        return callers.stream()
                .flatMapToLong(caller -> Arrays.stream(caller.times, 0, caller.count))
                .toArray();
    }

    /** One connection. */
    private final class Caller implements Runnable {
        private final long end;
        private final Random random;
        private long[] times = new long[1 << 16];
        private int count;

        Caller(long end, int seed) {
            this.end = end;
            this.random = new Random(seed);
        }

        @Override
        public void run() {
            try (Socket socket = new Socket(url.getHost(), url.getPort())) {
                socket.setTcpNoDelay(true);
                InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 14);
                for (long begin = System.nanoTime(); begin < end; begin = System.nanoTime()) {
                    socket.getOutputStream().write(request());
                    int status = answer(in);
                    if (status >= 300) {
                        throw new IOException("answered with " + status);
                    }
                    if (count == times.length) {
                        times = Arrays.copyOf(times, 2 * count);
                    }
                    times[count++] = System.nanoTime() - begin;
                }
            } catch (IOException failed) {
                throw new IllegalStateException(failed);
            }
        }

        private byte[] request() {
            byte[] body = (kind.equals("evaluations") ? evaluation() : recall()).getBytes(UTF_8);
            byte[] head = ("POST /v1/" + (kind.equals("evaluations") ? kind : "recalls") + " HTTP/1.1\r\nHost: "
                            + url.getAuthority() + "\r\nAuthorization: Bearer " + token
                            + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n")
                    .getBytes(US_ASCII);
            byte[] request = Arrays.copyOf(head, head.length + body.length);
            System.arraycopy(body, 0, request, head.length, body.length);
            return request;
        }

        private String evaluation() {
            long task = number.incrementAndGet();
            return "{\"task_id\":\"ticket-" + task + "\",\"success\":" + (task % 3 > 0)
                    + ",\"score\":0.5,\"critic\":{\"id\":\"judge\"},\"suggestions\":[\""
                    + Words.advice(random.nextInt(500))
                    + "\"],\"context\":{\"text\":\"" + Words.topic(random.nextInt(200)) + "\"}}";
        }

        private String recall() {
            long task = number.incrementAndGet();
            return "{\"task_id\":\"ticket-" + task + "\",\"context\":{\"text\":\"" + Words.topic(random.nextInt(ADVICE))
                    + "\"},\"budget_tokens\":500}";
        }
    }

    /** Reads one answer; its status. */
    private static int answer(InputStream in) throws IOException {
        int status = Integer.parseInt(line(in).substring(9, 12));
        int length = 0;
        for (String field = line(in); !field.isEmpty(); field = line(in)) {
            if (field.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(field.substring(15).strip());
            }
        }
        in.skipNBytes(length);
        return status;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (octet != '\r') {
                line.append((char) octet);
            }
        }
        return line.toString();
    }
}
