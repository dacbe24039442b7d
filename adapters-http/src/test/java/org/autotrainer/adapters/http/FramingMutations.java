package org.autotrainer.adapters.http;

import static org.autotrainer.adapters.http.RunningServer.bytes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.autotrainer.adapters.http.Mutation.Ends;

/** Spoils where a request begins and ends: what is sent is no HTTP/1.1, or leaves open where the next request begins. */
final class FramingMutations {
    private static final List<String> LENGTHS = List.of(
            "-1",
            "+5",
            "5 5",
            "5,5",
            "0x10",
            "1e3",
            "9".repeat(30),
            "99999999999",
            "",
            " ",
            "five",
            "5;5",
            "\u00b2",
            "5.0");
    private static final List<String> CODINGS = List.of(
            "gzip",
            "xchunked",
            "chunked, chunked",
            "identity",
            "chunked;q=1",
            "",
            "gzip, chunked",
            "chunked, gzip",
            "\u000bchunked",
            "CHUNKED ",
            "deflate");
    private static final List<String> SIZES = List.of(
            "zz",
            "-1",
            "ffffffffffffffff1",
            "7fffffffffffffff",
            "80000000",
            "",
            " ",
            "5;",
            "5 5",
            "0x5",
            "+5",
            "5\u0000",
            "5\r\r\n");
    private static final List<String> LINES = List.of(
            "NoColon",
            ": empty",
            "Space : x",
            " folded",
            "\tfolded",
            "Na\u0000me: x",
            "Va: l\u0000ue",
            "Bare: a\rb",
            "Na\u00e9: x",
            "Na(me: x",
            "Host: evil.com",
            "Host: 127.0.0.1",
            "Content-Length: 7",
            "Transfer-Encoding: chunked",
            "Expect: 200-ok",
            "Expect: 100-continue, x",
            "X: " + "a".repeat(9_000),
            "a".repeat(9_000) + ": x",
            "Connection: \u0000");
    private static final List<String> BEGINNINGS = List.of(
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            "GET /\r\n\r\n",
            "GET\r\n\r\n",
            "\r\n\r\n\r\n\r\n",
            "GET / HTTP/9.9\r\n\r\n",
            "GET / HTTP/2.0\r\nHost: localhost\r\n\r\n",
            "GET  /  HTTP/1.1\r\n\r\n",
            "GET / HTTP/1.1 x\r\n\r\n",
            " GET / HTTP/1.1\r\n\r\n",
            "GET / http/1.1\r\n\r\n",
            "GET / HTTP/1.1\n\n",
            "GET / HTTP/1.1\r\r\n\r\n",
            "G\u0000T / HTTP/1.1\r\n\r\n",
            "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003",
            "GET http:// HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET http://localhost HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET http://evil.com/healthz HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET * HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "CONNECT localhost:80 HTTP/1.1\r\nHost: localhost:80\r\n\r\n",
            "CONNECT / HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET foo HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET ?a HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET #a HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET /\u00ff HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET //evil.com/healthz HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET /healthz HTTP/1.1\r\nHost:\r\n\r\n",
            "GET /healthz HTTP/1.1\r\n\r\n",
            "GET /healthz HTTP/1.1\r\nHost: a b\r\n\r\n",
            "GET /healthz HTTP/1.1\r\nHost: u@localhost\r\n\r\n",
            "GET /healthz HTTP/1.1\r\nHost: localhost:99999\r\n\r\n",
            "GET /healthz HTTP/1.1\r\nHost: [::1\r\n\r\n",
            "GET file:///etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET /a b HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "A".repeat(9_000),
            "\0".repeat(100));

    private final Random random;

    FramingMutations(Random random) {
        this.random = random;
    }

    Mutation mutate(Draft draft) {
        byte[] body = draft.hasBody() ? draft.body : bytes("{}");
        return switch (random.nextInt(12)) {
            case 0, 1 -> closed("a line that is no field", lineAdded(draft));
            case 2 -> closed("a wrong length", with(draft, body, "Content-Length: " + one(LENGTHS)));
            case 3 ->
                closed(
                        "a length and chunks",
                        with(
                                draft,
                                bytes("0\r\n\r\nGET /v1/agents HTTP/1.1\r\n\r\n"),
                                "Content-Length: 4",
                                "Transfer-Encoding: chunked"));
            case 4 -> closed("two lengths", with(draft, body, "Content-Length: 1", "Content-Length: " + body.length));
            case 5 -> closed("an unknown coding", with(draft, body, "Transfer-Encoding: " + one(CODINGS)));
            case 6 -> closed("a wrong chunk", with(draft, wrongChunks(body), "Transfer-Encoding: chunked"));
            case 7 -> cut("chunks without an end", with(draft, unended(body), "Transfer-Encoding: chunked"));
            case 8 ->
                cut("a cut body", with(draft, body, "Content-Length: " + (body.length + 1 + random.nextInt(9_999))));
            case 9 -> {
                byte[] whole = draft.framed();
                yield cut("a cut head", Arrays.copyOf(whole, 1 + random.nextInt(whole.length - draft.body.length - 3)));
            }
            case 10 -> cut("flipped bytes", flipped(draft.framed()));
            default -> cut("another beginning", bytesOf(one(BEGINNINGS)));
        };
    }

    /** Chunks as they should be: of any sizes, with extensions and trailers. */
    byte[] chunked(Draft draft) {
        draft.headers.add("Transfer-Encoding: chunked");
        byte[] all = draft.head();
        int begin = 0;
        while (begin < draft.body.length) {
            int size = 1 + random.nextInt(Math.min(5_000, draft.body.length - begin));
            String extension = random.nextInt(3) == 0 ? ";a=\"b\"" : "";
            all = Draft.joined(
                    all,
                    bytes(Integer.toHexString(size) + extension + "\r\n"),
                    Arrays.copyOfRange(draft.body, begin, begin + size),
                    bytes("\r\n"));
            begin += size;
        }
        String trailers = random.nextInt(3) == 0 ? "X-End: 1\r\nContent-Length: 5\r\nHost: evil.com\r\n" : "";
        return Draft.joined(all, bytes("0\r\n" + trailers + "\r\n"));
    }

    private byte[] wrongChunks(byte[] body) {
        return switch (random.nextInt(3)) {
            case 0 -> Draft.joined(bytesOf(one(SIZES) + "\r\n"), body, bytes("\r\n0\r\n\r\n"));
            case 1 -> Draft.joined(bytes("1\r\n"), body, bytes("x\r\n0\r\n\r\n"));
            default -> Draft.joined(bytes("0\r\nno trailer\r\n\r\n"), body);
        };
    }

    private byte[] unended(byte[] body) {
        return Draft.joined(
                bytes(Integer.toHexString(body.length) + "\r\n"),
                body,
                bytes(random.nextBoolean() ? "\r\n" : "\r\n0\r\n"));
    }

    private byte[] lineAdded(Draft draft) {
        draft.headers.add(random.nextInt(draft.headers.size() + 1), one(LINES));
        return draft.framed();
    }

    private byte[] flipped(byte[] all) {
        for (int i = 0; i <= random.nextInt(3); i++) {
            all[random.nextInt(all.length)] = (byte) random.nextInt(256);
        }
        return all;
    }

    private static byte[] with(Draft draft, byte[] body, String... fields) {
        draft.headers.addAll(List.of(fields));
        return Draft.joined(draft.head(), body);
    }

    /** What follows such a request must never be taken for one. */
    private static Mutation closed(String kind, byte[] bytes) {
        return new Mutation(kind, bytes, Ends.CLOSED, false);
    }

    private Mutation cut(String kind, byte[] bytes) {
        boolean stalls = random.nextInt(100) == 0;
        return new Mutation(kind, bytes, stalls ? Ends.STALLED : Ends.CUT, false);
    }

    private static byte[] bytesOf(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private String one(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
