package org.autotrainer.application.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.problem.AutoTrainerException;

/**
 * Serves a training loop to others: {@code serve} starts the provider named {@code http}, {@code mcp} has a dialogue with
 * the one named {@code mcp}.
 *
 * <p>Every problem is an {@link AutoTrainerException} that says what could not be done and what would help.
 */
public interface ServerProvider {
    /** The name by which it is chosen. */
    String name();

    /**
     * Starts to serve a loop, which stays the caller's to close once the server is closed.
     *
     * @throws AutoTrainerException if it cannot listen there
     */
    Server start(TrainingLoop loop, Options options);

    /** Serves a loop to one peer, line by line; nothing if this server listens at an address only. */
    default Optional<Dialogue> dialogue(TrainingLoop loop) {
        return Optional.empty();
    }

    /**
     * How to serve.
     *
     * @param host the address to listen on
     * @param port the port; 0 for any that is free
     * @param token what a caller must show
     * @param requestsPerSecond the most requests in a second, in the long run; 0 for no limit
     * @param waiting the file in which what was taken waits until it can be recorded; empty: it waits in memory alone
     */
    record Options(String host, int port, String token, int requestsPerSecond, Optional<Path> waiting) {
        /** Options of a server where nothing waits on the disk. */
        public Options(String host, int port, String token, int requestsPerSecond) {
            this(host, port, token, requestsPerSecond, Optional.empty());
        }
    }

    /** A server that runs. Closing ends it once what it has begun is answered; twice does nothing. */
    interface Server extends AutoCloseable {
        /** Where it listens. */
        URI address();

        @Override
        void close();
    }

    /** Answers lines, wherever they come from. Thread-safe; nothing is kept between two lines, and nothing is to be closed. */
    interface Dialogue {
        /** The most bytes of a line. Of a longer one it is enough to give one more than that: it is refused. */
        int limit();

        /**
         * Answers a line.
         *
         * @param line its bytes, without its end
         * @return one line without its end; empty when there is nothing to say
         */
        byte[] answer(byte[] line);
    }
}
