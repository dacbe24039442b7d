package org.autotrainer.architecture.planted.application.wire;

import org.autotrainer.application.port.Entry;

final class ReadsTheStore {
    String id(Entry entry) {
        return entry.id();
    }
}
