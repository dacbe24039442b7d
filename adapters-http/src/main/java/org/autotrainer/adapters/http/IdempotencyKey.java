package org.autotrainer.adapters.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.autotrainer.domain.evaluation.InvalidValueException;

/**
 * The syntax of a key: a string of structured fields (RFC 8941), {@code "8e03978e"}, or the same without its quotes, as
 * many clients send it. Both are one key.
 */
final class IdempotencyKey {
    /** How many characters it may have. */
    static final int LONGEST = 255;

    private static final Pattern QUOTED = Pattern.compile("\"((?:[ !#-\\[\\]-~]|\\\\[\"\\\\])*)\"");
    private static final Pattern BARE = Pattern.compile("[!#-+\\--:<-\\[\\]-~]+");

    private IdempotencyKey() {}

    /**
     * The key that a field of the head holds.
     *
     * @throws InvalidValueException if it is neither form, empty or too long
     */
    static String parse(String field) {
        Matcher quoted = QUOTED.matcher(field);
        String key = quoted.matches()
                ? quoted.group(1).replaceAll("\\\\(.)", "$1")
                : BARE.matcher(field).matches() ? field : "";
        if (key.isEmpty() || key.length() > LONGEST) {
            throw new InvalidValueException(Call.KEY + " is \"" + Json.excerpt(field)
                    + "\"; allowed are 1 to 255 visible characters of ASCII in quotes, or without them if there is no quote,"
                    + " comma, semicolon, backslash or space among them");
        }
        return key;
    }
}
