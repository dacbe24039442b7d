package org.autotrainer.architecture.planted.domain;

import java.nio.file.Path;

final class ReadsAFile {
    Path file() {
        return Path.of("memory.db");
    }
}
