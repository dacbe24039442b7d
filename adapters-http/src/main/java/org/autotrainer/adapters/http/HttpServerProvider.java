package org.autotrainer.adapters.http;

import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.server.ServerProvider;

/** Serves a loop over HTTP/1.1, as {@code openapi.json} says. */
public final class HttpServerProvider implements ServerProvider {
    @Override
    public String name() {
        return "http";
    }

    @Override
    public Server start(TrainingLoop loop, Options options) {
        return HttpServer.start(loop, options);
    }
}
