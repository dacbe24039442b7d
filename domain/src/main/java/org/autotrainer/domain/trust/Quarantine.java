package org.autotrainer.domain.trust;

import java.util.Set;

/** Decides what waits for a person before it is shown to an agent. */
public final class Quarantine {
    private Quarantine() {}

    /**
     * Whether advice is held until a person lets it go.
     *
     * <p>Below {@link Trust#TRUSTED} all of it is, flagged or not. Of a trusted source only what a person would not see
     * as the agent does, since honest advice has no need of it; other flags are for the reviewer.
     */
    public static boolean holds(Trust trust, Set<Flag> flags) {
        return trust != Trust.TRUSTED || flags.contains(Flag.HIDDEN_CHARACTERS) || flags.contains(Flag.ROLE_MARKER);
    }
}
