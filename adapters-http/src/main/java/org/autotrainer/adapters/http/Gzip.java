package org.autotrainer.adapters.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

/** Unpacks bodies that come compressed, up to a size: a few bytes can be made to unpack into any number of them. */
final class Gzip {
    /** The one encoding that bodies may have. */
    static final String NAME = "gzip";

    /** What unpacks to more than so many times its size was made to. */
    static final int MOST_TIMES = 100;

    /** Up to so many bytes a body may be as repetitive as it likes. */
    static final int HARMLESS = 1 << 20;

    private static final int STEP = 64 << 10;

    private Gzip() {}

    /** The answer to a request with its body as it was before it was packed, or why it is not unpacked. */
    static Answer unpacked(Call call, long limit, Function<Call, Answer> answer) {
        if (!call.isCompressed()) {
            return answer.apply(call);
        }
        int packed = call.body().length;
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(call.body()), STEP)) {
            byte[] part = new byte[STEP];
            for (int length = in.read(part); length >= 0; length = in.read(part)) {
                long size = whole.size() + (long) length;
                if (size > limit) {
                    return Answer.problem(ProblemDetails.of(
                            413, "the body is too large; allowed are up to " + limit + " bytes when it is unpacked"));
                }
                if (size > HARMLESS && size / MOST_TIMES > packed) {
                    return Answer.problem(ProblemDetails.of(
                            413, "the body unpacks to more than " + MOST_TIMES + " times its size; send it as it is"));
                }
                if (!call.takes(2L * length)) { // it grows by copies
                    return Answer.problem(ProblemDetails.of(503, "too many large bodies are under way; try again"));
                }
                whole.write(part, 0, length);
            }
        } catch (IOException wrong) {
            return Answer.problem(ProblemDetails.of(400, "the body is not compressed by gzip, or not whole"));
        }
        return answer.apply(call.withBody(whole.toByteArray()));
    }
}
