package org.autotrainer.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.autotrainer.adapters.http.Mutation.Ends;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Sends requests that are wrong in some way, from a seed: {@code -Dmutations=20000} for more of them, and
 * {@code -Dmutations.seed=S -Dmutations=1} for the one that a failure names.
 */
class MutatedRequestsTest {
    private static final int WARM_UP = 400;
    private static final int CLIENTS = 12;
    private static final long MORE_HEAP = 48L << 20;
    private static final int MORE_THREADS = 40;
    private static final int MANY = 20;
    private static final int HUGE = 18 << 20;

    private final RunningServer server = RunningServer.start();
    private final List<Route> routes = RunningServer.routes();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final Map<Object, LongAdder> answers = new ConcurrentHashMap<>();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_wrong_request_is_told_what_is_wrong_and_disturbs_no_other() throws Exception {
        long seed = Long.getLong("mutations.seed", 20_261_101);
        int requests = Integer.getInteger("mutations", 2_000);

        server.ask(server.post("/v1/evaluations", Draft.EVALUATION));
        send(-WARM_UP - 1L, WARM_UP);
        answers.clear();
        long heap = heap();
        int threads = threads();
        send(seed, requests);

        System.out.println("mutated requests: " + requests + " from seed " + seed + ": " + new TreeMap<>(byName())
                + "; heap " + (heap() - heap >> 10) + " KiB more, threads " + (threads() - threads) + " more");
        assertThat(heap() - heap).as("bytes of heap that stay").isLessThan(MORE_HEAP);
        assertThat(threads() - threads).as("threads that stay").isLessThan(MORE_THREADS);
    }

    private Map<String, Long> byName() {
        Map<String, Long> all = new TreeMap<>();
        answers.forEach((name, count) -> all.put(String.valueOf(name), count.sum()));
        return all;
    }

    private void send(long seed, int requests) throws InterruptedException, ExecutionException {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            all.add(clients.submit(() -> {
                for (int number = next.getAndIncrement();
                        number < requests && failures.size() < MANY;
                        number = next.getAndIncrement()) {
                    checked(seed + number);
                }
            }));
        }
        for (Future<?> client : all) {
            client.get();
        }
        clients.shutdown();
        assertThat(failures).isEmpty();
    }

    private void checked(long seed) {
        Mutation mutation = mutation(new Random(seed * 0x9E3779B97F4A7C15L));
        try {
            check(mutation, seed);
            assertThat(server.ask(server.get("/healthz")).status()).isEqualTo(200);
        } catch (IOException | AssertionError failed) {
            failures.add("-Dmutations.seed=" + seed + " -Dmutations=1 (" + mutation.kind() + "): " + failed.getMessage()
                    + "\n" + mutation.excerpt());
        }
    }

    private Mutation mutation(Random random) {
        Draft draft = Draft.of(routes.get(random.nextInt(routes.size())), server.port(), random);
        if (random.nextInt(200) == 0) {
            draft.method = "POST";
            draft.body = new byte[HUGE];
            Arrays.fill(draft.body, (byte) 'a');
            return answered("a huge body", draft, draft.framed());
        }
        FramingMutations framing = new FramingMutations(random);
        switch (random.nextInt(5)) {
            case 0, 1 -> {
                return framing.mutate(draft);
            }
            case 2 -> new HeadMutations(random).mutate(draft);
            default -> {
                if (draft.hasBody()) {
                    new BodyMutations(random).mutate(draft);
                } else {
                    new HeadMutations(random).mutate(draft);
                }
            }
        }
        return draft.hasBody() && random.nextInt(4) == 0
                ? answered("in chunks", draft, framing.chunked(draft))
                : answered("well framed", draft, draft.framed());
    }

    private static Mutation answered(String kind, Draft draft, byte[] bytes) {
        return new Mutation(kind, bytes, Ends.ANSWERED, draft.method.equals("HEAD"));
    }

    private void check(Mutation mutation, long seed) throws IOException {
        String agent = "after-" + Math.floorMod(seed, 1_000);
        try (RawConnection connection = server.connect()) {
            send(mutation, server.get("/v1/settings?agent=" + agent), connection);
            Optional<RawAnswer> first = connection.read(mutation.toHead());
            first.ifPresent(RawAnswer::check);
            count(first.map(RawAnswer::status));
            if (mutation.ends() == Ends.ANSWERED) {
                answered(mutation, first, connection, agent);
            } else if (first.isPresent()) {
                connection.endOutput();
                rest(mutation, connection, agent);
            }
        }
    }

    private static void send(Mutation mutation, byte[] behind, RawConnection connection) {
        try {
            connection.send(mutation.bytes());
            if (mutation.ends() == Ends.ANSWERED || mutation.ends() == Ends.CLOSED) {
                connection.send(behind);
            } else if (mutation.ends() == Ends.CUT) {
                connection.endOutput();
            }
        } catch (IOException closedAlready) {
            // It may be closed before all is sent; what was answered can be read all the same.
        }
    }

    private void answered(Mutation mutation, Optional<RawAnswer> first, RawConnection connection, String agent) {
        if (first.isEmpty()) {
            assertThat(mutation.bytes().length)
                    .as("the length of a request without an answer")
                    .isGreaterThan(HUGE);
            count("closed though well framed");
            return;
        }
        Optional<RawAnswer> second = connection.read(false);
        if (first.get().closes()) {
            assertThat(second).as("an answer behind the last").isEmpty();
        } else if (second.isPresent()) {
            assertThat(second.get().status())
                    .as(first.get() + " then " + second.get())
                    .isEqualTo(200);
            assertThat(second.get().body()).contains("\"" + agent + "\"");
            count("another behind it");
        } else {
            String request = new String(mutation.bytes(), StandardCharsets.ISO_8859_1);
            assertThat(request).as("closed without saying so").contains(" HTTP/1.0\r\n");
        }
    }

    /** Whatever bytes follow, they are answered as they should be, and not as a request that was hidden in them. */
    private void rest(Mutation mutation, RawConnection connection, String agent) {
        for (Optional<RawAnswer> more = connection.read(false); more.isPresent(); more = connection.read(false)) {
            more.get().check();
            if (mutation.ends() == Ends.CLOSED) {
                assertThat(more.get().body())
                        .as("an answer to a hidden request")
                        .doesNotContain("\"items\"");
                count("another behind " + mutation.kind());
            }
        }
    }

    private void count(Object what) {
        Object name = what instanceof Optional<?> status
                ? status.map(Object.class::cast).orElse("closed")
                : what;
        answers.computeIfAbsent(name, any -> new LongAdder()).increment();
    }

    private static long heap() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }

    private static int threads() {
        return ManagementFactory.getThreadMXBean().getThreadCount();
    }
}
