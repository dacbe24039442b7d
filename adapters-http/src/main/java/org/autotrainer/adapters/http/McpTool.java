package org.autotrainer.adapters.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeSet;
import org.autotrainer.application.server.Scope;
import org.autotrainer.application.wire.Spelling;
import org.autotrainer.domain.evaluation.InvalidValueException;

/**
 * What a tool is, as a client is told.
 *
 * @param definition its name, what it is for, and the schemas of what it takes and gives
 * @param scope what a token must allow
 */
record McpTool(ObjectNode definition, Scope scope) {
    /**
     * Refuses arguments that it does not have.
     *
     * @throws InvalidValueException naming one of them
     */
    void check(Map<?, ?> arguments) {
        TreeSet<String> known = new TreeSet<>();
        definition.at("/inputSchema/properties").fieldNames().forEachRemaining(known::add);
        for (Object name : arguments.keySet()) {
            if (!known.contains(String.valueOf(name))) {
                String written = String.valueOf(name);
                throw new InvalidValueException(Spelling.unknownField(Json.excerpt(written), written, known));
            }
        }
    }
}
