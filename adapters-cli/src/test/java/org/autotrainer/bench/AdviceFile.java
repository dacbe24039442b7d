package org.autotrainer.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes evaluations that teach so many heuristics, each once: {@code FILE COUNT}. */
final class AdviceFile {
    private AdviceFile() {}

    public static void main(String[] args) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(Path.of(args[0]))) {
            for (int i = 0; i < Integer.parseInt(args[1]); i++) {
                out.write("{\"task_id\":\"lesson-" + i + "\",\"success\":true,\"suggestions\":[\"" + Words.advice(i)
                        + "\"],\"context\":{\"text\":\"" + Words.topic(i) + "\"}}\n");
            }
        }
    }
}
