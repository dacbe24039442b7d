package org.autotrainer.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/**
 * An answer as it came over the wire.
 *
 * @param headers by their names in lower case
 * @param bare whether it has no body because of its method
 */
record RawAnswer(int status, Map<String, String> headers, String body, boolean bare) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<Integer> SERVER_MAY_SAY = Set.of(501, 503, 505);

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    boolean closes() {
        return header("connection").equalsIgnoreCase("close");
    }

    /** Checks that it is one that a client can understand, and that gives nothing away. */
    void check() {
        if (status < 400) {
            assertThat(status == 304 || status >= 200 && status < 300)
                    .as("status %s", status)
                    .isTrue();
            return;
        }
        assertThat(status < 500 || SERVER_MAY_SAY.contains(status))
                .as("status %s with %s", status, body)
                .isTrue();
        assertThat(header("content-type"))
                .as("%s %s", status, body)
                .isIn("application/problem+json", "application/json");
        if (!bare) {
            if (header("content-type").equals("application/json")) {
                assertThat(problem().path("jsonrpc").asText()).as(body).isEqualTo("2.0");
                assertThat(problem().at("/error/message").asText()).as(body).isNotBlank();
            } else {
                assertThat(problem().path("status").asInt()).as(body).isEqualTo(status);
                assertThat(problem().path("detail").asText()).isNotBlank();
            }
            assertThat(body)
                    .doesNotContainPattern("(?i)exception|jackson|jetty|java\\.|org\\.autotrainer|\\bat \\w+\\(");
        }
        if (status == 503 || status == 429) {
            assertThat(header("retry-after")).isNotEmpty();
        }
    }

    JsonNode problem() {
        try {
            return JSON.readTree(body);
        } catch (IOException wrong) {
            throw new AssertionError("no JSON: " + body, wrong);
        }
    }
}
