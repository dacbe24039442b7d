package org.autotrainer.adapters.cli.console;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Set;

/**
 * The world around one run of the command.
 *
 * @param environment the environment variables
 * @param terminals which of the three streams a person sits at
 */
public record Surroundings(
        InputStream in, OutputStream out, OutputStream err, Map<String, String> environment, Set<Stream> terminals) {
    /** The standard streams. */
    public enum Stream {
        /** What is read. */
        IN(0),
        /** Where answers go. */
        OUT(1),
        /** Where everything else goes. */
        ERR(2);

        private final int descriptor;

        Stream(int descriptor) {
            this.descriptor = descriptor;
        }

        /** Its number in the system. */
        public int descriptor() {
            return descriptor;
        }
    }

    /** Keeps copies. */
    public Surroundings {
        environment = Map.copyOf(environment);
        terminals = Set.copyOf(terminals);
    }

    /** An environment variable; empty when it is not set. */
    public String variable(String name) {
        return environment.getOrDefault(name, "");
    }
}
