package org.autotrainer.domain.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    /** Written in two parts, so that nobody's scanner takes this file for a leak. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "AKIA|IOSFODNN7EXAMPLE",
                "ASIA|IOSFODNN7EXAMPLE",
                "ghp|_abcdefghijklmnopqrstuvwxyz0123456789",
                "github|_pat_abcdefghijklmnopqrstuv",
                "glpat|-abcdefghijklmnopqrst",
                "AIza|abcdefghijklmnopqrstuvwxyz012345678",
                "hf|_abcdefghijklmnopqrstuvwxyz0123",
                "sk|-proj-abcdefghijklmnop0123456789",
                "sk|-ant-api03-abcdefghijklmnopqrstuv",
                "xoxb|-0123456789-abcdef",
                "sk_|live_abcdefghijklmnop",
                "eyJ|hbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N",
                "-----BEGIN RSA |PRIVATE KEY-----",
                "postgres://admin:|hunter2@db.example.com/x",
                "npm|_abcdefghijklmnopqrstuvwxyz0123456789",
                "SG|.abcdefghijklmnopqrstuv.abcdefghijklmnopqrstuv",
                "Authorization: Bearer |abcdefghijklmnopqrstuvwxyz0123456789"
            })
    void secrets_are_found_anywhere_in_a_row(String text) {
        String secret = text.replace("|", "");
        assertThat(Secrets.in(Map.of("a", List.of(Map.of("b", "see " + secret + ", please")))))
                .isPresent();
        assertThat(Secrets.in(Map.of("a", secret)).orElseThrow().sentence()).doesNotContain(secret);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "call_sumFTucxMOyQNc2iud9dAHdy",
                "a task-oriented-dialogue-system-for-2024",
                "sk-learn-pipelines-are-quite-nice-to-use",
                "credit_card_4421486",
                "https://example.com/a:b@c and a@b.org",
                "1715760000000",
                "a user: see https://example.com:8080/x"
            })
    void ordinary_texts_are_no_secrets(String text) {
        assertThat(Secrets.in(Map.of("a", text))).isEmpty();
    }
}
