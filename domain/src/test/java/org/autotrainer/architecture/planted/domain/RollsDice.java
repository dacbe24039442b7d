package org.autotrainer.architecture.planted.domain;

import java.util.UUID;

final class RollsDice {
    UUID id() {
        return UUID.randomUUID();
    }
}
