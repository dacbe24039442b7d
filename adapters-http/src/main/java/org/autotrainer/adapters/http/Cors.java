package org.autotrainer.adapters.http;

import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/**
 * What browsers are told about calls of pages from elsewhere. It is told to those that may call, and to nobody else; a token
 * is shown by the page itself, so no credentials of the browser are ever allowed.
 */
final class Cors {
    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";
    private static final Map<String, String> PREFLIGHT = Map.of(
            "Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, DELETE",
            "Access-Control-Allow-Headers",
                    "Authorization, Content-Encoding, Content-Type, Idempotency-Key, If-Match, If-None-Match, Mcp-Method,"
                            + " Mcp-Name, MCP-Protocol-Version",
            "Access-Control-Max-Age", "600");
    private static final String EXPOSED = "Content-Disposition, ETag, Idempotent-Replayed, Retry-After, X-Request-Id";

    private Cors() {}

    /** Tells the browser that a page of this origin may read the answer. */
    static void allow(String origin, HttpFields.Mutable headers) {
        headers.put(ALLOW_ORIGIN, origin);
        headers.put("Access-Control-Expose-Headers", EXPOSED);
    }

    /** The answer to the question of a browser whether a page may send a request. */
    static Answer preflight() {
        return new Answer(204, "text/plain", new byte[0], Optional.empty(), PREFLIGHT)
                .with(HttpHeader.VARY, "Origin, Access-Control-Request-Method, Access-Control-Request-Headers");
    }
}
