package org.autotrainer.domain.trust;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Reads a text for what a reviewer should look at.
 *
 * <p>Equal on every Java version. The time is linear in the length of the text, whatever it holds.
 */
public final class Flags {
    /** How many code points a piece of advice can have without being called long. */
    public static final int LONG = 500;

    private Flags() {}

    /** The flags of a text, in the order of their declaration; unmodifiable and mostly empty. */
    public static Set<Flag> of(String text) {
        Signs signs = Signs.of(text);
        EnumSet<Flag> flags = EnumSet.noneOf(Flag.class);
        if (signs.any(Signs.ADDRESS) && Addresses.in(text)) {
            flags.add(Flag.URL);
        }
        if (signs.any(Signs.FENCE) && (text.contains("```") || text.contains("~~~"))) {
            flags.add(Flag.CODE_FENCE);
        }
        if (Commands.in(text, signs)) {
            flags.add(Flag.SHELL_LINE);
        }
        if (signs.longestRun() >= EncodedRuns.HEXADECIMAL && EncodedRuns.in(text)) {
            flags.add(Flag.LONG_BASE64);
        }
        if (signs.any(Signs.MARKUP) && Markup.in(text)) {
            flags.add(Flag.MARKUP);
        }
        if (signs.any(Signs.CONTROL | Signs.BEYOND_ASCII) && HiddenCharacters.in(text)) {
            flags.add(Flag.HIDDEN_CHARACTERS);
        }
        String lower = text.toLowerCase(Locale.ROOT);
        String plain = signs.any(Signs.BEYOND_ASCII) ? Lookalikes.plain(lower) : lower;
        boolean isPlain = plain.equals(lower);
        if (RoleMarkers.in(lower) || (!isPlain && RoleMarkers.in(plain))) {
            flags.add(Flag.ROLE_MARKER);
        }
        if (Overrides.in(lower) || (!isPlain && Overrides.in(plain))) {
            flags.add(Flag.OVERRIDE);
        }
        if (text.length() > LONG && text.codePointCount(0, text.length()) > LONG) {
            flags.add(Flag.LONG);
        }
        return flags.isEmpty() ? Set.of() : Collections.unmodifiableSet(flags);
    }
}
