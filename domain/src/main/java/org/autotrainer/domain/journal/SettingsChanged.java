package org.autotrainer.domain.journal;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.autotrainer.domain.evaluation.CleanText;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.evaluation.Limits;

/**
 * A person changed settings of an agent.
 *
 * @param values the new values by the names of the settings; those that are left out stay as they are
 */
public record SettingsChanged(String id, SortedMap<String, String> values) implements Fact {
    private static final int MOST = 100;

    /** Checks each part; see {@link Limits}. */
    public SettingsChanged {
        CleanText.required("id", id, Limits.NAME);
        if (values.isEmpty() || values.size() > MOST) {
            throw new InvalidValueException(
                    values.size() + " settings are changed; allowed are 1 to " + MOST + " at once");
        }
        values.forEach((name, value) -> {
            CleanText.required("setting", name, Limits.NAME);
            CleanText.name(name, value, Limits.NAME);
        });
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    @Override
    public FactKind kind() {
        return FactKind.SETTINGS;
    }
}
