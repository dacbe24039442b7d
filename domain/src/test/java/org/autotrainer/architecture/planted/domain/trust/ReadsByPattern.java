package org.autotrainer.architecture.planted.domain.trust;

import java.util.regex.Pattern;

/** Breaks the rule that what anybody wrote is read without regular expressions. */
public final class ReadsByPattern {
    static final Pattern ROLE = Pattern.compile("(system|user)+:");
}
