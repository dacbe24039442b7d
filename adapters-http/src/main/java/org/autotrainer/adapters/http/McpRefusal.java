package org.autotrainer.adapters.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Why a request of MCP has no result: an error of JSON-RPC.
 *
 * <p>What a tool finds wrong with its arguments is no such error: it is a result, which the model reads and mends.
 */
final class McpRefusal extends RuntimeException {
    static final int NOT_JSON = -32_700;
    static final int NO_MESSAGE = -32_600;
    static final int NO_SUCH_METHOD = -32_601;
    static final int WRONG_PARAMS = -32_602;
    static final int FAILED = -32_603;
    static final int HEADERS_DIFFER = -32_020;
    static final int OTHER_VERSION = -32_022;

    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;
    private final transient Map<String, Object> data;

    /**
     * An error.
     *
     * @param status what HTTP answers with
     * @param code what kind of error it is
     * @param data what tells a program more; may be empty
     */
    McpRefusal(int status, int code, String sentence, Map<String, Object> data) {
        super(sentence, null, false, false);
        this.status = status;
        this.code = code;
        this.data = data;
    }

    /** What breaks the protocol. */
    static McpRefusal malformed(int code, String sentence) {
        return new McpRefusal(400, code, sentence, Map.of());
    }

    /** Well-formed parameters that ask for what there is not. */
    static McpRefusal wrongParams(String sentence) {
        return new McpRefusal(200, WRONG_PARAMS, sentence, Map.of());
    }

    int status() {
        return status;
    }

    /** The error on the wire. */
    Map<String, Object> error() {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", code);
        error.put("message", String.valueOf(getMessage()));
        if (!data.isEmpty()) {
            error.put("data", data);
        }
        return error;
    }
}
