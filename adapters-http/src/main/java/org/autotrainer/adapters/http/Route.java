package org.autotrainer.adapters.http;

import java.util.Set;

/**
 * A kind of request that is answered.
 *
 * @param path its parts, with {@code {name}} for those that vary
 * @param mediaTypes the kinds of body that it takes; none for a request without a body
 * @param bodyLimit the most bytes of a body, packed and unpacked
 */
record Route(String method, String path, Set<String> mediaTypes, long bodyLimit, Endpoint endpoint) {
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
