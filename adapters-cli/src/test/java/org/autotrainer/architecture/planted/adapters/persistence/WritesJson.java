package org.autotrainer.architecture.planted.adapters.persistence;

import com.fasterxml.jackson.databind.ObjectMapper;

final class WritesJson {
    Object mapper() {
        return new ObjectMapper();
    }
}
