package org.autotrainer.application.port;

import java.time.Instant;
import java.util.Arrays;
import org.autotrainer.domain.journal.Chain;
import org.autotrainer.domain.journal.EncodedFact;
import org.autotrainer.domain.journal.Fact;
import org.autotrainer.domain.journal.FactCodec;
import org.autotrainer.domain.journal.FactKind;

/**
 * A fact as the journal keeps it.
 *
 * @param position its place in the agent's journal, from 1 without gaps
 * @param kind what kind of fact it is
 * @param id identifies it among the agent's facts of its kind, together with the revision
 * @param revision its version, 0 for the first
 * @param rewrites whether it changes the past: who meets it folds anew
 * @param recordedAt when it was recorded, in whole milliseconds
 * @param payload the fact itself, in its canonical encoding
 * @param answer what was answered when it was recorded, in short
 * @param payloadHash the hash of the payload
 * @param chain the link of the chain of hashes
 */
@SuppressWarnings("ArrayRecordComponent") // equals compares the bytes
public record Entry(
        long position,
        FactKind kind,
        String id,
        int revision,
        boolean rewrites,
        Instant recordedAt,
        byte[] payload,
        byte[] answer,
        byte[] payloadHash,
        byte[] chain) {

    /** The entry of a fact that comes next after a head. */
    public static Entry next(Head head, Fact fact, boolean rewrites, Instant recordedAt, byte[] answer) {
        return next(head, EncodedFact.of(fact), rewrites, recordedAt, answer);
    }

    /** The entry of a fact that comes next after a head, encoded already. */
    public static Entry next(Head head, EncodedFact encoded, boolean rewrites, Instant recordedAt, byte[] answer) {
        Fact fact = encoded.fact();
        long position = head.position() + 1;
        byte[] chain = Chain.link(
                head.chain(),
                position,
                fact.kind(),
                fact.id(),
                fact.revision(),
                rewrites,
                recordedAt,
                answer,
                encoded.payloadHash());
        return new Entry(
                position,
                fact.kind(),
                fact.id(),
                fact.revision(),
                rewrites,
                recordedAt,
                encoded.payload(),
                answer,
                encoded.payloadHash(),
                chain);
    }

    /** The one of two versions of a fact that has the higher revision. */
    public static Entry newer(Entry one, Entry other) {
        return other.revision > one.revision ? other : one;
    }

    /** The fact itself. */
    public Fact fact(String agent) {
        return FactCodec.decode(agent, kind, payload);
    }

    /** Whether this entry follows the given head, unchanged since it was written. */
    public boolean follows(Head head) {
        return position == head.position() + 1
                && Arrays.equals(
                        chain,
                        Chain.link(
                                head.chain(), position, kind, id, revision, rewrites, recordedAt, answer, payloadHash));
    }

    /** The head of the journal up to this entry. */
    public Head head() {
        return new Head(position, chain);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Entry entry
                && position == entry.position
                && kind == entry.kind
                && id.equals(entry.id)
                && revision == entry.revision
                && rewrites == entry.rewrites
                && recordedAt.equals(entry.recordedAt)
                && Arrays.equals(payload, entry.payload)
                && Arrays.equals(answer, entry.answer)
                && Arrays.equals(payloadHash, entry.payloadHash)
                && Arrays.equals(chain, entry.chain);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(position) ^ Arrays.hashCode(chain);
    }

    @Override
    public String toString() {
        return kind.word() + " " + id + " at " + position;
    }
}
