package org.autotrainer.domain.evaluation;

import java.util.Locale;

/** Who speaks in a conversation. */
public enum Role {
    /** The instructions that stand above the conversation. */
    SYSTEM,
    /** The person, or whoever plays one. */
    USER,
    /** The agent. */
    ASSISTANT,
    /** The answer of a tool to a call of the assistant. */
    TOOL;

    /** The word on the wire. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The role with the given word; {@code developer} is the system.
     *
     * @throws InvalidValueException if there is none
     */
    public static Role of(String word) {
        for (Role role : values()) {
            if (role.word().equals(word)) {
                return role;
            }
        }
        if (word.equals("developer")) {
            return SYSTEM;
        }
        throw new InvalidValueException("role is \"" + word + "\"; allowed are system, user, assistant and tool");
    }
}
