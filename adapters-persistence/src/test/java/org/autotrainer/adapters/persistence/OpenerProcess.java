package org.autotrainer.adapters.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Set;
import org.autotrainer.application.port.Store;
import org.autotrainer.application.problem.AutoTrainerException;

/**
 * A process of its own that opens, uses and closes many stores, each several times: {@code FOLDER NAME STORES TIMES}.
 *
 * <p>Others do the same with the same stores at the same time. It prints {@code problem} and what was wrong, and {@code
 * done}.
 */
final class OpenerProcess {
    private OpenerProcess() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, UTF_8);
        for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
            Path file = Path.of(arguments[0], i + ".db");
            for (int time = 0; time < Integer.parseInt(arguments[3]); time++) {
                String id = arguments[1] + "-" + time;
                try (Store store = Facts.open(file)) {
                    store.write(Set.of(Facts.AGENT), transaction -> Facts.append(transaction, id, "x".repeat(2_000)));
                } catch (AutoTrainerException failed) {
                    out.println("problem " + failed.problem() + " " + failed.getMessage());
                }
            }
        }
        out.println("done");
    }
}
