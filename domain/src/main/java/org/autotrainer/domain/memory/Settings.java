package org.autotrainer.domain.memory;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.autotrainer.domain.memory.Setting.Mode;
import org.autotrainer.domain.training.Kind;

/** The settings of an agent. Immutable. */
public final class Settings {
    /** Those of an agent for which nothing was set. */
    public static final Settings PRESET = new Settings(new EnumMap<>(Setting.class));

    private final Map<Setting, String> changed;

    private Settings(Map<Setting, String> changed) {
        this.changed = changed;
    }

    /**
     * These settings with some set anew.
     *
     * @throws org.autotrainer.domain.evaluation.InvalidValueException if a value is not allowed
     */
    public Settings with(Map<Setting, String> values) {
        Map<Setting, String> all = new EnumMap<>(Setting.class);
        all.putAll(changed);
        values.forEach((setting, value) -> {
            String checked = setting.checked(value);
            if (checked.equals(setting.preset())) {
                all.remove(setting);
            } else {
                all.put(setting, checked);
            }
        });
        return new Settings(all);
    }

    /** The value of a setting. */
    public String value(Setting setting) {
        return changed.getOrDefault(setting, setting.preset());
    }

    /** What becomes of suggestions of a kind as they are made. */
    public Mode mode(Kind kind) {
        Setting setting = switch (kind) {
            case HEURISTIC_UPDATE -> Setting.MODE_HEURISTIC_UPDATE;
            case PROMPT_TUNING -> Setting.MODE_PROMPT_TUNING;
            case FINE_TUNE_DATASET -> Setting.MODE_FINE_TUNE_DATASET;
            case STRATEGY_PARAM -> Setting.MODE_STRATEGY_PARAM;
        };
        return Mode.valueOf(value(setting).toUpperCase(Locale.ROOT));
    }

    /** The tokens of a recall that names no budget. */
    public int budget() {
        return Integer.parseInt(value(Setting.BUDGET));
    }

    /** Whether recalls withhold and try out heuristics. */
    public boolean explores() {
        return value(Setting.EXPLORE).equals("on");
    }

    /** Whether outcomes are scores; otherwise success counts. */
    public boolean isByScore() {
        return value(Setting.OUTCOME).equals("score");
    }

    /** The settings that have another value than at first, in the order of the settings. */
    Map<Setting, String> changed() {
        return changed;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Settings settings && changed.equals(settings.changed);
    }

    @Override
    public int hashCode() {
        return changed.hashCode();
    }

    @Override
    public String toString() {
        return changed.toString();
    }
}
