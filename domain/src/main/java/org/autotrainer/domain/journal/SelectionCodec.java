package org.autotrainer.domain.journal;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** The canonical encoding of selections. */
final class SelectionCodec {
    private SelectionCodec() {}

    static void write(Selection selection, ByteWriter out) {
        out.text(selection.critic())
                .text(selection.task())
                .text(selection.run())
                .text(selection.source())
                .text(selection.tag())
                .text(selection.after().map(Instant::toString).orElse(""))
                .text(selection.before().map(Instant::toString).orElse(""));
    }

    static Selection read(ByteReader in) {
        return new Selection(in.text(), in.text(), in.text(), in.text(), in.text(), instant(in), instant(in));
    }

    private static Optional<Instant> instant(ByteReader in) {
        String text = in.text();
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException("a time in a fact is \"" + text + "\"", wrong);
        }
    }
}
