package org.autotrainer.architecture.planted.adapters.cli;

final class ThrowsAnything {
    void fail() {
        throw new RuntimeException("failed");
    }
}
