package org.autotrainer.adapters.http;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntSupplier;
import org.autotrainer.application.server.ServerProvider.Reach;

/**
 * The names under which a server may be called, and the origins whose pages may call it.
 *
 * <p>A page in a browser can reach a server on the same machine: by a name that it has pointed here (so the host must be
 * one of ours), or across origins (so the origin must be ours or allowed as well). Immutable.
 */
final class Names {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private final String host;
    private final IntSupplier port;
    private final String scheme;
    private final Set<String> allowedHosts = new HashSet<>();
    private final List<String> allowedOrigins;

    Names(String host, IntSupplier port, Reach reach) {
        this.host = host;
        this.port = port;
        this.scheme = reach.keyStore().isPresent() ? "https://" : "http://";
        this.allowedOrigins = reach.origins();
        reach.hosts().forEach(name -> allowedHosts.add(name.toLowerCase(Locale.ROOT)));
    }

    /**
     * Whether a host with or without a port is this server, by a name that nobody else can point here.
     *
     * @param reached the address at which a connection has reached it: one of many, when it listens on all
     */
    boolean isOurs(String authority, String reached) {
        String whole = authority.toLowerCase(Locale.ROOT);
        if (allowedHosts.contains(whole)) {
            return true;
        }
        String name = whole;
        int colon = whole.lastIndexOf(':');
        if (colon > whole.lastIndexOf(']')) {
            if (!whole.substring(colon + 1).equals(Integer.toString(port.getAsInt()))) {
                return false;
            }
            name = whole.substring(0, colon);
        }
        return LOOPBACK.contains(name)
                || allowedHosts.contains(name)
                || name.equals(bracketed(reached).toLowerCase(Locale.ROOT))
                || name.equals(bracketed(host).toLowerCase(Locale.ROOT));
    }

    /** Whether an origin is this server; under a name that is allowed, a proxy before it may have added TLS. */
    boolean isOurOrigin(String origin, String reached) {
        if (origin.startsWith(scheme)) {
            return isOurs(origin.substring(scheme.length()), reached);
        }
        return origin.startsWith("https://")
                && allowedHosts.contains(origin.substring("https://".length()).toLowerCase(Locale.ROOT));
    }

    /** Whether the pages of an origin may call from elsewhere: exactly as it was allowed. */
    boolean isAllowed(String origin) {
        return allowedOrigins.contains(origin);
    }

    /** Whether pages from elsewhere may call at all. */
    boolean hasAllowed() {
        return !allowedOrigins.isEmpty();
    }

    private static String bracketed(String address) {
        return address.indexOf(':') >= 0 && !address.startsWith("[") ? "[" + address + "]" : address;
    }

    @Override
    public String toString() {
        return host;
    }
}
