package org.asterism.lock.internal.cbor;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.BiConsumer;

/** A growing array with the few CBOR items (RFC 8949) that lock messages need. Written by hand: this is the hot path. */
final class CborWriter {

    static final int UINT = 0;
    static final int TEXT = 3;
    static final int MAJOR = 5;
    static final int ONE_BYTE = 24;

    private static final int CAPACITY = 160;
    private static final int LONG_HEAD = 9;

    private byte[] bytes = new byte[CAPACITY];
    private int length;

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    void uint(long value) {
        head(UINT, value);
    }

    void flag(boolean value) {
        head(UINT, value ? 1 : 0);
    }

    void text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        head(TEXT, utf8.length);
        ensure(utf8.length);
        System.arraycopy(utf8, 0, bytes, length, utf8.length);
        length += utf8.length;
    }

    /** The number of elements, and each of them. */
    <T> void list(Collection<T> elements, BiConsumer<CborWriter, T> write) {
        head(UINT, elements.size());
        for (T element : elements) {
            write.accept(this, element);
        }
    }

    private void head(int major, long value) {
        ensure(LONG_HEAD);
        if (value >= 0 && value < ONE_BYTE) {
            bytes[length++] = (byte) (major << MAJOR | value);
            return;
        }
        int power = value < 0 || value > 0xFFFF_FFFFL ? 3 : value > 0xFFFF ? 2 : value > 0xFF ? 1 : 0;
        bytes[length++] = (byte) (major << MAJOR | (ONE_BYTE + power));
        for (int shift = ((1 << power) - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes[length++] = (byte) (value >>> shift);
        }
    }

    private void ensure(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
