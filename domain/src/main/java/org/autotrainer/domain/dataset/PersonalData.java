package org.autotrainer.domain.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds personal data in a text: e-mail addresses, phone numbers, payment cards and bank accounts.
 *
 * <p>Cards and accounts count only with the right check digits, and phone numbers only as people write them: a number
 * without punctuation may be an order or a time. The time it takes grows with the length of the text alone.
 */
final class PersonalData {
    /** A kind of personal data. */
    enum Kind {
        EMAIL("e-mail"),
        PHONE("phone number"),
        CARD("payment card"),
        IBAN("bank account");

        private final String noun;

        Kind(String noun) {
            this.noun = noun;
        }

        String noun() {
            return noun;
        }
    }

    /**
     * Where something stands in a text.
     *
     * @param value it without what people put in between, to know it again
     */
    record Match(Kind kind, int start, int end, String value) {}

    private static final int FEWEST_DIGITS = 8;
    private static final String BETWEEN = " \u00a0\u202f()+./-";

    /** In groups as they are printed on cards, or in one. */
    private static final Pattern CARD = Pattern.compile("(?<![0-9A-Za-z])(?:"
            + "(?:4\\d{3}|5[1-5]\\d{2}|2[2-7]\\d{2}|35\\d{2}|6011|6[245]\\d{2})([ \u00a0\u202f-]?)\\d{4}\\1\\d{4}\\1\\d{4}"
            + "|3[47]\\d{2}([ \u00a0\u202f-]?)\\d{6}\\2\\d{5}"
            + "|3[068]\\d{2}([ \u00a0\u202f-]?)\\d{6}\\3\\d{4}"
            + ")(?![0-9A-Za-z])");

    /** With the code of a country, behind 00 only in groups, or in the groups of North America. No country has the code 0. */
    private static final Pattern PHONE = Pattern.compile("(?<![0-9A-Za-z+.-])(?:"
            + "\\+[1-9](?:(?: ?/ ?|[ \u00a0\u202f.-])?\\(?\\d\\)?){7,14}"
            + "|(?<![0-9] )00[1-9]\\d{0,2}[ \u00a0\u202f][1-9]\\d{0,8}(?:[ \u00a0\u202f]\\d{1,9}){1,5}"
            + "|(?:1[ .-])?\\([2-9]\\d{2}\\) ?[2-9]\\d{2}[ .-]\\d{4}"
            + "|(?:1[ .-])?[2-9]\\d{2}([ .-])[2-9]\\d{2}\\1\\d{4}"
            + ")(?![0-9A-Za-z]|[.-]\\d)");

    private PersonalData() {}

    /** All that is found, in order; nothing overlaps. */
    static List<Match> in(String text) {
        List<Match> found = new ArrayList<>();
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            email(text, at, found);
        }
        numbers(text, found);
        Ibans.in(text, found);
        found.sort(Comparator.comparingInt(Match::start).thenComparing(Match::end, Comparator.reverseOrder()));
        return withoutOverlaps(found);
    }

    private static List<Match> withoutOverlaps(List<Match> found) {
        List<Match> apart = new ArrayList<>();
        int end = 0;
        for (Match match : found) {
            if (match.start() >= end) {
                apart.add(match);
                end = match.end();
            }
        }
        return apart;
    }

    private static void email(String text, int at, List<Match> found) {
        int start = at;
        while (start > 0 && at - start < 64 && isLocal(text.charAt(start - 1))) {
            start--;
        }
        while (start < at && ".-+%".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        int end = at + 1;
        while (end < text.length() && end - at < 254 && isDomain(text.charAt(end))) {
            end++;
        }
        while (end > at + 1 && !isLetter(text.charAt(end - 1))) {
            end--;
        }
        int dot = end - 1;
        while (dot > at && text.charAt(dot) != '.') { // no further: a text of signs alone would be read again for each
            dot--;
        }
        boolean top = dot > at + 1
                && end - dot > 2
                && text.substring(dot + 1, end).chars().allMatch(c -> isLetter((char) c));
        boolean person = !(text.startsWith("git@", start) && start + 3 == at && text.startsWith(":", end));
        if (start < at && top && person) {
            found.add(new Match(Kind.EMAIL, start, end, folded(text.substring(start, end))));
        }
    }

    private static String folded(String address) {
        StringBuilder folded = new StringBuilder(address.length());
        for (int i = 0; i < address.length(); i++) {
            folded.append(Ascii.folded(address.charAt(i)));
        }
        return folded.toString();
    }

    private static boolean isLetter(char c) {
        return Ascii.isLower(c) || Ascii.isUpper(c) || (c > 0xa0 && !Character.isSurrogate(c));
    }

    private static boolean isLocal(char c) {
        return isLetter(c) || Ascii.isDigit(c) || "._%+-".indexOf(c) >= 0;
    }

    private static boolean isDomain(char c) {
        return isLetter(c) || Ascii.isDigit(c) || c == '.' || c == '-';
    }

    /** Looks only at stretches of digits and what people put between them. */
    private static void numbers(String text, List<Match> found) {
        int i = 0;
        while (i < text.length()) {
            if (!Ascii.isDigit(text.charAt(i))) {
                i++;
                continue;
            }
            int start = i;
            while (start > 0 && BETWEEN.indexOf(text.charAt(start - 1)) >= 0) {
                start--;
            }
            int digits = 0;
            while (i < text.length() && (Ascii.isDigit(text.charAt(i)) || BETWEEN.indexOf(text.charAt(i)) >= 0)) {
                digits += Ascii.isDigit(text.charAt(i)) ? 1 : 0;
                i++;
            }
            if (digits >= FEWEST_DIGITS) {
                cards(text, start, i, found);
                phones(text, start, i, found);
            }
        }
    }

    private static Matcher within(Pattern pattern, String text, int start, int end) {
        return pattern.matcher(text).useTransparentBounds(true).region(start, end);
    }

    private static void cards(String text, int start, int end, List<Match> found) {
        Matcher card = within(CARD, text, start, end);
        while (card.find()) {
            String digits = digits(card.group());
            if (isCard(digits)) {
                found.add(new Match(Kind.CARD, card.start(), card.end(), digits));
            }
        }
    }

    private static void phones(String text, int start, int end, List<Match> found) {
        Matcher phone = within(PHONE, text, start, end);
        while (phone.find()) {
            found.add(new Match(Kind.PHONE, phone.start(), phone.end(), digits(phone.group())));
        }
    }

    private static String digits(String text) {
        StringBuilder digits = new StringBuilder();
        text.chars().filter(c -> Ascii.isDigit((char) c)).forEach(c -> digits.append((char) c));
        return digits.toString();
    }

    /** The check digit of payment cards (Luhn): of ten random numbers nine fail. */
    private static boolean isCard(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : 2 * digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }
}
