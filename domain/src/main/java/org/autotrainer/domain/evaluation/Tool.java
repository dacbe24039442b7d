package org.autotrainer.domain.evaluation;

import java.util.Map;

/**
 * A tool that the agent could call.
 *
 * @param name its name
 * @param description what it does; may be empty
 * @param parameters its JSON Schema as a free-form object; may be empty
 */
public record Tool(String name, String description, Map<String, Object> parameters) {
    /** Checks each part; see {@link FreeForm}. */
    public Tool {
        CleanText.required("tools.name", name, Limits.NAME);
        CleanText.transcript("tools.description", description);
        parameters = FreeForm.copyOf("tools.parameters", parameters);
    }
}
