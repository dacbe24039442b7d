package org.autotrainer.application;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.autotrainer.domain.evaluation.Identity;
import org.autotrainer.domain.evaluation.InvalidValueException;

/**
 * The cursors of one list: each is the place of the last item that was given out, behind a hash of that place and of all
 * that makes the list what it is. So one of another list, agent or filter is told from one's own. Immutable.
 */
final class Cursor {
    private static final int DIGITS = 16;
    private static final int LONGEST = 4_096;

    private final String list;
    private final String[] about;

    /**
     * Cursors of a list.
     *
     * @param about whose list it is, how it is filtered and sorted
     */
    Cursor(String list, String... about) {
        this.list = list;
        this.about = about.clone();
    }

    /** The cursor that stands at a place. */
    String at(String place) {
        String whole = hash(place) + place;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The place of a cursor; empty for none, at which a list begins.
     *
     * @throws InvalidValueException if it is not one of this list
     */
    String place(String cursor) {
        if (cursor.isEmpty()) {
            return "";
        }
        String place = decoded(cursor);
        if (!at(place).equals(cursor)) {
            throw unknown();
        }
        return place;
    }

    /** The place of a cursor that counts; 0 for none. */
    long number(String cursor) {
        String place = place(cursor);
        return place.isEmpty() ? 0 : Long.parseLong(place);
    }

    private static String decoded(String cursor) {
        try {
            byte[] whole = cursor.length() > LONGEST
                    ? new byte[0]
                    : Base64.getUrlDecoder().decode(cursor);
            if (whole.length < DIGITS) {
                throw unknown();
            }
            return new String(whole, DIGITS, whole.length - DIGITS, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            throw unknown();
        }
    }

    private String hash(String place) {
        Identity hash = Identity.of("cursor").text(list).number(about.length);
        for (String part : about) {
            hash.text(part);
        }
        return hash.text(place).id().substring(0, DIGITS);
    }

    private static InvalidValueException unknown() {
        return new InvalidValueException(
                "cursor is not one that this list gave with the same agent and filters; leave it out to begin");
    }
}
