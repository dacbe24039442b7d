package org.autotrainer.application;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.autotrainer.application.memory.Memories;
import org.autotrainer.application.memory.Recorder;
import org.autotrainer.application.memory.Resident;
import org.autotrainer.domain.evaluation.CleanText;
import org.autotrainer.domain.evaluation.Identity;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.evaluation.Limits;
import org.autotrainer.domain.journal.SettingsChanged;
import org.autotrainer.domain.memory.Setting;
import org.autotrainer.domain.memory.Settings;

/** Shows and changes how the loop works for an agent. */
public final class ConfigureAgent {
    private static final String MODES = "modes.";

    private final Memories memories;
    private final Recorder recorder;

    ConfigureAgent(Memories memories, Recorder recorder) {
        this.memories = memories;
        this.recorder = recorder;
    }

    /**
     * New values; those that are left out stay as they are.
     *
     * @param modes what becomes of suggestions, by their kind: {@code auto}, {@code propose} or {@code observe}
     * @param explore {@code on} or {@code off}
     * @param outcome {@code success} or {@code score}
     * @param budgetTokens the tokens of a recall that names no budget
     */
    public record Request(Map<String, String> modes, String explore, String outcome, Integer budgetTokens) {}

    /**
     * A setting that there is.
     *
     * @param value what it is now: a text, or a whole number
     * @param preset what it is until it is set
     * @param allowed what it can be, in words
     */
    public record Known(String name, Object value, Object preset, String allowed) {}

    /**
     * The settings of an agent.
     *
     * @param settings all values, as they can be sent back
     * @param known each by its name, with its range
     */
    public record Response(String agent, Map<String, Object> settings, List<Known> known) {}

    /** The settings of an agent; those of one without facts are as at first. */
    public Response show(String agent) {
        CleanText.required("agent", agent, Limits.AGENT);
        return memories.read(
                agent, (snapshot, memory) -> response(agent, memory.memory().settings()));
    }

    /**
     * Changes settings, given as they stand on the wire.
     *
     * @throws InvalidValueException if there is no such setting, or the value is not allowed; nothing is changed then
     */
    @SuppressWarnings("NullAway") // absent is null on the wire
    public Response change(String agent, Request request) {
        Map<String, String> values = new LinkedHashMap<>();
        if (request.modes() != null) {
            request.modes()
                    .forEach((kind, mode) -> values.put(Setting.of(MODES + kind).word(), mode));
        }
        values.put(Setting.EXPLORE.word(), request.explore());
        values.put(Setting.OUTCOME.word(), request.outcome());
        values.put(
                Setting.BUDGET.word(),
                request.budgetTokens() == null ? null : request.budgetTokens().toString());
        values.values().removeIf(value -> value == null);
        return change(agent, values);
    }

    /**
     * Changes settings, given by their names.
     *
     * @throws InvalidValueException if there is no such setting, or the value is not allowed; nothing is changed then
     */
    public Response change(String agent, Map<String, String> values) {
        CleanText.required("agent", agent, Limits.AGENT);
        Map<Setting, String> changes = new EnumMap<>(Setting.class);
        values.forEach((name, value) -> {
            Setting setting = Setting.of(name);
            changes.put(setting, setting.checked(value));
        });
        return memories.write(Set.of(agent), writing -> {
            Resident memory = writing.of(agent);
            Settings now = memory.memory().settings();
            recorder.check(() -> response(agent, now));
            changes.entrySet().removeIf(change -> now.value(change.getKey()).equals(change.getValue()));
            if (changes.isEmpty()) {
                return response(agent, now);
            }
            TreeMap<String, String> named = new TreeMap<>();
            changes.forEach((setting, value) -> named.put(setting.word(), value));
            String id = Identity.of("settings")
                    .text(agent)
                    .number(memory.position() + 1)
                    .id();
            memory.append(writing.transaction(), new SettingsChanged(id, named), recorder.now());
            return response(agent, memory.memory().settings());
        });
    }

    private static Response response(String agent, Settings settings) {
        Map<String, Object> modes = new LinkedHashMap<>();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("modes", modes);
        List<Known> known = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            Object value = value(setting, settings.value(setting));
            if (setting.word().startsWith(MODES)) {
                modes.put(setting.word().substring(MODES.length()), value);
            } else {
                all.put(setting.word(), value);
            }
            known.add(new Known(setting.word(), value, value(setting, setting.preset()), setting.allowed()));
        }
        return new Response(agent, all, known);
    }

    private static Object value(Setting setting, String value) {
        return setting.isWhole() ? (Object) Integer.valueOf(value) : value;
    }
}
