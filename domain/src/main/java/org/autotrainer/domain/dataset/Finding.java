package org.autotrainer.domain.dataset;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that was mended in an example, or the reason why it was left out.
 *
 * @param code a short word to count by, such as {@code tail_cut}
 * @param sentence the same for a person, about this example
 */
public record Finding(String code, String sentence) {
    /** The finding as an object of a report. */
    public Map<String, Object> toObject() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("code", code);
        object.put("sentence", sentence);
        return object;
    }
}
