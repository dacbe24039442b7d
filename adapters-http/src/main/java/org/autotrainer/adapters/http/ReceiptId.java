package org.autotrainer.adapters.http;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Names of receipts that were never given before. */
final class ReceiptId {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    private ReceiptId() {}

    static String fresh() {
        byte[] id = new byte[BYTES];
        RANDOM.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }
}
