package org.autotrainer.application.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
     * @param token what the operator shows, who may do everything; empty for nothing
     * @param requestsPerSecond the most requests of a token in a second, in the long run; 0 for no limit
     * @param waiting the file in which what was taken waits until it can be recorded; empty: it waits in memory alone
     * @param tokens what other callers show
     * @param reach how it is reached from elsewhere
     * @param accessLog takes a line of JSON about each request that is over; empty: nobody does
     */
    record Options(
            String host,
            int port,
            String token,
            int requestsPerSecond,
            Optional<Path> waiting,
            Tokens tokens,
            Reach reach,
            Optional<Consumer<String>> accessLog) {
        /** Options of a server on this machine alone, for the operator alone. */
        public Options(String host, int port, String token, int requestsPerSecond, Optional<Path> waiting) {
            this(
                    host,
                    port,
                    token,
                    requestsPerSecond,
                    waiting,
                    secret -> Optional.empty(),
                    Reach.LOCAL,
                    Optional.empty());
        }

        /** Options of a server where nothing waits on the disk, either. */
        public Options(String host, int port, String token, int requestsPerSecond) {
            this(host, port, token, requestsPerSecond, Optional.empty());
        }

        /** The same with another token of the operator; empty for none. */
        public Options with(String operator) {
            return new Options(host, port, operator, requestsPerSecond, waiting, tokens, reach, accessLog);
        }

        /** The same for other callers, too. */
        public Options with(Tokens others) {
            return new Options(host, port, token, requestsPerSecond, waiting, others, reach, accessLog);
        }

        /** The same, reached in another way. */
        public Options with(Reach other) {
            return new Options(host, port, token, requestsPerSecond, waiting, tokens, other, accessLog);
        }

        /** Keeps the token out of logs. */
        @Override
        public String toString() {
            return "a server on " + host + " port " + port;
        }

        /** The same, with someone who takes lines about requests. */
        public Options logging(Consumer<String> lines) {
            return new Options(host, port, token, requestsPerSecond, waiting, tokens, reach, Optional.of(lines));
        }
    }

    /**
     * How a server is reached from elsewhere.
     *
     * @param keyStore what it proves itself with, over TLS; empty: what is sent is not encrypted
     * @param hosts names beside its addresses by which it may be called, each with a port or without
     * @param origins whose pages may call it: scheme, host and port as browsers write them
     */
    record Reach(Optional<KeyStore> keyStore, List<String> hosts, List<String> origins) {
        /** By its addresses and from its own pages. */
        public static final Reach LOCAL = new Reach(Optional.empty(), List.of(), List.of());

        /** Keeps copies of the lists. */
        public Reach {
            hosts = List.copyOf(hosts);
            origins = List.copyOf(origins);
        }
    }

    /**
     * A file with a private key and its certificates: PKCS12 or JKS.
     *
     * @param password of the file and of the key in it
     */
    record KeyStore(Path file, String password) {
        /** Keeps the password out of logs. */
        @Override
        public String toString() {
            return "the key store " + file;
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
