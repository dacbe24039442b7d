package org.autotrainer.adapters.http;

import static org.autotrainer.adapters.http.RunningServer.TOKEN;

import java.util.List;
import java.util.Random;

/** Spoils the head of a request: what is sent is still HTTP/1.1 that must be answered. */
final class HeadMutations {
    private static final List<String> METHODS = List.of(
            "GET",
            "HEAD",
            "POST",
            "PUT",
            "DELETE",
            "PATCH",
            "OPTIONS",
            "TRACE",
            "FOO",
            "get",
            "M-SEARCH",
            "PROPFIND",
            "A".repeat(60));
    private static final List<String> PATHS = List.of(
            "/",
            "/v1",
            "/v1/",
            "/v2/evaluations",
            "/nothing",
            "/v1/evaluations/",
            "//v1//settings",
            "/v1/../v1/settings",
            "/../../etc/passwd",
            "/v1/..%2f..%2fetc",
            "/%2e%2e/%2e%2e/x",
            "/v1/%2e/settings",
            "/v1/settings;a=b",
            "/;/v1",
            "/v1/heuristics/%00",
            "/v1/heuristics/%2F",
            "/v1/heuristics/%ff",
            "/v1/heuristics/%",
            "/v1/heuristics/%zz",
            "/v1/heuristics/..",
            "/v1/heuristics/" + "a".repeat(3_000),
            "/v1/heuristics/%F0%9F%8D%B5",
            "/v1/datasets/../../x",
            "/v1/heuristics/%C3%28",
            "/v1/heuristics/%25",
            "/v1/heuristics/%ED%A0%80",
            "/v1/suggestions/a%20b",
            "/v1/suggestions/%F0%9F%8D%B5/apply?agent=support",
            "/v1/datasets/t%61rgets",
            "/v1/datasets/%74rl",
            "/v1/datasets/x%0d%0aSet-Cookie:a",
            "/healthz/..;/v1/agents",
            "/healthz%2f..%2fv1%2fagents",
            "/readyz?x=1",
            "/%u0041",
            "/v1/suggestions//apply",
            "/v1/suggestions/%20/apply",
            "/\\..\\v1",
            "/v1/agents%3Flimit=1");
    private static final List<String> QUERIES = List.of(
            "?limit=0",
            "?limit=501",
            "?limit=-1",
            "?limit=99999999999999999999",
            "?limit=1e3",
            "?limit=\u0031",
            "?limit=",
            "?limit",
            "?limit=5&limit=5",
            "?agent=&agent=",
            "?agent=%00",
            "?agent=%zz",
            "?agent=%",
            "?agent=%ff",
            "?agent=%C0%80",
            "?agent=%ED%A0%80",
            "?agent=" + "a".repeat(4_000),
            "?agent=a%0d%0ab",
            "?cursor=x",
            "?cursor=-1",
            "?cursor=9223372036854775807",
            "?cursor=18446744073709551615",
            "?cursor=%2e%2e",
            "?view=all",
            "?sort=id",
            "?sort=",
            "?sort=text&status=active",
            "?status=active&status=trial",
            "?cursor=YzMwYmRkMDRkZDAwNGEwZjI",
            "?cursor=" + "QUFB".repeat(1_500),
            "?leave_out=t1",
            "?validation=NaN",
            "?view=keys",
            "?status=x",
            "?kind=x",
            "?status=%27%20OR%201=1--",
            "?unknown=1",
            "?",
            "??",
            "?&&&",
            "?=",
            "?=x",
            "?a=b=c",
            "?agent=support%20OR%201",
            "?agent=%22%7D",
            "?%61gent=x",
            "?a%5B%5D=1",
            "?agent=+",
            "?" + "a=1&".repeat(900));
    private static final List<String> TOKENS = List.of(
            "",
            "Bearer",
            "Bearer ",
            "Bearer x",
            "Bearer " + TOKEN.substring(1),
            "Bearer " + TOKEN + "x",
            "Basic " + TOKEN,
            TOKEN,
            "Bearer  \t" + TOKEN + " x",
            "Bearer \u00ff",
            "Bearer " + "a".repeat(4_000),
            "Digest a=b, c=\"d\"");
    private static final List<String> MEDIA = List.of(
            "",
            "text/plain",
            "application/json;charset=utf-16",
            "application/json; charset=\"UTF-8\"",
            "application/",
            "/",
            "*/*",
            "application/json, text/plain",
            "multipart/form-data; boundary=x",
            "application/x-www-form-urlencoded",
            "application/json;;;=;\"",
            "\u00ff",
            "application/x-ndjson",
            "application/JSON",
            "a".repeat(2_000));
    private static final List<String> EXTRA = List.of(
            "Content-Encoding: gzip",
            "Content-Encoding: identity",
            "Expect: 100-continue",
            "Upgrade: h2c",
            "Connection: Upgrade, HTTP2-Settings",
            "Upgrade: websocket",
            "Range: bytes=0-9999999999",
            "If-None-Match: *",
            "Accept: \u0001",
            "Accept-Encoding: gzip;q=0",
            "Cookie: a=b; $Version=1; c=\"",
            "X-Forwarded-Host: evil.com",
            "Forwarded: host=evil.com",
            "Origin: http://evil.com",
            "Origin: null",
            "TE: trailers",
            "Keep-Alive: -1",
            "X-HTTP-Method-Override: DELETE",
            "X-Large: " + "a".repeat(6_000),
            "Referer: %%%",
            "Accept-Charset: utf-99",
            "Connection: close",
            "Max-Forwards: 0",
            "Accept: text/html",
            "Date: yesterday",
            "Content-Location: //evil");
    private static final List<String> KEYS = List.of(
            "\"k1\"",
            "k1",
            "8e03978e-40d5-43dd-bc93-6894a57f9324",
            "\"\"",
            "",
            "\"a",
            "a b",
            "\"a\";x=1",
            "a, b",
            "\"\\\"\"",
            "\"\\x\"",
            "\u00ff",
            "\"\t\"",
            "?1",
            "a".repeat(255),
            "a".repeat(256),
            "a".repeat(4_000),
            "k1\r\nIdempotency-Key: k2");
    private static final List<String> TAGS = List.of(
            "*",
            "\"0123456789abcdef0123456789abcdef\"",
            "W/\"0123\"",
            "\"a\", \"b\", W/\"c\"",
            "\"\"",
            "",
            "0123",
            "\"",
            "\"a",
            "w/\"a\"",
            "*, \"a\"",
            ",,,",
            "\"\u00ff\"",
            "\"a\" \"b\"",
            "\"a\",".repeat(900));
    private static final List<String> ACCEPTS = List.of(
            "application/x-ndjson",
            "application/x-ndjson;q=0",
            "application/x-ndjson;q=1.0001",
            "application/x-ndjson, */*",
            "application/json;q=0.1, application/x-ndjson;q=0.2",
            "text/html",
            ";;;q=,",
            "application/x-ndjson;q=NaN",
            "\u00ff",
            "a,".repeat(2_000));
    private static final List<String> ENCODINGS = List.of(
            "gzip",
            "gzip;q=0",
            "gzip;q=1e400",
            "*",
            "*;q=0",
            "identity;q=0",
            "br, gzip;q=0.1",
            "x-gzip",
            ";",
            "",
            "gzip;q=",
            "gzip,".repeat(1_000));
    private static final List<String> HOSTS = List.of(
            "evil.com",
            "localhost.evil.com",
            "127.0.0.1.evil.com",
            "localhost",
            "[::1]",
            "127.0.0.1:1",
            "LOCALHOST",
            "localhost.",
            "[::ffff:127.0.0.1]",
            "2130706433",
            "0x7f.1",
            "\u00ff",
            "a".repeat(300),
            "evil.com:80");

    private final Random random;

    HeadMutations(Random random) {
        this.random = random;
    }

    void mutate(Draft draft) {
        switch (random.nextInt(11)) {
            case 0 -> draft.method = one(METHODS);
            case 1 -> draft.target = one(PATHS);
            case 2 -> draft.target = draft.target.replaceAll("\\?.*", "") + one(QUERIES);
            case 3 -> draft.header("Authorization", "Authorization: " + one(TOKENS));
            case 4 -> draft.header("Content-Type", "Content-Type: " + one(MEDIA));
            case 5 -> draft.headers.add(one(EXTRA));
            case 6 -> draft.headers.add("Idempotency-Key: " + one(KEYS));
            case 7 -> draft.headers.add((random.nextBoolean() ? "If-Match: " : "If-None-Match: ") + one(TAGS));
            case 8 -> draft.headers.add("Accept: " + one(ACCEPTS));
            case 9 -> draft.headers.add("Accept-Encoding: " + one(ENCODINGS));
            default -> draft.header("Host", "Host: " + one(HOSTS));
        }
        if (random.nextInt(20) == 0) {
            draft.version = "HTTP/1.0";
        }
        if (random.nextInt(20) == 0) {
            for (int i = 0; i < 100; i++) {
                draft.headers.add("X-" + i + ": " + i);
            }
        }
    }

    private String one(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
