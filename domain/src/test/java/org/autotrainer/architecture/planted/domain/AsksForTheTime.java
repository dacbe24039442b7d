package org.autotrainer.architecture.planted.domain;

import java.time.Instant;

final class AsksForTheTime {
    Instant recordedAt() {
        return Instant.now();
    }
}
