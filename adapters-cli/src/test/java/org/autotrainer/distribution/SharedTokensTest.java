package org.autotrainer.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tokens that are created and revoked while two servers run on one store. */
@Timeout(180)
class SharedTokensTest {
    private static final String EVALUATION =
            "{\"agent\":\"support\",\"task_id\":\"t\",\"suggestions\":[\"Look first\"]}";

    @TempDir
    Path folder;

    @Test
    void both_servers_let_a_new_token_in_and_a_revoked_one_out_within_a_second() throws Exception {
        try (RunningServer one = RunningServer.start("shared.db --access-log access.jsonl", folder);
                RunningServer other = RunningServer.start("shared.db", folder)) {
            String secret = RunningServer.JSON
                    .readTree(sh("autotrainer token create bot --agent support --json"))
                    .get("token")
                    .asText();
            Thread.sleep(1_000);
            assertThat(send(one, secret).statusCode()).isEqualTo(201);
            assertThat(send(other, secret).statusCode()).isEqualTo(200);
            assertThat(one.get("/v1/heuristics?agent=support")
                            .at("/items/0/status")
                            .asText())
                    .isEqualTo("quarantined");

            sh("autotrainer token revoke bot");
            Thread.sleep(1_000);
            assertThat(send(one, secret).statusCode()).isEqualTo(401);
            assertThat(send(other, secret).statusCode()).isEqualTo(401);

            assertThat(one.stop()).isIn(0, 128 + 15);
            assertThat(other.stop()).isIn(0, 128 + 15);
            Path log = folder.resolve("access.jsonl");
            assertThat(Files.getPosixFilePermissions(log)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThat(Files.readString(log))
                    .contains("\"token\":\"bot\",\"agent\":\"support\"", "\"status\":401")
                    .doesNotContain(secret, RunningServer.TOKEN, "Look first");
            assertThat(Files.readAllLines(log)).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        }
        assertThat(sh("autotrainer store check --json")).contains("\"ok\":true");
    }

    @Test
    void a_server_that_others_reach_wants_a_token_that_was_given_to_it() throws Exception {
        String serve = "timeout 60 autotrainer serve --port 0 --store public.db --host 0.0.0.0 --public";

        Distribution.Result refused = Distribution.sh(serve, folder.resolve("home"), folder);

        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.output()).contains("create one with: autotrainer token create NAME");
        assertThat(folder.resolve("public.db")).doesNotExist();

        Distribution.sh("autotrainer token create bot --store public.db", folder.resolve("home"), folder);
        Distribution.Result served = Distribution.sh(serving(serve), folder.resolve("home"), folder);
        assertThat(served.output())
                .contains("Serving sqlite:public.db at http://0.0.0.0:")
                .doesNotContain("token:");
        assertThat(folder.resolve("public.db.token")).doesNotExist();
    }

    @Test
    void the_key_of_a_key_store_is_served_with_and_its_password_stands_in_a_file() throws Exception {
        Distribution.Result made = Distribution.sh(
                "\"$JAVA_HOME/bin/keytool\" -genkeypair -alias server -keyalg EC -dname CN=localhost -storetype PKCS12"
                        + " -keystore server.p12 -storepass password-of-a-test"
                        + " && echo password-of-a-test >right && echo another-password >wrong",
                folder.resolve("home"),
                folder);
        assertThat(made.exit()).as(made.output()).isZero();
        String serve = "timeout 60 autotrainer serve --port 0 --store tls.db --tls-keystore server.p12";

        Distribution.Result wrong =
                Distribution.sh(serve + " --tls-password-file wrong", folder.resolve("home"), folder);
        Distribution.Result right =
                Distribution.sh(serving(serve + " --tls-password-file right"), folder.resolve("home"), folder);

        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.output())
                .contains("the password of the key store server.p12 is another one")
                .doesNotContain("another-password", "xception");
        assertThat(right.output()).contains("Serving sqlite:tls.db at https://127.0.0.1:");
    }

    /** Serves until it says that it does, at most a minute. */
    private static String serving(String serve) {
        return serve + " >out.txt 2>&1 & i=0; while [ $i -lt 120 ]; do sleep 0.5; grep -q Serving out.txt && break;"
                + " i=$((i + 1)); done; kill $!; wait $!; cat out.txt";
    }

    private String sh(String command) throws IOException, InterruptedException {
        Distribution.Result result =
                Distribution.sh(command + " --store shared.db 2>/dev/null", folder.resolve("home"), folder);
        assertThat(result.exit()).as(result.output()).isZero();
        return result.output();
    }

    private static HttpResponse<String> send(RunningServer server, String secret)
            throws IOException, InterruptedException {
        return server.sendAs(secret, "POST", "/v1/evaluations", EVALUATION);
    }
}
