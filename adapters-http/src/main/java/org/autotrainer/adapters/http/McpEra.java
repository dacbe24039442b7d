package org.autotrainer.adapters.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The two ways in which MCP is spoken; which of them a message speaks stands in the message alone. */
enum McpEra {
    /** Each request says its revision and what its sender can do. */
    MODERN {
        @Override
        Map<String, Object> result(Map<String, Object> content) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("resultType", "complete");
            result.putAll(content);
            result.put("_meta", Map.of(PREFIX + "serverInfo", McpCatalog.serverInfo()));
            return result;
        }
    },
    /** A conversation opens with {@code initialize}. */
    LEGACY {
        @Override
        Map<String, Object> result(Map<String, Object> content) {
            return content;
        }
    };

    private static final String PREFIX = "io.modelcontextprotocol/";
    private static final String VERSION = "2026-07-28";

    /** The revisions that open with {@code initialize}, newest first. */
    private static final List<String> OPENED = List.of("2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05");

    /** All revisions that are spoken, newest first. */
    static List<String> versions() {
        return Stream.concat(Stream.of(VERSION), OPENED.stream()).toList();
    }

    /** The revision in which a conversation goes on that was opened with one. */
    static String opened(String asked) {
        return OPENED.contains(asked) ? asked : OPENED.get(0);
    }

    /** A result, with what this era adds to it. */
    abstract Map<String, Object> result(Map<String, Object> content);

    /**
     * The era of a message, which is checked.
     *
     * @param head what its HTTP request says of it, if it came by one
     * @throws McpRefusal if it keeps to no revision that is spoken
     */
    static McpEra of(McpMessage message, Optional<McpHead> head) {
        String inHead = head.map(McpHead::version).orElse("");
        String inBody = message.meta(PREFIX + "protocolVersion")
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .orElse("");
        if (!inHead.isEmpty() && !inBody.isEmpty()) {
            McpHead.same("MCP-Protocol-Version", inHead, inBody);
        }
        String claimed = inBody.isEmpty() ? inHead : inBody;
        boolean saysMethod = head.isPresent() && !head.get().method().isEmpty();
        if (OPENED.contains(claimed) || (claimed.isEmpty() && !saysMethod)) {
            return LEGACY;
        }
        if (!claimed.isEmpty() && !claimed.equals(VERSION)) {
            throw new McpRefusal(
                    400,
                    McpRefusal.OTHER_VERSION,
                    "the revision \"" + Json.excerpt(claimed) + "\" of the protocol is not spoken here",
                    Map.of("supported", versions(), "requested", claimed));
        }
        boolean saysWhatItCan = message.meta(PREFIX + "clientCapabilities")
                .filter(Map.class::isInstance)
                .isPresent();
        if (inBody.isEmpty() || !saysWhatItCan) {
            throw McpRefusal.malformed(
                    McpRefusal.WRONG_PARAMS,
                    "_meta lacks " + PREFIX + (inBody.isEmpty() ? "protocolVersion" : "clientCapabilities"));
        }
        if (head.isPresent()) {
            McpHead.same("MCP-Protocol-Version", inHead, inBody);
            head.get().check(message);
        }
        return MODERN;
    }
}
