package org.autotrainer.domain.learning;

import java.util.List;

/** Something learned that stores keep in parts, each under a name of its own. */
interface InParts {
    /** Whether a part of that name belongs here. */
    boolean has(String name);

    /** The names of the parts that count as learned, in no order; one that was never touched is as at first, and left out. */
    List<String> names();

    /** A part as it stands now. */
    Part part(String name);

    /**
     * Takes over a part as a store kept it.
     *
     * @throws IllegalArgumentException if it is not whole
     */
    void restore(Part part);
}
