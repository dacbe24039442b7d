package org.autotrainer.domain.dataset;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds numbers of bank accounts (ISO 13616): by the country, its length, and the two check digits. */
final class Ibans {
    private static final int SHORTEST = 15;
    private static final String BETWEEN = " \u00a0\u202f-";
    private static final Map<String, Integer> LENGTHS = lengths("AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28"
            + " CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21"
            + " HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 MC27 MD24 ME22 MK19 MR27"
            + " MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SE24 SI19 SK24 SM27 ST25 SV28 TL23"
            + " TN24 TR26 UA29 VA22 VG24 XK20");

    private Ibans() {}

    private static boolean isLetter(char c) {
        return Ascii.isUpper(c) || Ascii.isLower(c);
    }

    private static Map<String, Integer> lengths(String table) {
        Map<String, Integer> lengths = new HashMap<>();
        for (int i = 0; i < table.length(); i += 5) {
            lengths.put(table.substring(i, i + 2), Integer.valueOf(table.substring(i + 2, i + 4)));
        }
        return lengths;
    }

    static void in(String text, List<PersonalData.Match> found) {
        for (int i = 0; i + SHORTEST <= text.length(); i++) {
            if (isLetter(text.charAt(i))
                    && isLetter(text.charAt(i + 1))
                    && Ascii.isDigit(text.charAt(i + 2))
                    && Ascii.isDigit(text.charAt(i + 3))
                    && (i == 0 || !Ascii.isAlphanumeric(text.charAt(i - 1)))) {
                at(i, text, found);
            }
        }
    }

    private static void at(int start, String text, List<PersonalData.Match> found) {
        int length = LENGTHS.getOrDefault(text.substring(start, start + 2).toUpperCase(Locale.ROOT), 0);
        StringBuilder number = new StringBuilder();
        int end = start;
        while (end < text.length() && number.length() < length) {
            char c = text.charAt(end);
            if (Ascii.isAlphanumeric(c)) {
                number.append(Character.toUpperCase(c));
            } else if (BETWEEN.indexOf(c) < 0 || number.length() % 4 != 0) {
                return;
            }
            end++;
        }
        boolean ends = end == text.length() || !Ascii.isAlphanumeric(text.charAt(end));
        if (length > 0 && number.length() == length && ends && isSound(number.toString())) {
            found.add(new PersonalData.Match(PersonalData.Kind.IBAN, start, end, number.toString()));
        }
    }

    /** The rest of the number modulo 97 is 1, with the first four characters moved to its end. */
    private static boolean isSound(String number) {
        int rest = 0;
        for (char c : (number.substring(4) + number.substring(0, 4)).toCharArray()) {
            rest = Ascii.isDigit(c) ? (rest * 10 + c - '0') % 97 : (rest * 100 + c - 'A' + 10) % 97;
        }
        return rest == 1;
    }
}
