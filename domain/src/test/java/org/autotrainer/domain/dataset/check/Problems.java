package org.autotrainer.domain.dataset.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is wrong with a row, and what every check needs to find it out. */
final class Problems {
    private final List<String> found = new ArrayList<>();

    List<String> all() {
        return found;
    }

    void require(boolean holds, String otherwise) {
        if (!holds) {
            found.add(otherwise);
        }
    }

    /** Exactly these keys, in this order. */
    void keys(Map<String, Object> object, String... names) {
        require(List.copyOf(object.keySet()).equals(List.of(names)), "keys are " + object.keySet());
    }

    /** No keys but these. */
    void keysAmong(Map<String, Object> object, Set<String> names) {
        require(names.containsAll(object.keySet()), "keys are " + object.keySet());
    }

    /** The names of functions as every trainer takes them. */
    Set<String> functions(List<Map<String, Object>> functions, boolean described) {
        Set<String> names = new HashSet<>();
        require(!functions.isEmpty() && functions.size() <= 128, "number of tools is " + functions.size());
        for (Map<String, Object> function : functions) {
            keysAmong(function, Set.of("name", "description", "parameters", "strict"));
            String name = String.valueOf(function.get("name"));
            require(name.matches("[A-Za-z0-9_-]{1,64}"), "name of a tool is " + name);
            require(names.add(name), "two tools are called " + name);
            require(function.getOrDefault("description", "") instanceof String, "description of a tool");
            require(
                    !described
                            || !String.valueOf(function.getOrDefault("description", ""))
                                    .isBlank(),
                    "no description");
        }
        return names;
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> object(Object value) {
        require(value instanceof Map, "no object but " + value);
        return value instanceof Map ? (Map<String, Object>) value : Map.of();
    }

    @SuppressWarnings("unchecked")
    List<Map<String, Object>> objects(Object value) {
        boolean objects = value instanceof List<?> list && list.stream().allMatch(Map.class::isInstance);
        require(objects, "no list of objects but " + value);
        return objects ? (List<Map<String, Object>>) value : List.of();
    }

    static Map<String, Object> last(List<Map<String, Object>> list) {
        return list.isEmpty() ? Map.of() : list.get(list.size() - 1);
    }
}
