package org.autotrainer.adapters.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.autotrainer.domain.evaluation.Identity;

/**
 * The entity tag of a representation: a hash of its bytes, so that it changes when and only when they do. One that is sent
 * compressed has a tag of its own (RFC 9110), which differs at its end.
 */
final class EntityTag {
    private static final String PACKED = "-gzip";
    private static final Pattern TAG = Pattern.compile("(W/)?\"([!#-~\\x80-\\xff]*)\"");

    private EntityTag() {}

    /** The tag of a body, without its quotes. */
    static String of(byte[] body) {
        return Identity.hex(Identity.sha256().digest(body), 16);
    }

    /** The tag as a field of the head. */
    static String field(String tag, boolean packed) {
        return '"' + tag + (packed ? PACKED : "") + '"';
    }

    /** The tag of a body again, from the field of the head of an answer that has it. */
    static String parse(String field) {
        String tag = field.substring(1, field.length() - 1);
        return tag.endsWith(PACKED) ? tag.substring(0, tag.length() - PACKED.length()) : tag;
    }

    /** Whether a client has a representation already, as {@code If-None-Match} says; nonsense means no. */
    static boolean isKnown(String ifNoneMatch, String tag) {
        return names(ifNoneMatch, tag, true);
    }

    /** Whether a representation is one of those that a client has seen, as {@code If-Match} says; nonsense means no. */
    static boolean isExpected(String ifMatch, String tag) {
        return names(ifMatch, tag, false);
    }

    private static boolean names(String field, String tag, boolean weak) {
        if (field.strip().equals("*")) {
            return true;
        }
        Matcher tags = TAG.matcher(field);
        while (tags.find()) {
            String named = tags.group(2);
            boolean same = named.equals(tag) || named.equals(tag + PACKED);
            if (same && (weak || tags.group(1) == null)) {
                return true;
            }
        }
        return false;
    }
}
