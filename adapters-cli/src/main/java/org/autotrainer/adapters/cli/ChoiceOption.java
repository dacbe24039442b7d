package org.autotrainer.adapters.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.autotrainer.domain.evaluation.InvalidValueException;
import picocli.CommandLine.Option;

/** The option that offers values of strategy parameters. */
final class ChoiceOption {
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,18}(\\.\\d{1,18})?([eE][+-]?\\d{1,2})?");

    @Option(
            names = "--choose",
            paramLabel = "NAME=VALUES",
            description =
                    "A strategy parameter to choose, with its values: numbers, true and false, or texts, between commas;"
                            + " the first is the default. May be given again.")
    private List<String> written = List.of();

    /**
     * The values to choose from, by parameter.
     *
     * @throws InvalidValueException if something is no parameter with values
     */
    Map<String, List<Object>> choices() {
        Map<String, List<Object>> choices = new LinkedHashMap<>();
        for (String one : written) {
            int equals = one.indexOf('=');
            if (equals < 1 || equals == one.length() - 1) {
                throw new InvalidValueException(
                        "--choose is \"" + one + "\"; allowed is a name with its values, as temperature=0.0,0.5");
            }
            String name = one.substring(0, equals);
            List<Object> values = new ArrayList<>();
            for (String value : one.substring(equals + 1).split(",", -1)) {
                values.add(value(name, value.strip()));
            }
            if (choices.put(name, values) != null) {
                throw new InvalidValueException("--choose names " + name + " twice; give all its values at once");
            }
        }
        return choices;
    }

    private static Object value(String name, String text) {
        if (text.isEmpty()) {
            throw new InvalidValueException("--choose has an empty value of " + name + "; leave out the comma");
        }
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        if (WHOLE.matcher(text).matches()) {
            return Long.valueOf(text);
        }
        return DECIMAL.matcher(text).matches() ? (Object) Double.valueOf(text) : text;
    }
}
