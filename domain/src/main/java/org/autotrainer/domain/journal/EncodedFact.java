package org.autotrainer.domain.journal;

/**
 * A fact with its canonical bytes: what can be worked out before it has a place in a journal. Byte arrays must not be
 * changed.
 *
 * @param fact the fact
 * @param payload its canonical encoding
 * @param payloadHash the hash of that
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record EncodedFact(Fact fact, byte[] payload, byte[] payloadHash) {
    /** Encodes a fact. */
    public static EncodedFact of(Fact fact) {
        byte[] payload = FactCodec.encode(fact);
        return new EncodedFact(fact, payload, Chain.hash(payload));
    }
}
