package org.autotrainer.domain.journal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes the canonical encoding: variable-length numbers, texts with their length, tagged free-form values. */
final class ByteWriter {
    static final int ID_DIGITS = 32;

    private final boolean sorting;
    private byte[] bytes = new byte[256];
    private int size;

    private ByteWriter(boolean sorting) {
        this.sorting = sorting;
    }

    /** A writer that keeps the order of the names in free-form objects. */
    ByteWriter() {
        this(false);
    }

    /** A writer for which the order of the names in free-form objects makes no difference. */
    static ByteWriter sorting() {
        return new ByteWriter(true);
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    ByteWriter octet(int value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * size);
        }
        bytes[size++] = (byte) value;
        return this;
    }

    ByteWriter flag(boolean value) {
        return octet(value ? 1 : 0);
    }

    /** A number, short when it is near zero. */
    ByteWriter number(long value) {
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7fL) != 0) {
            octet((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        return octet((int) rest);
    }

    ByteWriter bits(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            octet((int) (value >>> shift));
        }
        return this;
    }

    ByteWriter real(double value) {
        return bits(Double.doubleToLongBits(value));
    }

    ByteWriter text(String value) {
        byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
        number(encoded.length);
        if (bytes.length - size < encoded.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + encoded.length));
        }
        System.arraycopy(encoded, 0, bytes, size, encoded.length);
        size += encoded.length;
        return this;
    }

    /** An id: one made by {@link org.autotrainer.domain.evaluation.Identity} takes half the room. */
    ByteWriter id(String id) {
        if (id.length() != ID_DIGITS) {
            return octet(0).text(id);
        }
        int begin = size;
        octet(1);
        for (int i = 0; i < ID_DIGITS; i += 2) {
            int pair = digit(id.charAt(i)) << 4 | digit(id.charAt(i + 1));
            if (pair < 0) {
                size = begin;
                return octet(0).text(id);
            }
            octet(pair);
        }
        return this;
    }

    /** What a hexadecimal digit counts; below 0 for anything else, capitals too. */
    private static int digit(char letter) {
        return letter >= '0' && letter <= '9' ? letter - '0' : letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
    }

    ByteWriter texts(List<String> values) {
        number(values.size());
        values.forEach(this::text);
        return this;
    }

    ByteWriter object(Map<String, Object> object) {
        number(object.size());
        Map<String, Object> ordered = sorting ? new TreeMap<>(object) : object;
        ordered.forEach((name, value) -> text(name).value(value));
        return this;
    }

    /** A free-form value: a letter for its type, then the value. */
    ByteWriter value(Object value) {
        if (value == null) {
            return octet('n');
        }
        if (value instanceof Boolean flag) {
            return octet(flag ? 't' : 'f');
        }
        if (value instanceof Long number) {
            return octet('i').number(number);
        }
        if (value instanceof Double number) {
            return octet('d').real(number);
        }
        if (value instanceof String text) {
            return octet('s').text(text);
        }
        if (value instanceof List<?> list) {
            octet('l').number(list.size());
            list.forEach(this::value);
            return this;
        }
        if (value instanceof Map<?, ?> map) {
            return octet('o').object(named(map));
        }
        throw new IllegalArgumentException("no free-form value: " + value.getClass());
    }

    @SuppressWarnings("unchecked") // free-form objects have texts as names
    private static Map<String, Object> named(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }
}
