package org.autotrainer.adapters.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.autotrainer.adapters.cli.console.FileTrouble;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.domain.evaluation.CleanText;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.evaluation.Limits;

/** Reads the ids of tasks that a data set must not hold: one a line; blank lines do not count. */
final class LeaveOutFile {
    /** What some editors put before the first line of UTF-8. */
    private static final String MARK = "\ufeff";

    private LeaveOutFile() {}

    /**
     * The ids in a file.
     *
     * @throws InvalidValueException if a line is no id of a task
     */
    static List<String> read(Path file) {
        List<String> tasks = new ArrayList<>();
        int number = 0;
        for (String line : lines(file)) {
            number++;
            if (!line.isBlank()) {
                tasks.add(task(file, number, line.strip()));
            }
        }
        return tasks;
    }

    private static String task(Path file, int number, String line) {
        try {
            return CleanText.name("the id", line, Limits.TASK_ID);
        } catch (InvalidValueException wrong) {
            throw new InvalidValueException(file + ", line " + number + ": " + wrong.getMessage());
        }
    }

    private static List<String> lines(Path file) {
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            if (!lines.isEmpty() && lines.get(0).startsWith(MARK)) {
                lines.set(0, lines.get(0).substring(MARK.length()));
            }
            return lines;
        } catch (CharacterCodingException wrong) {
            throw new InvalidValueException(file + " is not UTF-8");
        } catch (IOException failure) {
            throw FileTrouble.of(file + " cannot be read", failure, Problem.NOT_FOUND);
        }
    }
}
