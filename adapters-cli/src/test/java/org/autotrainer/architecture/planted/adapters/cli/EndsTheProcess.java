package org.autotrainer.architecture.planted.adapters.cli;

final class EndsTheProcess {
    void end() {
        System.exit(1);
    }
}
