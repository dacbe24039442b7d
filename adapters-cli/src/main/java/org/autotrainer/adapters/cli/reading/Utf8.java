package org.autotrainer.adapters.cli.reading;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.autotrainer.domain.evaluation.InvalidValueException;

/** Decodes UTF-8 to the letter: overlong forms, surrogates and anything else that is none is refused. Not thread-safe. */
final class Utf8 {
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private CharBuffer buffer = CharBuffer.allocate(1 << 14);

    /**
     * The text of some bytes, from 0 to the limit of the buffer; good until the next call.
     *
     * @throws InvalidValueException if they are not UTF-8
     */
    CharBuffer decode(byte[] bytes, int offset, int length) {
        if (buffer.capacity() < length) {
            buffer = CharBuffer.allocate(Math.max(length, 2 * buffer.capacity()));
        }
        buffer.clear();
        ByteBuffer in = ByteBuffer.wrap(bytes, offset, length);
        CoderResult result = decoder.reset().decode(in, buffer, true);
        if (result.isError()) {
            String wrong = Integer.toHexString(bytes[in.position()] & 0xff).toUpperCase(Locale.ROOT);
            throw new InvalidValueException(
                    "not UTF-8: byte " + (in.position() - offset + 1) + " of the record is 0x" + wrong);
        }
        return buffer.flip();
    }
}
