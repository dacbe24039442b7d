package org.autotrainer.architecture.planted.adapters.cli;

import org.autotrainer.architecture.planted.adapters.http.OpenToAll;

final class KnowsTheServer {
    Object server() {
        return new OpenToAll();
    }
}
