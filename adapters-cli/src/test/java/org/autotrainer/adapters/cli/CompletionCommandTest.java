package org.autotrainer.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionCommandTest {
    @TempDir
    private Path home;

    @Test
    void bash_completes_verbs_options_and_words() throws IOException, InterruptedException {
        Person person = new Person(home);
        String script =
                person.file("completion.bash", person.does("completion", "bash").out());

        assertThat(completed(script, "autotrainer", "rec")).contains("recall");
        assertThat(completed(script, "autotrainer", "store", "re")).contains("rebuild");
        assertThat(completed(script, "autotrainer", "train", "--dr")).contains("--dry-run");
        assertThat(completed(script, "autotrainer", "export", "--format", "trl"))
                .contains("trl-sft trl-prompt-completion trl-preference");
        assertThat(completed(script, "autotrainer", "eval")).contains("evaluations");
        assertThat(completed(script, "autotrainer", "evaluations", "list", "--result", "fai"))
                .contains("failure");
        assertThat(completed(script, "autotrainer", "mc")).contains("mcp");
        assertThat(completed(script, "autotrainer", "ret")).contains("retract");
        assertThat(completed(script, "autotrainer", "heuristics", "re")).contains("retire restore");
        assertThat(completed(script, "autotrainer", "heuristics", "list", "--status", "qua"))
                .contains("quarantined");
    }

    @Test
    void zsh_takes_the_same_script() {
        Person person = new Person(home);

        assertThat(person.does("completion", "zsh").out())
                .isEqualTo(person.does("completion", "bash").out())
                .contains("ZSH_VERSION");
    }

    private static String completed(String script, String... words) throws IOException, InterruptedException {
        String line = "source '" + script + "'; COMP_WORDS=(" + String.join(" ", words) + "); COMP_CWORD="
                + (words.length - 1) + "; COMP_TYPE=9; _complete_autotrainer; echo \"${COMPREPLY[*]}\"";
        Process bash =
                new ProcessBuilder("bash", "-c", line).redirectErrorStream(true).start();
        String answer = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).isZero();
        return answer;
    }
}
