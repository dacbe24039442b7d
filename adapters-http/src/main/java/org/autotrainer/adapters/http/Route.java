package org.autotrainer.adapters.http;

import java.util.Set;

/**
 * A kind of request that is answered.
 *
 * @param path its parts, with {@code {name}} for those that vary
 * @param mediaTypes the kinds of body that it takes; none for a request without a body
 * @param bodyLimit the most bytes of a body
 * @param gzip whether a body may come compressed by gzip
 */
record Route(String method, String path, Set<String> mediaTypes, long bodyLimit, boolean gzip, Endpoint endpoint) {
    /** A kind of request whose body comes as it is. */
    Route(String method, String path, Set<String> mediaTypes, long bodyLimit, Endpoint endpoint) {
        this(method, path, mediaTypes, bodyLimit, false, endpoint);
    }

    /** Answers a request. */
    @FunctionalInterface
    interface Endpoint {
        /**
         * The answer to a request.
         *
         * @throws org.autotrainer.application.problem.AutoTrainerException if a use case cannot do it
         * @throws org.autotrainer.domain.evaluation.InvalidValueException if a value is not allowed
         */
        Answer answer(Call call);
    }

    /** The parts of the path. */
    String[] parts() {
        return path.substring(1).split("/", -1);
    }
}
