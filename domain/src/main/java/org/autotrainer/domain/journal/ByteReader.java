package org.autotrainer.domain.journal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.autotrainer.domain.evaluation.Identity;
import org.autotrainer.domain.evaluation.Limits;

/** Reads what {@link ByteWriter} wrote; bytes that it did not write are an {@link IllegalArgumentException}. */
final class ByteReader {
    private final byte[] bytes;
    private int at;
    private int depth;

    ByteReader(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean hasMore() {
        return at < bytes.length;
    }

    int octet() {
        if (at >= bytes.length) {
            throw new IllegalArgumentException("a fact ends too early, after " + bytes.length + " bytes");
        }
        return bytes[at++] & 0xff;
    }

    boolean flag() {
        int octet = octet();
        if (octet > 1) {
            throw new IllegalArgumentException("a flag in a fact is " + octet + ", at byte " + at);
        }
        return octet == 1;
    }

    long number() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int octet = octet();
            value |= (long) (octet & 0x7f) << shift;
            if (octet < 0x80) {
                return value >>> 1 ^ -(value & 1);
            }
        }
        throw new IllegalArgumentException("a number in a fact is too long, at byte " + at);
    }

    /** A number that must be a size or another small count. */
    int count() {
        long number = number();
        if (number < 0 || number > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a count in a fact is " + number + ", at byte " + at);
        }
        return (int) number;
    }

    long bits() {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = value << 8 | octet();
        }
        return value;
    }

    double real() {
        return Double.longBitsToDouble(bits());
    }

    String text() {
        int length = count();
        if (length > bytes.length - at) {
            throw new IllegalArgumentException("a text in a fact is cut short, at byte " + at);
        }
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    /** An id, as {@link ByteWriter#id} writes it. */
    String id() {
        if (!flag()) {
            return text();
        }
        int length = ByteWriter.ID_DIGITS / 2;
        if (length > bytes.length - at) {
            throw new IllegalArgumentException("an id in a fact is cut short, at byte " + at);
        }
        byte[] raw = java.util.Arrays.copyOfRange(bytes, at, at + length);
        at += length;
        return Identity.hex(raw, length);
    }

    List<String> texts() {
        return list(this::text);
    }

    <T> List<T> list(Supplier<T> element) {
        int size = count();
        List<T> list = new ArrayList<>(Math.min(size, 64));
        for (int i = 0; i < size; i++) {
            list.add(element.get());
        }
        return list;
    }

    Map<String, Object> object() {
        int size = count();
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            object.put(text(), value());
        }
        return object;
    }

    private Object nested(Supplier<?> container) {
        if (++depth > Limits.DEPTH) {
            throw new IllegalArgumentException("a fact nests too deep, at byte " + at);
        }
        Object value = container.get();
        depth--;
        return value;
    }

    /** A free-form value, in which null is one of the values. */
    @SuppressWarnings("NullAway")
    Object value() {
        int type = octet();
        return switch (type) {
            case 'n' -> null;
            case 't' -> true;
            case 'f' -> false;
            case 'i' -> number();
            case 'd' -> real();
            case 's' -> text();
            case 'l' -> nested(() -> list(this::value));
            case 'o' -> nested(this::object);
            default -> throw new IllegalArgumentException("a fact holds a value of type " + type + ", at byte " + at);
        };
    }
}
