package org.autotrainer.domain.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import org.autotrainer.domain.evaluation.Identity;

/**
 * The chain of hashes over an agent's facts: a change of any of them, or of their order, breaks it.
 *
 * <p>A link covers the hash of a fact's bytes, not the bytes, so that a text can be erased and the chain still verifies.
 */
public final class Chain {
    /** Bytes of a link. */
    public static final int LENGTH = 32;

    private Chain() {}

    /** What stands before the first fact: zeros. */
    public static byte[] start() {
        return new byte[LENGTH];
    }

    /** The hash of a fact's bytes. */
    public static byte[] hash(byte[] payload) {
        return Identity.sha256().digest(payload);
    }

    /** The link of a fact: SHA-256 over the link before it and all that stays when its text is erased. */
    public static byte[] link(
            byte[] previous,
            long position,
            FactKind kind,
            String id,
            int revision,
            boolean rewrites,
            Instant recordedAt,
            byte[] answer,
            byte[] payloadHash) {
        MessageDigest digest = Identity.sha256();
        digest.update(previous);
        digest.update(new ByteWriter()
                .number(position)
                .text(kind.word())
                .text(id)
                .number(revision)
                .flag(rewrites)
                .number(recordedAt.getEpochSecond())
                .number(recordedAt.getNano())
                .text(new String(answer, StandardCharsets.ISO_8859_1))
                .toBytes());
        return digest.digest(payloadHash);
    }
}
