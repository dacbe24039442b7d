package org.autotrainer.domain.evaluation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Derives ids from content: equal parts give the same id, on every machine.
 *
 * <p>An id is the first 128 bits of SHA-256 over the parts, each with its length, in lower-case hexadecimal digits.
 * Not thread-safe.
 */
public final class Identity {
    private static final String DIGITS = "0123456789abcdef";
    private static final MessageDigest FRESH = platformDigest();

    private final MessageDigest digest;
    private final byte[] eight = new byte[Long.BYTES];

    private Identity(String kind) {
        digest = sha256();
        text(kind);
    }

    /** Begins an id of a kind of thing; ids of different kinds never meet. */
    public static Identity of(String kind) {
        return new Identity(kind);
    }

    /** A fresh SHA-256, which every Java platform has. */
    public static MessageDigest sha256() {
        try {
            return (MessageDigest) FRESH.clone();
        } catch (CloneNotSupportedException single) {
            return platformDigest();
        }
    }

    /** Looking it up costs about as much as hashing a short text: once is enough. */
    private static MessageDigest platformDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this Java has no SHA-256", missing);
        }
    }

    /** Adds a text. */
    public Identity text(String part) {
        return bytes(part.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds bytes. */
    public Identity bytes(byte[] part) {
        number(part.length);
        digest.update(part);
        return this;
    }

    /** Adds a number. */
    public Identity number(long part) {
        for (int i = 0; i < Long.BYTES; i++) {
            eight[i] = (byte) (part >>> (56 - 8 * i));
        }
        digest.update(eight);
        return this;
    }

    /** Ends the id; no part can be added afterwards. */
    public String id() {
        return hex(digest.digest(), 16);
    }

    /** Ends the id as a 64-bit hash, for sets that must stay small. */
    public long hash() {
        byte[] bytes = digest.digest();
        long hash = 0;
        for (int i = 0; i < 8; i++) {
            hash = hash << 8 | (bytes[i] & 0xff);
        }
        return hash;
    }

    /** The first bytes in lower-case hexadecimal digits. */
    public static String hex(byte[] bytes, int count) {
        StringBuilder text = new StringBuilder(2 * count);
        for (int i = 0; i < count; i++) {
            text.append(DIGITS.charAt((bytes[i] >> 4) & 15)).append(DIGITS.charAt(bytes[i] & 15));
        }
        return text.toString();
    }
}
