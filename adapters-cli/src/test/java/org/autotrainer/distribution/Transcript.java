package org.autotrainer.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands that a page shows, and what it shows below them. */
record Transcript(List<Step> steps) {
    private static final Pattern BLOCK = Pattern.compile("```console\\n(.*?)```", Pattern.DOTALL);

    /** A command with the output that is shown below it. */
    record Step(String command, String output) {}

    /** All transcripts of a page, as one. */
    static Transcript of(String page) {
        List<Step> steps = new ArrayList<>();
        Matcher found = BLOCK.matcher(page);
        while (found.find()) {
            for (String part : found.group(1).split("(?m)^\\$ ")) {
                if (!part.isBlank()) {
                    int end = part.indexOf('\n');
                    steps.add(new Step(part.substring(0, end), part.substring(end + 1)));
                }
            }
        }
        return new Transcript(steps);
    }

    /** Does the commands one after the other, beside the examples, and checks what they print. */
    void check(Path folder) throws IOException, InterruptedException {
        assertThat(steps).isNotEmpty();
        Path directory = Files.createDirectories(folder.resolve("work"));
        Distribution.sh("cp -R '" + Distribution.HOME + "/examples' .", folder.resolve("home"), directory);
        for (Step step : steps) {
            String printed = Distribution.sh(step.command(), folder.resolve("home"), directory)
                    .output();
            assertThat(printed.strip())
                    .as("%s", step.command())
                    .matches(matching(step.output().strip()));
        }
    }

    /** The expected output, in which \u2026 stands for anything. */
    private static Pattern matching(String output) {
        String[] parts = output.split("\u2026", -1);
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            pattern.append(i == 0 ? "" : ".*?").append(Pattern.quote(parts[i]));
        }
        return Pattern.compile(pattern.toString(), Pattern.DOTALL);
    }
}
