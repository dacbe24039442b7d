package org.autotrainer.adapters.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.autotrainer.application.port.Store;
import org.autotrainer.application.problem.AutoTrainerException;

/**
 * A process of its own that writes to a store from several threads: {@code FILE NAME THREADS FACTS TEXT_LENGTH}.
 *
 * <p>It prints {@code ack ID} for each fact that was acknowledged, {@code problem KIND} for each that was not, and {@code
 * done}.
 */
final class WriterProcess {
    private WriterProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        PrintStream out = new PrintStream(System.out, true, UTF_8);
        int facts = Integer.parseInt(arguments[3]);
        String padding = "x".repeat(Integer.parseInt(arguments[4]));
        try (Store store = Facts.open(Path.of(arguments[0]))) {
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
                String name = arguments[1] + "-" + i;
                Thread thread = new Thread(() -> write(store, name, facts, padding, out));
                thread.start();
                threads.add(thread);
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
        out.println("done");
    }

    private static void write(Store store, String name, int facts, String padding, PrintStream out) {
        for (int i = 0; i < facts; i++) {
            String id = name + "-" + i;
            try {
                store.write(Set.of(Facts.AGENT), transaction -> Facts.append(transaction, id, padding));
                out.println("ack " + id);
            } catch (AutoTrainerException failed) {
                out.println("problem " + failed.problem());
                return;
            }
        }
    }
}
