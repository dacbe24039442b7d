package org.autotrainer.domain.learning;

import java.util.Arrays;

/** A row of numbers, written and read in order; a negative zero is kept as zero. Not thread-safe. */
final class Numbers {
    private double[] values;
    private int size;
    private int read;

    Numbers() {
        values = new double[16];
    }

    Numbers(double[] values) {
        this.values = values;
        size = values.length;
    }

    Numbers add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value == 0 ? 0.0 : value;
        return this;
    }

    double next() {
        if (read == size) {
            throw new IllegalArgumentException("what was learned has " + size + " numbers, too few: rebuild the store");
        }
        return values[read++];
    }

    boolean hasNext() {
        return read < size;
    }

    double[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
