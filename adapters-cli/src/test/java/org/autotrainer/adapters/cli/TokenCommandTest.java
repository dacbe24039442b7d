package org.autotrainer.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.autotrainer.adapters.cli.Person.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path home;

    private Person person;

    @BeforeEach
    void somebody() {
        person = new Person(home);
    }

    @Test
    void a_token_is_shown_once_and_its_hash_is_kept_for_its_owner_alone() throws IOException {
        Run run = person.does("token", "create", "ci");

        assertThat(run.out()).matches("token: [0-9a-f]{64}\n");
        String secret = run.out().substring("token: ".length()).strip();
        Path file = home.resolve("memory.db.tokens");
        assertThat(Files.readString(file)).doesNotContain(secret).contains(TokenSecret.hash(secret));
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(person.does("token", "list").out()).contains("ci", "read write", "untrusted", "never", "in force");
        assertThat(person.does("token", "list", "--json").out()).doesNotContain(secret, TokenSecret.hash(secret));
        assertThat(Files.exists(home.resolve("memory.db"))).as("the store").isFalse();
    }

    @Test
    void what_it_is_for_is_said_when_it_is_created() throws IOException {
        Run run = person.does(
                "token",
                "create",
                "bot",
                "--scope",
                "write,admin",
                "--agent",
                "support",
                "--trust",
                "trusted",
                "--expires",
                "90d",
                "--json");

        JsonNode answer = JSON.readTree(run.out());
        assertThat(answer.path("scopes").toString()).isEqualTo("[\"write\",\"admin\"]");
        assertThat(answer.path("agent").asText()).isEqualTo("support");
        assertThat(answer.path("trust").asText()).isEqualTo("trusted");
        assertThat(answer.path("token").asText()).hasSize(64);
        JsonNode listed = JSON.readTree(person.does("token", "list", "--json").out());
        assertThat(listed.path("expires")).isEqualTo(answer.path("expires"));
        assertThat(listed.has("token")).isFalse();
    }

    @Test
    void a_token_that_was_revoked_stays_in_the_list_and_its_name_is_free_again() {
        person.does("token", "create", "ci");

        assertThat(person.does("token", "revoke", "ci").out()).isEqualTo("The token ci is revoked.\n");
        assertThat(person.does("token", "list").out()).contains("revoked");
        assertThat(person.types("token", "revoke", "ci").notes().get(0)).contains("was revoked already");

        person.does("token", "create", "ci");
        assertThat(person.does("token", "list").out()).contains("in force").doesNotContain("revoked");
    }

    @Test
    void a_name_in_use_is_not_given_twice() {
        person.does("token", "create", "ci");

        Run again = person.types("token", "create", "ci");

        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.notes().get(0)).contains("there is a token ci already");
        assertThat(again.out()).isEmpty();
    }

    @Test
    void a_store_that_is_no_file_needs_a_file_for_its_tokens() {
        Run refused = person.types("token", "list", "--store", "memory:");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.notes().get(0)).contains("name one with --tokens FILE");

        String file = home.resolve("tokens").toString();
        person.does("token", "create", "ci", "--store", "memory:", "--tokens", file);
        assertThat(person.does("token", "list", "--store", "memory:", "--tokens", file)
                        .out())
                .contains("ci");
    }

    @Test
    void a_file_that_others_may_write_or_a_link_is_not_used() throws IOException {
        person.does("token", "create", "ci");
        Path file = home.resolve("memory.db.tokens");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));
        assertThat(person.types("token", "list").notes().get(0)).contains("chmod 600");

        Files.move(file, home.resolve("elsewhere"));
        Files.createSymbolicLink(file, home.resolve("elsewhere"));
        for (List<String> words : List.of(List.of("token", "list"), List.of("token", "create", "other"))) {
            assertThat(person.types(words.toArray(String[]::new)).notes().get(0))
                    .contains("is a symbolic link");
        }
    }

    @Test
    void a_line_that_a_crash_cut_off_is_left_out_and_a_damaged_one_is_told() throws IOException {
        person.does("token", "create", "ci");
        Path file = home.resolve("memory.db.tokens");
        String whole = Files.readString(file);

        Files.writeString(file, whole + whole.substring(0, 50));
        assertThat(person.does("token", "list", "--json").lines()).hasSize(1);
        person.does("token", "create", "other");
        assertThat(person.does("token", "list", "--json").lines()).hasSize(2);

        for (String damaged :
                List.of("{}", "[]", "nonsense", "{\"at\":\"now\",\"revoked\":\"ci\"}", "{\"at\":5}", "null")) {
            Files.writeString(file, whole + damaged + "\n");
            Run run = person.types("token", "list");
            assertThat(run.exitCode()).as(damaged).isEqualTo(2);
            assertThat(run.notes().get(0)).as(damaged).contains("memory.db.tokens, line 2: ");
        }
    }
}
