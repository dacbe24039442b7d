package org.autotrainer.architecture.planted.adapters.cli;

import java.util.logging.Logger;

final class LogsItsWork {
    void log() {
        Logger.getAnonymousLogger().info("trained");
    }
}
