package org.autotrainer.adapters.http;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.autotrainer.domain.evaluation.InvalidValueException;

/**
 * A message of JSON-RPC 2.0, as MCP has it: an object whose parameters have names.
 *
 * @param id what names a request, a text or a whole number; empty: nobody waits for an answer
 * @param method what is asked for; empty in an answer to what was never asked
 */
record McpMessage(Optional<Object> id, String method, Map<?, ?> params) {
    /** The most bytes of a message. */
    static final int LIMIT = 1 << 20;

    /**
     * Reads the fields of a message.
     *
     * @throws McpRefusal if it is no object of JSON
     */
    static Map<?, ?> fields(byte[] bytes) {
        if (isList(bytes)) {
            throw McpRefusal.malformed(McpRefusal.NO_MESSAGE, "messages are not taken in a list; send one at a time");
        }
        try {
            return Json.read(bytes, 0, bytes.length, LinkedHashMap.class);
        } catch (InvalidValueException wrong) {
            throw McpRefusal.malformed(McpRefusal.NOT_JSON, String.valueOf(wrong.getMessage()));
        }
    }

    private static boolean isList(byte[] bytes) {
        int first = 0;
        while (first < bytes.length && Character.isWhitespace(bytes[first])) {
            first++;
        }
        return first < bytes.length && bytes[first] == '[';
    }

    /** What names the message of these fields; nothing if nothing does, or nothing that may. */
    static Optional<Object> id(Map<?, ?> fields) {
        return Optional.<Object>ofNullable(fields.get("id"))
                .filter(id -> id instanceof String
                        || id instanceof Integer
                        || id instanceof Long
                        || id instanceof BigInteger);
    }

    /**
     * The message of some fields; fields that are not known are passed over.
     *
     * @throws McpRefusal if they make none
     */
    static McpMessage of(Map<?, ?> fields) {
        if (!"2.0".equals(fields.get("jsonrpc"))) {
            throw McpRefusal.malformed(McpRefusal.NO_MESSAGE, "jsonrpc is not \"2.0\"");
        }
        if (fields.containsKey("id") && id(fields).isEmpty()) {
            throw McpRefusal.malformed(McpRefusal.NO_MESSAGE, "id is neither a text nor a whole number");
        }
        boolean isAnswer = fields.containsKey("result") || fields.containsKey("error");
        Object method = isAnswer ? "" : fields.get("method");
        if (!(method instanceof String name)) {
            throw McpRefusal.malformed(McpRefusal.NO_MESSAGE, "method is missing, or is no text");
        }
        Object params = fields.containsKey("params") ? fields.get("params") : Map.of();
        if (!(params instanceof Map<?, ?> named)) {
            throw McpRefusal.malformed(McpRefusal.WRONG_PARAMS, "params is no object");
        }
        return new McpMessage(id(fields), name, named);
    }

    /** A parameter that is a text; empty when it is not given, or is none. */
    String text(String name) {
        return params.get(name) instanceof String text ? text : "";
    }

    /** What a request tells of its sender under a name; empty when it tells nothing. */
    Optional<Object> meta(String name) {
        return params.get("_meta") instanceof Map<?, ?> meta ? Optional.ofNullable(meta.get(name)) : Optional.empty();
    }
}
