package org.autotrainer.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.autotrainer.application.format.Telemetry.agent;
import static org.autotrainer.application.format.Telemetry.call;
import static org.autotrainer.application.format.Telemetry.failure;
import static org.autotrainer.application.format.Telemetry.judgement;
import static org.autotrainer.application.format.Telemetry.logs;
import static org.autotrainer.application.format.Telemetry.span;
import static org.autotrainer.application.format.Telemetry.traces;
import static org.autotrainer.application.format.Telemetry.with;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.format.OtlpRequest;
import org.autotrainer.application.format.Telemetry;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.store.MemoryStore;
import org.autotrainer.application.wire.EvaluationBody;
import org.autotrainer.domain.journal.Source;
import org.autotrainer.domain.trust.Trust;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceBufferTest {
    private static final TraceBuffer.Patience PATIENCE =
            new TraceBuffer.Patience(1 << 20, 100, 20, 60_000, 5_000, 3_600_000);

    @TempDir
    private Path folder;

    private final TrainingLoop loop = TrainingLoop.over(new MemoryStore());
    private final List<TraceBuffer> opened = new ArrayList<>();
    private long now = 1_795_385_241_000L;
    private int lives;

    @AfterEach
    void close() {
        opened.forEach(TraceBuffer::close);
        loop.close();
    }

    @Test
    void a_judgement_waits_for_its_span_and_the_call_within_and_no_longer() {
        TraceBuffer buffer = open();
        take(buffer, logs(failure("Look up the order first.")));
        assertThat(lessons("default")).isEmpty();
        take(buffer, traces(agent()));
        assertThat(lessons("support")).isEmpty();
        take(buffer, traces(call()));
        assertThat(lessons("support")).singleElement().satisfies(lesson -> {
            assertThat(lesson.taskId()).isEqualTo("refund-7");
            assertThat(lesson.messages()).hasSize(3);
            assertThat(lesson.revision()).isIn(null, 0);
        });
    }

    @Test
    void what_comes_twice_changes_nothing() {
        TraceBuffer buffer = open();
        for (int i = 0; i < 3; i++) {
            take(buffer, traces(call(), agent()), logs(failure("Missed."), failure("Missed.")));
            now += 100_000;
            buffer.lookNow();
        }
        assertThat(lessons("support")).hasSize(1);
    }

    @Test
    void in_every_order_and_with_a_kill_at_every_place_the_same_is_recorded() throws IOException {
        List<Map<String, Object>> requests =
                List.of(traces(call()), traces(agent()), logs(failure("Missed.")), logs(failure("Be brief, always.")));
        for (List<Map<String, Object>> order : permutations(requests)) {
            for (int killed = 1; killed < order.size(); killed++) {
                TrainingLoop fresh = TrainingLoop.over(new MemoryStore());
                Path file = folder.resolve("life" + lives++);
                TraceBuffer buffer = open(fresh, file);
                for (int i = 0; i < order.size(); i++) {
                    if (i == killed) {
                        Path left = folder.resolve("life" + lives++);
                        Files.copy(file, left);
                        file = left;
                        buffer = open(fresh, file);
                    }
                    take(buffer, order.get(i));
                }
                now += PATIENCE.quietMillis();
                buffer.lookNow();
                assertThat(lessons(fresh, "support"))
                        .as("%s, killed at %s", order, killed)
                        .hasSize(2)
                        .allSatisfy(lesson -> {
                            assertThat(lesson.taskId()).isEqualTo("refund-7");
                            assertThat(lesson.messages()).hasSize(3);
                            assertThat(lesson.revision()).isIn(null, 0);
                        });
                fresh.close();
            }
        }
    }

    @Test
    void a_judgement_about_a_span_that_never_comes_is_recorded_as_it_is() {
        TraceBuffer buffer = open();
        take(buffer, logs(failure("Missed.")));
        now += PATIENCE.waitMillis() - 1;
        buffer.lookNow();
        assertThat(lessons("default")).isEmpty();
        now += 1;
        buffer.lookNow();
        assertThat(lessons("default"))
                .singleElement()
                .satisfies(lesson -> assertThat(lesson.taskId()).isEqualTo("trace-" + Telemetry.TRACE));
    }

    @Test
    void spans_that_come_too_late_revise_what_was_recorded_once_no_more_come() {
        TraceBuffer buffer = open();
        take(buffer, logs(failure("Missed.")));
        now += PATIENCE.waitMillis();
        buffer.lookNow();
        take(buffer, traces(agent()));
        take(buffer, traces(call()));
        assertThat(lessons("default"))
                .singleElement()
                .satisfies(lesson -> assertThat(lesson.messages()).isNull());
        now += PATIENCE.quietMillis();
        buffer.lookNow();
        assertThat(lessons("default")).singleElement().satisfies(lesson -> {
            assertThat(lesson.taskId()).isEqualTo("refund-7");
            assertThat(lesson.messages()).hasSize(3);
            assertThat(lesson.revision()).isEqualTo(1);
        });
        assertThat(lessons("support")).isEmpty();
    }

    @Test
    void messages_that_come_apart_from_their_span_and_late_revise_it_too() {
        TraceBuffer buffer = open();
        Map<String, Object> bare = span(Telemetry.CALL, Telemetry.AGENT, "gen_ai.operation.name", "chat");
        take(buffer, traces(bare, agent()), logs(failure("Missed.")));
        Map<String, Object> details = with(
                judgement(Telemetry.CALL, "gen_ai.input.messages", "[{\"role\":\"user\",\"content\":\"Hello\"}]"),
                "eventName",
                "gen_ai.client.inference.operation.details");
        take(buffer, logs(details));
        now += PATIENCE.quietMillis();
        buffer.lookNow();
        assertThat(lessons("support")).singleElement().satisfies(lesson -> {
            assertThat(lesson.messages()).hasSize(1);
            assertThat(lesson.revision()).isEqualTo(1);
        });
    }

    @Test
    void later_spans_that_tell_nothing_new_revise_nothing() {
        TraceBuffer buffer = open();
        take(buffer, traces(call(), agent()), logs(failure("Missed.")));
        take(buffer, traces(span("00000000000000ff", Telemetry.CALL, "http.method", "GET")));
        now += PATIENCE.quietMillis();
        buffer.lookNow();
        assertThat(lessons("support"))
                .singleElement()
                .satisfies(lesson -> assertThat(lesson.revision()).isIn(null, 0));
    }

    @Test
    void a_judgement_by_response_finds_its_span_whichever_comes_first() {
        Map<String, Object> judged = with(
                judgement(
                        "",
                        "gen_ai.evaluation.name",
                        "judge",
                        "gen_ai.evaluation.score.label",
                        "pass",
                        "gen_ai.response.id",
                        "answer-1"),
                "traceId",
                "");
        TraceBuffer buffer = open();
        take(buffer, logs(judged));
        take(buffer, traces(call(), agent()));
        take(buffer, logs(judged));
        assertThat(lessons("support")).hasSize(1);
    }

    @Test
    void a_line_that_was_cut_off_by_a_crash_is_left_out() throws IOException {
        Path file = folder.resolve("torn");
        TraceBuffer first = open(loop, file);
        take(first, traces(agent()));
        first.close();
        Files.writeString(file, "{\"at\":1,\"span\":{\"tra", StandardOpenOption.APPEND);
        TraceBuffer second = open(loop, file);
        take(second, traces(call()), logs(failure("Missed.")));
        second.close();
        assertThat(lessons("support")).hasSize(1);
        assertThat(Files.readAllLines(file)).allMatch(line -> line.endsWith("}"));
    }

    @Test
    void what_waits_is_for_the_owner_alone() throws IOException {
        Path file = folder.resolve("private");
        take(open(loop, file), traces(agent()));
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    }

    @Test
    void one_server_at_a_time_takes_the_telemetry_for_a_store() {
        Path file = folder.resolve("shared");
        TraceBuffer first = open(loop, file);
        take(first, traces(agent()));
        TraceBuffer second = open(loop, file);
        assertThatThrownBy(() -> take(second, traces(call())))
                .isInstanceOf(AutoTrainerException.class)
                .hasMessageStartingWith("another server takes the telemetry");
        first.close();
        take(second, traces(call()), logs(failure("Missed.")));
        assertThat(lessons("support")).hasSize(1);
    }

    @Test
    void of_too_much_the_oldest_goes_and_what_was_judged_is_recorded_first() throws IOException {
        Path file = folder.resolve("much");
        TraceBuffer buffer = open(loop, file);
        String talk =
                "[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"" + "x".repeat(50_000) + "\"}]}]";
        for (int i = 0; i < 400; i++) {
            String trace = "%032x".formatted(i + 1);
            now++;
            take(
                    buffer,
                    traces(with(call("gen_ai.input.messages", talk), "traceId", trace)),
                    logs(with(failure("Missed."), "traceId", trace)));
            assertThat(buffer.bytes()).isLessThanOrEqualTo(PATIENCE.bytes());
        }
        now += PATIENCE.waitMillis();
        buffer.lookNow();
        assertThat(lessons("default")).hasSize(400);
        assertThat(Files.size(file)).isLessThan(12L << 20);
        take(buffer, logs(with(failure("Missed."), "traceId", "%032x".formatted(1))));
        now += PATIENCE.waitMillis();
        buffer.lookNow();
        assertThat(lessons("default")).hasSize(400);
    }

    @Test
    void spans_of_other_libraries_go_before_those_of_agents() {
        TraceBuffer buffer = open();
        take(buffer, traces(call(), agent()));
        for (int i = 0; i < 3_000; i++) {
            now++;
            Map<String, Object> other = span("00000000000000ff", "", "http.method", "GET");
            take(buffer, traces(with(other, "traceId", "%032x".formatted(i + 1))));
        }
        take(buffer, logs(failure("Missed.")));
        assertThat(lessons("support")).hasSize(1);
    }

    @Test
    void a_trace_that_is_too_old_goes() {
        TraceBuffer buffer = open();
        take(buffer, traces(call(), agent()));
        now += PATIENCE.keepMillis() + 1;
        buffer.lookNow();
        assertThat(buffer.bytes()).isZero();
    }

    @Test
    void a_trace_has_a_number_of_spans_and_of_judgements() {
        TraceBuffer buffer = open();
        TraceBuffer.Taken taken = new TraceBuffer.Taken(0, 0, "");
        for (int i = 0; i <= PATIENCE.spans(); i++) {
            taken = take(buffer, traces(span("%016x".formatted(i + 1), "", "gen_ai.operation.name", "chat")));
        }
        assertThat(taken.refusedSpans()).isEqualTo(1);
        assertThat(taken.reason()).startsWith("a trace has more than 100 spans");
        for (int i = 0; i <= PATIENCE.judgements(); i++) {
            taken = take(buffer, logs(failure("Missed " + i)));
        }
        assertThat(taken.refusedJudgements()).isEqualTo(1);
    }

    @Test
    void without_a_file_what_waits_is_recorded_at_the_end() {
        TraceBuffer buffer = new TraceBuffer(loop, Optional.empty(), clock(), PATIENCE);
        take(buffer, logs(failure("Missed.")));
        buffer.close();
        assertThat(lessons("default")).hasSize(1);
    }

    @Test
    void a_trace_is_trusted_as_far_as_the_least_of_those_who_sent_some_of_it() throws IOException {
        Source trusted = new Source("token:critic", Trust.TRUSTED);
        Source stranger = new Source("token:stranger", Trust.UNTRUSTED);
        for (List<Source> senders :
                List.of(List.of(trusted, stranger), List.of(stranger, trusted), List.of(trusted, trusted))) {
            TrainingLoop fresh = TrainingLoop.over(new MemoryStore());
            Path file = folder.resolve("life" + lives++);
            open(fresh, file).take(OtlpRequest.of(traces(call(), agent())), senders.get(0));
            Path left = folder.resolve("life" + lives++); // as after a kill: who sent it is on the disk
            Files.copy(file, left);

            TraceBuffer buffer = open(fresh, left);
            buffer.take(OtlpRequest.of(logs(failure("Look up the order first."))), senders.get(1));
            now += PATIENCE.quietMillis();
            buffer.lookNow();

            assertThat(fresh.heuristics().list("support", "", 5).items())
                    .singleElement()
                    .satisfies(item -> assertThat(item.status())
                            .isEqualTo(senders.contains(stranger) ? "quarantined" : "candidate"));
            fresh.close();
        }
    }

    private TraceBuffer open() {
        return open(loop, folder.resolve("waiting"));
    }

    private TraceBuffer open(TrainingLoop into, Path file) {
        TraceBuffer buffer = new TraceBuffer(into, Optional.of(file), clock(), PATIENCE);
        opened.add(buffer);
        return buffer;
    }

    private InstantSource clock() {
        return () -> Instant.ofEpochMilli(now);
    }

    private static TraceBuffer.Taken take(TraceBuffer buffer, Map<?, ?>... requests) {
        TraceBuffer.Taken taken = new TraceBuffer.Taken(0, 0, "");
        for (Map<?, ?> request : requests) {
            taken = buffer.take(OtlpRequest.of(request), Source.LOCAL);
        }
        return taken;
    }

    private List<EvaluationBody> lessons(String agent) {
        return lessons(loop, agent);
    }

    private static List<EvaluationBody> lessons(TrainingLoop of, String agent) {
        return of.lessons().list(agent, "", 500).items().stream()
                .map(item -> item.evaluation())
                .toList();
    }

    private static <T> List<List<T>> permutations(List<T> of) {
        if (of.isEmpty()) {
            return List.of(List.of());
        }
        List<List<T>> all = new ArrayList<>();
        for (int i = 0; i < of.size(); i++) {
            List<T> rest = new ArrayList<>(of);
            T first = rest.remove(i);
            for (List<T> tail : permutations(rest)) {
                List<T> one = new ArrayList<>(List.of(first));
                one.addAll(tail);
                all.add(one);
            }
        }
        return all;
    }
}
