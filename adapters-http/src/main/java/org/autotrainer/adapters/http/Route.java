package org.autotrainer.adapters.http;

import java.util.Optional;
import java.util.Set;
import org.autotrainer.application.server.Scope;

/**
 * A kind of request that is answered.
 *
 * @param path its parts, with {@code {name}} for those that vary
 * @param mediaTypes the kinds of body that it takes; none for a request without a body
 * @param bodyLimit the most bytes of a body, packed and unpacked
 * @param access who is let in
 */
record Route(String method, String path, Set<String> mediaTypes, long bodyLimit, Access access, Endpoint endpoint) {
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

    /**
     * Who is let in to a route.
     *
     * @param scope what a token must allow; nothing where none is needed
     * @param everyAgent whether it is about all agents, so that a token of one agent is not enough
     */
    record Access(Optional<Scope> scope, boolean everyAgent) {
        /** Everybody, without a token. */
        static final Access OPEN = new Access(Optional.empty(), false);

        /** Who may see. */
        static final Access READ = new Access(Optional.of(Scope.READ), false);

        /** Who works in the loop. */
        static final Access WRITE = new Access(Optional.of(Scope.WRITE), false);

        /** Who decides for the operator. */
        static final Access ADMIN = new Access(Optional.of(Scope.ADMIN), false);

        /** The same, with a token for all agents alone. */
        Access ofEveryAgent() {
            return new Access(scope, true);
        }

        boolean isOpen() {
            return scope.isEmpty();
        }
    }

    /** Whether it tells of the store, and of nothing else: the same as long as that is the same. Data sets are made anew. */
    boolean isOfStore() {
        return method.equals("GET")
                && path.startsWith("/v1/")
                && !path.startsWith("/v1/datasets")
                && !path.equals(Endpoints.TOKEN);
    }

    /** The parts of the path. */
    String[] parts() {
        return path.substring(1).split("/", -1);
    }
}
