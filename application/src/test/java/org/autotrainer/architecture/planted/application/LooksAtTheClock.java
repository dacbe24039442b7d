package org.autotrainer.architecture.planted.application;

import java.time.Instant;

public final class LooksAtTheClock {
    Instant recordedAt() {
        return Instant.now();
    }
}
