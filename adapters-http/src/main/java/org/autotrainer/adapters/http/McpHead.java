package org.autotrainer.adapters.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * What the head of an HTTP request says of the message in its body, each empty when it says nothing.
 *
 * @param version the revision of the protocol
 * @param method the method of the message
 * @param name the tool that is called
 */
record McpHead(String version, String method, String name) {
    private static final String BEGIN = "=?base64?";
    private static final String END = "?=";

    /** Reads what may be written in Base64. */
    McpHead {
        name = plain(name);
    }

    private static String plain(String value) {
        if (value.length() < BEGIN.length() + END.length() || !value.startsWith(BEGIN) || !value.endsWith(END)) {
            return value;
        }
        try {
            String letters = value.substring(BEGIN.length(), value.length() - END.length());
            return new String(Base64.getDecoder().decode(letters), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException wrong) {
            return value; // which names no tool
        }
    }

    /**
     * Checks that it says what the message says.
     *
     * @throws McpRefusal if it does not
     */
    void check(McpMessage message) {
        same("Mcp-Method", method, message.method());
        if (message.method().equals("tools/call")) {
            same("Mcp-Name", name, message.text("name"));
        }
    }

    /** Checks one field of the head. */
    static void same(String header, String inHead, String inBody) {
        if (!inHead.equals(inBody)) {
            throw McpRefusal.malformed(
                    McpRefusal.HEADERS_DIFFER,
                    "the header " + header + " is \"" + Json.excerpt(inHead) + "\", and the body says \""
                            + Json.excerpt(inBody) + "\"");
        }
    }
}
