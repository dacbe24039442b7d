package org.autotrainer.architecture.planted.adapters.cli;

import com.sun.net.httpserver.HttpServer;

final class ServesHttp {
    void stop(HttpServer server) {
        server.stop(0);
    }
}
