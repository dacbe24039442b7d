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
                "Authorization: Bearer |abcdefghijklmnopqrstuvwxyz0123456789",
                "-----BEGIN PGP |PRIVATE KEY BLOCK-----",
                "AGE-SECRET|-KEY-1QQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQ",
                "aws_secret|_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
                "AWS_SECRET|_ACCESS_KEY='wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'",
                "Account|Key=abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwx==",
                "gsk|_abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOP",
                "xai|-abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOP",
                "pplx|-abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKL",
                "r8|_abcdefghijklmnopqrstuvwxyz0123456789A",
                "GOCSPX|-abcdefghijklmnopqrstuvwxyz01",
                "dapi|0123456789abcdef0123456789abcdef",
                "dckr|_pat_abcdefghijklmnopqrstuvwxyz0",
                "hvs|.CAESIabcdefghijklmnopqrstuvwxyz0123",
                "shpat|_0123456789abcdef0123456789abcdef",
                "ATATT3|xFfGF0abcdefghijklmnopqrstuvwxyz",
                "lin_api|_abcdefghijklmnopqrstuvwxyz0123456789ABCD",
                "123456789:|AAabcdefghijklmnopqrstuvwxyz0123456",
                "https://hooks.slack|.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX",
                "xapp|-1-A0B1C2D3E4F-1234567890123-abcdef0123456789abcdef",
                "sk_|test_abcdefghijklmnop0123",
                "whsec|_abcdefghijklmnopqrstuvwxyz012345",
                "Authorization: Basic |dXNlcjpwYXNzd29yZA==",
                "redis://:|secret@localhost:6379",
                "postgres://admin:|p![email_1]/x"
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
                "a user: see https://example.com:8080/x",
                "write to [email_1], or see https://example.com/a: [email_2]",
                "the public key begins with -----BEGIN PUBLIC KEY-----",
                "secret_access_key = os.environ[name]"
            })
    void ordinary_texts_are_no_secrets(String text) {
        assertThat(Secrets.in(Map.of("a", text))).isEmpty();
    }
}
