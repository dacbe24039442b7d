package org.autotrainer.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.autotrainer.adapters.cli.Person.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreCommandTest {
    @TempDir
    private Path home;

    private Person person;

    @BeforeEach
    void begin() {
        person = new Person(home);
    }

    @Test
    void init_makes_a_store_once() {
        Run run = person.does("store", "init");

        assertThat(run.out()).isEqualTo("The store is ready.\n");
        assertThat(run.notes()).containsExactly("made the store sqlite:" + home.resolve("memory.db"));
        assertThat(person.does("store", "init").out()).endsWith("memory.db already.\n");
        assertThat(person.does("store", "init", "--json").out())
                .isEqualTo("{\"store\":\"sqlite:" + home.resolve("memory.db") + "\",\"made\":false}\n");
    }

    @Test
    void check_tells_facts_and_hashes_in_the_shape_of_the_wire() {
        person.does("train", person.file("results.jsonl", Records.FAILED, Records.SUCCEEDED));

        assertThat(person.does("store", "check", "--json").out())
                .matches("\\{\"ok\":true,\"facts\":2,\"state_hash\":\"v1:[0-9a-f]{64}\","
                        + "\"chain_hash\":\"[0-9a-f]+\",\"problems\":\\[]}\n");
        assertThat(person.does("store", "check").out())
                .startsWith("facts       2\nstate hash  v1:")
                .endsWith("Nothing is wrong.\n");
    }

    @Test
    void rebuild_learns_the_same_anew() {
        person.does("train", person.file("results.jsonl", Records.FAILED, Records.of("t1")));
        String before = person.does("store", "check", "--json").out();

        assertThat(person.does("store", "rebuild").out()).isEqualTo("Rebuilt what 2 agents have learned.\n");

        assertThat(person.does("store", "check", "--json").out()).isEqualTo(before);
        assertThat(person.does("store", "rebuild", "--json").out()).isEqualTo("{\"agents\":2}\n");
    }

    @Test
    void backup_is_a_store_of_its_own_and_overwrites_nothing() {
        person.does("train", person.file("results.jsonl", Records.FAILED));
        String copy = home.resolve("copy.db").toString();

        assertThat(person.does("store", "backup", copy).out()).isEqualTo("Copied to " + copy + " and verified.\n");

        assertThat(person.does("store", "check", "--json", "--store", copy).out())
                .isEqualTo(person.does("store", "check", "--json").out());
        assertThat(person.types("store", "backup", copy).exitCode()).isEqualTo(1);
    }

    @Test
    void a_bare_path_is_a_file_and_a_name_before_a_colon_a_provider() {
        String bare = home.resolve("bare.db").toString();
        person.does("store", "init", "--store", bare);

        assertThat(person.does("store", "check", "--store", "sqlite:" + bare).exitCode())
                .isZero();
        assertThat(person.does("lessons", "--store", "memory:").exitCode()).isZero();
        Run run = person.types("store", "check", "--store", "postgresql://host/db");
        assertThat(run.notes().get(0))
                .isEqualTo("there is no store named \"postgresql\"; available are memory, sqlite");
    }

    @Test
    void the_option_wins_over_the_environment_and_that_over_the_default() {
        person.does("store", "init", "--store", home.resolve("option.db").toString());
        assertThat(home.resolve("memory.db")).doesNotExist();

        person.with("AUTOTRAINER_STORE", home.resolve("variable.db").toString()).does("store", "init");
        assertThat(home.resolve("variable.db")).exists();

        person.with("AUTOTRAINER_STORE", "")
                .with("XDG_DATA_HOME", home.resolve("xdg").toString());
        person.does("store", "init");
        assertThat(home.resolve("xdg/autotrainer/memory.db")).exists();
    }
}
