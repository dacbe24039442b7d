package org.autotrainer.adapters.http;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.application.server.ServerProvider;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Jetty server with a limit on everything. Thread-safe. */
final class HttpServer implements ServerProvider.Server {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

    private static final int THREADS = 32;
    private static final int CONNECTIONS = 4_096;
    private static final int WAITING_CONNECTIONS = 256;
    private static final int HEADER_BYTES = 8 << 10;
    private static final int IDLE_MILLIS = 10_000;
    private static final int STOP_MILLIS = 8_000;
    /** An id in an address may hold a slash or a percent sign as an escape: {@link Routes} takes addresses apart before it undoes these. */
    private static final UriCompliance ADDRESSES = UriCompliance.RFC3986.with(
            "autotrainer", Violation.AMBIGUOUS_PATH_SEPARATOR, Violation.AMBIGUOUS_PATH_ENCODING);

    private final Server server;
    private final TraceBuffer telemetry;
    private final URI address;

    private HttpServer(Server server, TraceBuffer telemetry, URI address) {
        this.server = server;
        this.telemetry = telemetry;
        this.address = address;
    }

    static HttpServer start(TrainingLoop loop, ServerProvider.Options options) {
        QueuedThreadPool threads = pool();
        Server server = new Server(threads);
        HttpConnectionFactory http = new HttpConnectionFactory(configuration());
        Optional<SslContextFactory.Server> tls = options.reach().keyStore().map(Tls::over);
        ServerConnector connector = tls.map(context -> new ServerConnector(server, 1, 1, secure(context, http)))
                .orElseGet(() -> new ServerConnector(server, 1, 1, http));
        connector.setHost(options.host());
        connector.setPort(options.port());
        connector.setIdleTimeout(IDLE_MILLIS);
        connector.setAcceptQueueSize(WAITING_CONNECTIONS);
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(CONNECTIONS, connector));
        server.addBean(new Sweep(connector));
        server.setErrorHandler(new ErrorAnswers());
        TraceBuffer telemetry = TraceBuffer.over(loop, options.waiting());
        Gate gate = Gate.of(options, () -> Math.max(0, connector.getLocalPort()));
        Visits visits = new Visits(options.accessLog().map(AccessLog::new));
        List<Route> all = new ArrayList<>(new Endpoints(telemetry, visits).routes());
        all.addAll(Dashboard.routes());
        Routes routes = Routes.of(all);
        FrontDoor door = new FrontDoor(gate, routes, loop, threads);
        door.tell(visits.metrics());
        visits.metrics()
                .gauge(
                        "autotrainer_http_connections",
                        "Connections that are open.",
                        () -> connector.getConnectedEndPoints().size());
        server.setRequestLog(visits);
        server.setHandler(new GracefulHandler(door));
        server.setStopTimeout(STOP_MILLIS);
        listen(server, options);
        telemetry.start();
        return new HttpServer(
                server,
                telemetry,
                URI.create((tls.isPresent() ? "https://" : "http://") + bracketed(options.host()) + ":"
                        + connector.getLocalPort()));
    }

    private static ConnectionFactory[] secure(SslContextFactory.Server context, HttpConnectionFactory http) {
        return new ConnectionFactory[] {new SslConnectionFactory(context, http.getProtocol()), http};
    }

    private static QueuedThreadPool pool() {
        QueuedThreadPool pool = new QueuedThreadPool(FrontDoor.AT_ONCE + THREADS, 8);
        pool.setName("autotrainer-http");
        pool.setDaemon(true);
        pool.setStopTimeout(1_000);
        return pool;
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setSendXPoweredBy(false);
        configuration.setRequestHeaderSize(HEADER_BYTES);
        configuration.setIdleTimeout(IDLE_MILLIS);
        configuration.setUriCompliance(ADDRESSES);
        return configuration;
    }

    private static void listen(Server server, ServerProvider.Options options) {
        try {
            server.start();
        } catch (IOException taken) {
            stop(server);
            throw new AutoTrainerException(
                    Problem.INVALID,
                    "cannot listen on " + options.host() + " port " + options.port()
                            + "; is another server running there? choose another with --port",
                    taken);
        } catch (Exception failed) {
            stop(server);
            throw new IllegalStateException("the server could not be started", failed);
        }
    }

    private static String bracketed(String host) {
        return host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    }

    @Override
    public URI address() {
        return address;
    }

    @Override
    public void close() {
        stop(server);
        telemetry.close();
    }

    /** Waits for what is under way; what takes longer than it may is cut off, which is no failure of the stop. */
    private static void stop(Server server) {
        try {
            server.stop();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (Exception failed) {
            LOG.warn("the server was stopped before all requests were answered", failed);
        }
    }
}
