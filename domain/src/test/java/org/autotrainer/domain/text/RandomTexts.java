package org.autotrainer.domain.text;

import java.util.Random;

/** Texts by chance: sentences of many scripts, and any code points in any order. */
public final class RandomTexts {
    private static final String[] WORDS =
            ("verify the booking id before you refund don't ask twice Never cancel $20 15% snake_case retry()"
                            + " été Straße İSTANBUL ısı naïve ΟΔΟΣ οδός проверьте бронирование 予約 確認する 航空券を 退款 订单"
                            + " हिन्दी भाषा किताब بطاقة الائتمان 예약 확인 👍 👩‍👩‍👧 ❤️ — … ¿qué? 𝔘𝔫𝔦 ﬁle e\u0301 \u00ad x² ´")
                    .split(" ");

    private RandomTexts() {}

    /** Up to so many words of many scripts; without control characters. */
    public static String sentence(Random random, int words) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(words + 1); i > 0; i--) {
            text.append(WORDS[random.nextInt(WORDS.length)]).append(i > 1 ? " " : "");
        }
        return text.toString();
    }

    /** Up to so many code points that may pass as prose: any plane, many marks. */
    public static String anything(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(length + 1); i > 0; i--) {
            text.appendCodePoint(point(random));
        }
        return text.toString();
    }

    /** The text in ASCII, for the message of a test that fails. */
    public static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (point >= 0x20 && point < 0x7f) {
                escaped.appendCodePoint(point);
            } else {
                escaped.append("U+").append(Integer.toHexString(point)).append(' ');
            }
        });
        return escaped.toString();
    }

    private static int point(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> random.nextInt(0x20, 0x7f);
            case 1 -> random.nextInt(0x300, 0x370);
            case 2 -> random.nextInt(0xa0, 0x600);
            case 3 -> random.nextInt(0x1e00, 0x2000);
            case 4 -> random.nextInt(0x3040, 0xa000);
            case 5 -> random.nextInt(0xe000, 0xfdd0);
            case 6 -> random.nextInt(0x10000, 0x1fffe);
            default -> random.nextInt(0x600, 0x3040);
        };
    }
}
