package org.autotrainer.adapters.http;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryUsage;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;
import org.eclipse.jetty.http.HttpHeader;

/** Counts what the server does, and tells it in the text format of Prometheus. Thread-safe. */
final class Metrics {
    private static final double[] SECONDS = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};
    private static final PrometheusTextFormatWriter WRITER = PrometheusTextFormatWriter.create();
    private static final int TEXT_BYTES = 1 << 14;

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Counter requests = Counter.builder()
            .name("autotrainer_http_requests")
            .help("Requests that were answered.")
            .labelNames("method", "route", "status")
            .register(registry);
    private final Counter refused = Counter.builder()
            .name("autotrainer_http_refused")
            .help("Requests that were answered with a problem, by its type.")
            .labelNames("cause")
            .register(registry);
    private final Histogram seconds = Histogram.builder()
            .name("autotrainer_http_request_duration_seconds")
            .help("From the first byte of a request to the last of its answer.")
            .labelNames("method", "route")
            .classicOnly()
            .classicUpperBounds(SECONDS)
            .withoutExemplars()
            .register(registry);
    private final Histogram commits = Histogram.builder()
            .name("autotrainer_evaluations_commit_seconds")
            .help(
                    "From the first byte of a request to a commit that made evaluations of it durable; telemetry is not counted.")
            .classicOnly()
            .classicUpperBounds(SECONDS)
            .withoutExemplars()
            .register(registry);
    private final Counter evaluations = Counter.builder()
            .name("autotrainer_evaluations_recorded")
            .help("Evaluations that were recorded and were not known before; telemetry is not counted.")
            .withoutExemplars()
            .register(registry);

    Metrics() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        memory("jvm_memory_used_bytes", "Memory of Java in use.", memory, MemoryUsage::getUsed);
        memory("jvm_memory_max_bytes", "Memory that Java may use; -1 for no limit.", memory, MemoryUsage::getMax);
        gauge("jvm_threads_current", "Threads.", ManagementFactory.getThreadMXBean()::getThreadCount);
        gauge(
                "process_start_time_seconds",
                "When the program was started, since 1970.",
                () -> ManagementFactory.getRuntimeMXBean().getStartTime() / 1_000.0);
    }

    /** Tells of the heap and of the rest, under the names that dashboards for Java know. */
    private void memory(String name, String help, MemoryMXBean memory, ToDoubleFunction<MemoryUsage> value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .labelNames("area")
                .callback(told -> {
                    told.call(value.applyAsDouble(memory.getHeapMemoryUsage()), "heap");
                    told.call(value.applyAsDouble(memory.getNonHeapMemoryUsage()), "nonheap");
                })
                .register(registry);
    }

    /** Tells a value that is asked for when it is needed. */
    void gauge(String name, String help, DoubleSupplier value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(told -> told.call(value.getAsDouble()))
                .register(registry);
    }

    /**
     * Counts a request that is over.
     *
     * @param route the route as it is declared, never what was asked for: it must be one of few
     * @param cause the type of the problem that it was answered with; empty for none
     */
    void answered(String method, String route, int status, double took, String cause) {
        seconds.labelValues(method, route).observe(took);
        if (!cause.isEmpty()) {
            refused.labelValues(cause).inc();
        }
        requests.labelValues(method, route, Integer.toString(status)).inc(); // last: who sees it sees all
    }

    /** Counts evaluations that were recorded. */
    void recorded(int more) {
        evaluations.inc(more);
    }

    /** Counts a commit of evaluations. */
    void committed(double took) {
        commits.observe(took);
    }

    /** All that is counted. */
    Answer answer() {
        ByteArrayOutputStream text = new ByteArrayOutputStream(TEXT_BYTES);
        try {
            WRITER.write(text, registry.scrape());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Answer.text(WRITER.getContentType(), text.toByteArray()).with(HttpHeader.CACHE_CONTROL, "no-store");
    }
}
