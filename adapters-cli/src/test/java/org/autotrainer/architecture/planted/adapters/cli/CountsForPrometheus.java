package org.autotrainer.architecture.planted.adapters.cli;

import io.prometheus.metrics.core.metrics.Counter;

final class CountsForPrometheus {
    void count(Counter counter) {
        counter.inc();
    }
}
