package org.autotrainer.adapters.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpHeader;

/** Fits an answer to its request: not sent when the client has it already, and compressed where that is worth it. */
final class Fitting {
    /** What is not longer than that is sent as it is. */
    static final int WORTH_IT = 1_024;

    private Fitting() {}

    /** The answer as it is sent. */
    static Answer of(Call call, Answer answer) {
        boolean packs = packs(call, answer);
        Answer tagged = tagged(call, answer, packs);
        if (call.isRead() && isKnown(call.header(HttpHeader.IF_NONE_MATCH), tagged)) {
            return tagged.unchanged();
        }
        return packs ? packed(tagged) : tagged;
    }

    /** The answer as it is sent to a client that does not have it. */
    static Answer whole(Call call, Answer answer) {
        boolean packs = packs(call, answer);
        Answer tagged = tagged(call, answer, packs);
        return packs ? packed(tagged) : tagged;
    }

    /** An answer to a read that is whole, unless the client has it: {@code If-None-Match} says so. */
    static Answer unlessKnown(String ifNoneMatch, Answer whole) {
        return isKnown(ifNoneMatch, whole) ? whole.unchanged() : whole;
    }

    private static boolean isKnown(String ifNoneMatch, Answer tagged) {
        String tag = tagged.headers().get(HttpHeader.ETAG.asString());
        return tag != null && EntityTag.isKnown(ifNoneMatch, EntityTag.parse(tag));
    }

    private static boolean packs(Call call, Answer answer) {
        return isPackable(answer) && Quality.acceptsGzip(call.header(HttpHeader.ACCEPT_ENCODING));
    }

    private static Answer tagged(Call call, Answer answer, boolean packs) {
        Answer fitted = answer.varying(HttpHeader.ACCEPT_ENCODING.asString());
        return tag(call, answer)
                .map(tag -> fitted.with(HttpHeader.ETAG, EntityTag.field(tag, packs))
                        .with(HttpHeader.CACHE_CONTROL, "private, no-cache"))
                .orElse(fitted);
    }

    /** What can be read again, and may be kept, has a tag: it stands for the bytes, however they were made. */
    private static Optional<String> tag(Call call, Answer answer) {
        boolean isKept = !answer.headers().containsKey(HttpHeader.CACHE_CONTROL.asString());
        if (answer.status() != 200 || !isKept || !(call.isRead() || call.isPut())) {
            return Optional.empty();
        }
        return answer.prepared().isPresent() ? answer.prepared().get().tag() : Optional.of(EntityTag.of(answer.body()));
    }

    private static boolean isPackable(Answer answer) {
        return !answer.mediaType().equals(DatasetBody.ZIP)
                && (answer.prepared().isPresent() || answer.body().length > WORTH_IT);
    }

    private static Answer packed(Answer answer) {
        Answer packed = answer.with(HttpHeader.CONTENT_ENCODING, Gzip.NAME);
        if (answer.prepared().isPresent()) {
            return packed; // it is compressed while it is sent
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(answer.body());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.withBody(bytes.toByteArray());
    }
}
