package org.autotrainer.adapters.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

/** Unpacks bodies that come compressed, up to a size: a few bytes can be made to unpack into any number of them. */
final class Gzip {
    private static final int STEP = 64 << 10;

    private Gzip() {}

    /** The answer to the body as it was before it was packed, or why it is not unpacked. */
    static Answer unpacked(Call call, long limit, Function<byte[], Answer> answer) {
        if (!call.isCompressed()) {
            return answer.apply(call.body());
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(call.body()), STEP)) {
            byte[] part = new byte[STEP];
            for (int length = in.read(part); length >= 0; length = in.read(part)) {
                if (whole.size() + length > limit) {
                    return Answer.problem(ProblemDetails.of(
                            413, "the body is too large; allowed are up to " + limit + " bytes when it is unpacked"));
                }
                if (!call.takes(2L * length)) { // it grows by copies
                    return Answer.problem(ProblemDetails.of(503, "too many large bodies are under way; try again"));
                }
                whole.write(part, 0, length);
            }
        } catch (IOException wrong) {
            return Answer.problem(ProblemDetails.of(400, "the body is not compressed by gzip, or not whole"));
        }
        return answer.apply(whole.toByteArray());
    }
}
