package org.autotrainer.adapters.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import org.autotrainer.application.server.ServerProvider;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * Decides who comes in, before anything else about a request is looked at.
 *
 * <p>A page in a browser can reach a server on the same machine: by a name that it has pointed here (so the host must be
 * one of ours), or across origins (so the origin must be ours as well). Thread-safe.
 */
final class Gate {
    private static final Set<String> OPEN = Set.of("/healthz", "/readyz");
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final String SCHEME = "bearer ";

    private final String host;
    private final byte[] token;
    private final IntSupplier port;
    private final Rate rate;

    private Gate(String host, String token, IntSupplier port, Rate rate) {
        this.host = host;
        this.token = token.getBytes(StandardCharsets.UTF_8);
        this.port = port;
        this.rate = rate;
    }

    static Gate of(ServerProvider.Options options, IntSupplier port) {
        return new Gate(options.host(), options.token(), port, new Rate(options.requestsPerSecond()));
    }

    /** Why a request is not let in; nothing when it is. */
    Optional<ProblemDetails> refuses(Request request) {
        String authority = String.valueOf(request.getHeaders().get(HttpHeader.HOST));
        String reached = bracketed(Request.getLocalAddr(request));
        if (!isOurs(authority, reached)) {
            return Optional.of(ProblemDetails.of(421, "the host of a request must be " + host + " or localhost"));
        }
        for (HttpField origin : request.getHeaders().getFields(HttpHeader.ORIGIN)) {
            String value = String.valueOf(origin.getValue());
            if (!value.startsWith("http://") || !isOurs(value.substring("http://".length()), reached)) {
                return Optional.of(ProblemDetails.of(403, "requests of pages from elsewhere are not served"));
            }
        }
        String path = Request.getPathInContext(request);
        boolean open = OPEN.contains(path) || Dashboard.has(path);
        if (!open && !hasToken(request)) {
            return Optional.of(
                    ProblemDetails.of(401, "give the token of this server in a header: Authorization: Bearer TOKEN"));
        }
        if (!open && !rate.admits(System.nanoTime())) {
            return Optional.of(ProblemDetails.of(429, "more requests than this server takes in a second; try again"));
        }
        return Optional.empty();
    }

    private static String bracketed(String address) {
        return address.indexOf(':') >= 0 && !address.startsWith("[") ? "[" + address + "]" : address;
    }

    /**
     * Whether a host with or without a port is this server, by a name that nobody else can point here.
     *
     * @param reached the address at which a connection has reached it: one of many, when it listens on all
     */
    private boolean isOurs(String authority, String reached) {
        String name = authority.toLowerCase(Locale.ROOT);
        int colon = name.lastIndexOf(':');
        if (colon > name.lastIndexOf(']')) {
            if (!name.substring(colon + 1).equals(Integer.toString(port.getAsInt()))) {
                return false;
            }
            name = name.substring(0, colon);
        }
        return LOOPBACK.contains(name)
                || name.equals(reached.toLowerCase(Locale.ROOT))
                || name.equals(bracketed(host).toLowerCase(Locale.ROOT));
    }

    private boolean hasToken(Request request) {
        String given = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        if (given == null || !given.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return false;
        }
        byte[] shown = given.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(token, shown);
    }
}
