package org.autotrainer.application.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;

/** Finds a provider by its name among those on the class path. */
public final class Providers {
    private Providers() {}

    /**
     * The one provider with the given name.
     *
     * @param what what kind of provider it is, for the message
     * @throws AutoTrainerException {@link Problem#INVALID} if there is none, or more than one; the message lists what there
     *     is
     */
    public static <T> T named(String what, String name, Class<T> type, Function<T, String> nameOf) {
        List<T> found = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (T provider : all(type)) {
            names.add(nameOf.apply(provider));
            if (nameOf.apply(provider).equals(name)) {
                found.add(provider);
            }
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        names.sort(null);
        String there = "available are " + String.join(", ", names);
        throw new AutoTrainerException(
                Problem.INVALID,
                found.isEmpty()
                        ? "there is no " + what + " named \"" + name + "\"; " + there
                        : "there are " + found.size() + " " + what + "s named \"" + name + "\"; " + there);
    }

    /**
     * All providers of a type.
     *
     * @throws AutoTrainerException {@link Problem#INVALID} if one of them cannot be made; the message names it
     */
    public static <T> List<T> all(Class<T> type) {
        try {
            return ServiceLoader.load(type).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();
        } catch (ServiceConfigurationError | LinkageError broken) {
            throw new AutoTrainerException(
                    Problem.INVALID,
                    "a plugin cannot be used: " + broken.getMessage() + "; take its jar out of plugins/, or mend it",
                    broken);
        }
    }
}
